"""The officers' home page: what needs doing, each count with the list that has it."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from loei_coop.common.models import ImportRun
from loei_coop.site.models import ErrorReport
from networks.models import HoldersConfirmation, Person
from tests.factories import (
    make_district,
    make_group,
    make_network,
    make_organization,
    make_person,
    make_proposal,
    seat,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

HOME = "/admin/"
TODAY = datetime.date(2026, 2, 26)
OCTOBER = datetime.date(2025, 10, 1)
DONE = {"status": "operating", "registration_number": "ล.001"}


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: TODAY)


@pytest.fixture
def malee(client, django_user_model):
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    client.force_login(malee)
    return malee


def allow(user, *names):
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))


def work_of(client):
    """{title: [(count, address), ...]}"""
    response = client.get(HOME)
    assert response.status_code == 200
    return {
        todo.title: [(task.count, task.address) for task in todo.tasks]
        for todo in response.context["work_list"]
    }


def held_seat(number, *, expires_on, first_name="สมชาย"):
    district = make_district(f"อำเภอที่ {number}", network=1)
    organization = make_organization(f"สหกรณ์ที่ {number} จำกัด", district=district)
    person = make_person(first_name, f"คนที่ {number}")
    return seat(district.network, number, OCTOBER, person, organization, expires_on=expires_on)


def enter_for_a_caller(place):
    """A proposal and a list of office holders, for an organization that the officer promotes."""
    users = get_user_model().objects
    wichai, boonmee = users.create_user(f"w-{place}"), users.create_user(f"b-{place}")
    somsri = Person.objects.filter(user__username="somsri").first()
    organization = make_organization(promotion_officer=somsri, status="dissolved")
    authors = {"made_by": wichai, "on_behalf_of": boonmee}
    make_proposal(organization, by=wichai, on_behalf_of=boonmee)
    HoldersConfirmation.objects.create(
        organization=organization, meeting_on=OCTOBER, holders=[], **authors
    )


def make_all_kinds_of_work(number=1):
    """One of everything that the page tells of, `number` times where there may be more."""
    for place in range(number):
        make_organization(f"สหกรณ์บริการที่ {place} จำกัด")
        make_group(f"กลุ่มเกษตรกรที่ {place}")
        make_organization("สหกรณ์ออมทรัพย์ครูเลย" + " จำกัด" * (place % 2))
        make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
        ErrorReport.objects.create(page="/", message="ชื่อสะกดไม่ตรง")
        ImportRun.objects.create(kind="organizations", file_name="ทะเบียน.xlsx")
        enter_for_a_caller(place)
    make_organization("สหกรณ์ออมทรัพย์ครูเลย")
    make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    held_seat(1, expires_on=TODAY - datetime.timedelta(days=1))
    held_seat(2, expires_on=TODAY + datetime.timedelta(days=90))
    seat(make_network(1), 3, OCTOBER)
    make_network(2)


def test_where_nothing_waits_a_sentence_says_so(office):
    page = office.get(HOME).text
    assert "ไม่มีเรื่องรอดำเนินการ" in page
    assert work_of(office) == {}


def test_every_count_is_that_of_the_list_behind_it(office, officer):
    make_person("สมศรี", "ดีงาม", user=officer)
    make_all_kinds_of_work(3)
    work = work_of(office)
    links = [link for todo, links in work.items() if "ยังไม่เคย" not in todo for link in links]
    counts = {address: count for count, address in links}
    shown = {address: office.get(address).context["cl"].result_count for _count, address in links}
    assert shown == counts
    assert len(links) == 19


def test_it_tells_of_seats_of_today_only(office):
    held = held_seat(1, expires_on=TODAY - datetime.timedelta(days=1))
    successor = make_person("เอกวิทย์")
    seat(held.network, 1, datetime.date(2026, 1, 1), successor, held.organization)
    for number in (2, 3):
        held_seat(number, expires_on=TODAY + datetime.timedelta(days=91))
    assert [title for title in work_of(office) if title.startswith("ผู้แทน")] == []


@pytest.mark.parametrize(
    ("days", "found"), [(-1, "expired"), (0, "expiring"), (90, "expiring"), (91, None)]
)
def test_a_term_ends_soon_or_is_over_or_neither(office, days, found):
    row = held_seat(1, expires_on=TODAY + datetime.timedelta(days=days))
    for now in ("expired", "expiring"):
        rows = office.get("/admin/networks/seatholding/", {"now": now}).context["cl"].result_list
        assert list(rows) == ([row] if now == found else [])


def test_the_list_of_seats_shows_those_of_today_and_those_that_nobody_holds(office):
    network = make_network(1)
    seat(network, 1, datetime.date(2013, 1, 1), occupancy="not_recorded")
    held = held_seat(1, expires_on=None)
    vacant = seat(network, 2, OCTOBER)
    unknown = seat(network, 3, OCTOBER, occupancy="not_recorded")
    path = "/admin/networks/seatholding/"
    assert list(office.get(path, {"now": "today"}).context["cl"].result_list) == [
        held,
        vacant,
        unknown,
    ]
    found = office.get(path, {"now": "vacant"}).context["cl"].result_list
    assert list(found) == [vacant, unknown]
    assert office.get(path, {"now": "never"}).context["cl"].result_count == 4


def test_a_seat_without_any_row_leads_to_the_page_where_it_is_taken(office):
    network = make_network(4)
    seat(network, 1, OCTOBER, occupancy="not_recorded")
    seat(network, 2, TODAY + datetime.timedelta(days=1))
    address = reverse("admin:networks_areanetwork_seats", args=[4])
    ((count, found),) = next(v for k, v in work_of(office).items() if "ยังไม่เคย" in k)
    assert (count, found) == (2, address)
    assert office.get(address).status_code == 200


def test_what_was_dissolved_waits_for_nothing(office):
    make_organization(status="dissolved")
    assert work_of(office) == {}


def test_what_was_handled_or_imported_waits_no_more(office):
    ErrorReport.objects.create(
        page="/", message="ก", handled_at=datetime.datetime.now(datetime.UTC)
    )
    ImportRun.objects.create(kind="organizations", file_name="ก.csv", state="imported")
    assert work_of(office) == {}


def test_an_officer_sees_only_what_the_rights_allow(client, malee):
    make_all_kinds_of_work()
    assert work_of(client) == {}
    allow(malee, "view_farmergroup")
    addresses = [address for links in work_of(client).values() for _count, address in links]
    assert len(addresses) == 5
    assert all(address.startswith("/admin/networks/farmergroup/") for address in addresses)


@pytest.mark.parametrize(
    ("right", "title"),
    [
        ("view_importrun", "ไฟล์ที่ยังไม่ได้นำเข้า"),
        ("change_errorreport", "ข้อมูลผิดพลาดที่ได้รับแจ้ง"),
    ],
)
def test_each_right_opens_its_own_work(client, malee, right, title):
    make_all_kinds_of_work()
    allow(malee, right)
    assert list(work_of(client)) == [title]


@pytest.mark.parametrize("number", [1, 10])
def test_the_page_asks_the_same_number_of_questions_however_much_waits(
    office, django_assert_num_queries, number
):
    make_all_kinds_of_work(number)
    # Session, officer, the work, which changes; and one for each of five kinds of record.
    with django_assert_num_queries(2 + 31 + 1 + 5):
        office.get(HOME)


def test_it_shows_the_latest_changes_and_leads_to_all(office):
    person = make_person("สมชาย", "ใจดี")
    person.last_name = "ขยัน"
    person.save()
    page = office.get(HOME).text
    assert "<del>ใจดี</del> → <ins>ขยัน</ins>" in page
    assert 'href="/admin/changes/"' in page


def test_an_officer_without_rights_is_shown_no_changes(client, malee):
    make_person("สมชาย", "ใจดี")
    page = client.get(HOME).text
    assert "สมชาย" not in page
    assert 'href="/admin/changes/"' not in page


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(HOME).headers["Location"] == "/admin/login/?next=/admin/"


class TestProposals:
    TITLES = [
        "Proposals of cooperatives and farmer groups",
        "Entered on behalf and not yet confirmed",
    ]

    @pytest.mark.parametrize(
        ("rights", "shown"),
        [
            (["decide_proposal", "view_proposal"], TITLES[:1]),
            (["decide_proposal"], []),
            (["act_for_organization", "view_proposal"], TITLES[1:]),
            (["act_for_organization"], []),
        ],
    )
    def test_each_is_for_whoever_may_do_it_and_see_it(self, client, malee, rights, shown):
        enter_for_a_caller(1)
        allow(malee, *rights)
        page = client.get("/en/admin/")
        assert [todo.title for todo in page.context["work_list"]] == shown

    def test_mine_stand_first(self, office, officer):
        enter_for_a_caller(1)
        make_person("สมศรี", "ดีงาม", user=officer)
        enter_for_a_caller(2)
        (todo,) = [
            t for t in office.get("/en/admin/").context["work_list"] if t.title in self.TITLES[:1]
        ]
        assert [(task.label, task.count) for task in todo.tasks] == [
            ("that I promote", 1),
            ("all", 2),
        ]
