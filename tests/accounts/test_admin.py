import datetime

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from networks.models import Person
from tests.factories import make_person

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/user/"
MORNING = datetime.datetime(2025, 2, 26, 2, 0, tzinfo=datetime.UTC)
PASSWORDS = {"usable_password": "true", "password1": "ภูกระดึง-1234", "password2": "ภูกระดึง-1234"}


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user(
        "wichai", first_name="วิชัย", date_joined=MORNING, last_login=None
    )


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("", "เลือกผู้ใช้ที่ต้องการแก้ไข"),
        ("add/", "เพิ่มผู้ใช้"),
        ("{pk}/change/", "แก้ไขผู้ใช้"),
        ("{pk}/password/", "ตั้งรหัสผ่าน: wichai"),
        ("{pk}/delete/", "ลบ"),
        ("{pk}/history/", "ประวัติการแก้ไข: วิชัย"),
    ],
)
def test_the_pages_of_users_open_in_thai(office, clerk, page, title):
    response = office.get(LIST + page.format(pk=clerk.pk))
    assert (response.status_code, response.headers["Content-Language"]) == (200, "th")
    assert '<html lang="th"' in response.content.decode()
    assert response.context["title"] == title


def fields_shown(client, user):
    """What stands beside the labels of a user's page that cannot be edited."""
    form = client.get(f"{LIST}{user.pk}/change/").context["adminform"]
    lines = [field for fieldset in form for line in fieldset for field in line]
    return {f.field["label"]: f.contents() for f in lines if f.is_readonly}


def test_sign_in_and_joining_are_shown_in_the_buddhist_era(office, clerk):
    clerk.last_login = MORNING + datetime.timedelta(days=3)
    clerk.save()
    assert fields_shown(office, clerk) == {
        "เข้าสู่ระบบครั้งล่าสุด": "1 มีนาคม 2568 เวลา 09.00 น.",
        "วันที่สร้างบัญชี": "26 กุมภาพันธ์ 2568 เวลา 09.00 น.",
        "การยืนยันตัวตนขั้นที่สอง": "ไม่มี",
    }


def test_dates_are_in_the_common_era_on_english_pages(office, clerk):
    page = office.get(f"/en{LIST}{clerk.pk}/change/").content.decode()
    assert "26 February 2025, 09:00" in page


@pytest.mark.parametrize("query", ["wichai", "วิชัย"])
def test_users_are_found_by_either_name(office, clerk, query):
    response = office.get(LIST, {"q": query})
    assert list(response.context["cl"].result_list) == [clerk]


def test_users_are_listed_by_their_names_of_signing_in(office, officer, clerk):
    assert list(office.get(LIST).context["cl"].result_list) == [officer, clerk]


def test_the_officer_adds_a_user_who_can_sign_in(office, client, django_user_model):
    response = office.post(f"{LIST}add/", {"username": "malee", **PASSWORDS})
    malee = django_user_model.objects.get(username="malee")
    assert (response.status_code, response.url) == (302, f"{LIST}{malee.pk}/change/")
    assert (malee.is_staff, malee.is_superuser) == (False, False)
    assert malee.check_password("ภูกระดึง-1234")


def test_the_officer_edits_a_user_and_the_dates_stay(office, clerk):
    data = {"username": "wichai", "first_name": "วิชัย", "last_name": "ตั้งใจ", "is_active": "on"}
    data |= {"last_login": "2000-01-01", "date_joined": "2000-01-01"}
    assert office.post(f"{LIST}{clerk.pk}/change/", data).status_code == 302
    clerk.refresh_from_db()
    assert (clerk.last_name, clerk.date_joined, clerk.last_login) == ("ตั้งใจ", MORNING, None)


def test_a_deleted_account_leaves_the_person_in_the_register(office, clerk):
    person = make_person(user=clerk)
    assert office.post(f"{LIST}{clerk.pk}/delete/", {"post": "yes"}).status_code == 302
    assert Person.objects.get(pk=person.pk).user is None


def test_the_pages_of_groups_open(office):
    group = Group.objects.create(name="เจ้าหน้าที่")
    for page in ("", "add/", "?q=เจ้าหน้าที่", f"{group.pk}/change/"):
        assert office.get(f"/admin/auth/group/{page}").status_code == 200


def test_a_stranger_is_sent_to_sign_in(client):
    response = client.get(LIST)
    assert (response.status_code, response.url) == (302, f"/admin/login/?next={LIST}")


@pytest.mark.parametrize("page", ["", "add/", "{pk}/change/", "{pk}/password/", "{pk}/delete/"])
def test_a_colleague_without_the_right_is_refused(client, clerk, page):
    clerk.is_staff = True
    clerk.save()
    client.force_login(clerk)
    assert client.get(LIST + page.format(pk=clerk.pk)).status_code == 403


def test_a_long_list_needs_no_more_queries(office, django_user_model):
    counts = []
    for length in (3, 30):
        for number in range(django_user_model.objects.count(), length):
            django_user_model.objects.create_user(f"clerk{number}")
        with CaptureQueriesContext(connection) as queries:
            assert len(office.get(LIST).context["cl"].result_list) == length
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_user_who_never_signed_in_is_shown_so(office, django_user_model):
    clerk = django_user_model.objects.create_user("wichai")
    page = office.get(f"/admin/accounts/user/{clerk.pk}/change/").content.decode()
    assert ">None<" not in page


def test_the_history_of_a_user_is_in_the_buddhist_era(office, django_user_model):
    clerk = django_user_model.objects.create_user("wichai")
    change = {"username": "wichai2", "is_active": "on"}
    office.post(f"/admin/accounts/user/{clerk.pk}/change/", change)
    entry = office.get(f"/admin/accounts/user/{clerk.pk}/history/").content.decode()
    assert " 2026" not in entry
