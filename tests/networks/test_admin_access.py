"""Codes from the officer's side: from the rows of a list to digits and slips, and afterwards."""

import datetime
import re

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from loei_coop.accounts import activation
from loei_coop.accounts.models import ActivationCode
from loei_coop.common.models import ChangeSet
from networks.admin import access as pages_of_access
from networks.choices import CommitteeOffice, Position
from networks.models import Organization
from tests.common.papers.reading import copied, pages
from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_member,
    make_organization,
    make_person,
    make_term,
    seat,
)
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

CODES = "/admin/accounts/activationcode/"
ISSUE = f"{CODES}issue/"
SLIPS = f"{ISSUE}slips/"
OCTOBER = datetime.date(2025, 10, 1)
THALI = "สหกรณ์การเกษตรท่าลี่ จำกัด"


@pytest.fixture
def thali():
    return make_organization(THALI, code="0005", district=make_district("ท่าลี่", network=4))


@pytest.fixture
def manager(thali):
    person = make_person(phone="081-234-5678")
    appoint(person, at=thali, starts_on=OCTOBER)
    return person


def chosen(client, path, *rows):
    """The action on rows that are ticked in the list."""
    keys = [row.pk for row in rows]
    return client.post(path, {"action": "issue_codes", "_selected_action": keys})


def issue_page(*people):
    return ISSUE + "?" + "&".join(f"person={person.pk}" for person in people)


def told(response):
    return re.search(r'name="told" value="([0-9a-f]+)"', response.text)[1]


def issue(client, *people):
    page = issue_page(*people)
    return client.post(page, {"told": told(client.get(page))})


class TestFromTheLists:
    def test_appointments(self, office, manager):
        answer = chosen(office, "/admin/networks/appointment/", manager.appointments.get())
        assert answer.url == issue_page(manager)

    def test_seats(self, office, manager, thali):
        held = seat(thali.district.network, 1, OCTOBER, manager, thali)
        vacant = seat(thali.district.network, 2, OCTOBER)
        answer = chosen(office, "/admin/networks/seatholding/", held, vacant)
        assert answer.url == issue_page(manager)

    def test_office_holders_of_the_committee(self, office, manager):
        member = make_member(make_term(), CommitteeOffice.CHAIR, manager)
        assert chosen(office, "/admin/networks/committeemember/", member).url == issue_page(manager)

    def test_persons(self, office, manager):
        assert chosen(office, "/admin/networks/person/", manager).url == issue_page(manager)

    def test_organizations_give_their_managers_or_chairs(self, office, manager, thali):
        group, chair = make_group(), make_person("มาลี")
        appoint(chair, Position.BOARD_CHAIR, at=group)
        assert chosen(office, "/admin/networks/cooperative/", thali).url == issue_page(manager)
        assert chosen(office, "/admin/networks/farmergroup/", group).url == issue_page(chair)

    def test_codes_are_issued_again(self, office, manager):
        issue(office, manager)
        assert chosen(office, CODES, ActivationCode.objects.get()).url == issue_page(manager)

    def test_rows_with_nobody_say_so(self, office, thali):
        path = "/admin/networks/cooperative/"
        answer = office.post(
            path, {"action": "issue_codes", "_selected_action": [thali.pk]}, follow=True
        )
        assert "ไม่มีผู้ใดในแถวที่เลือก" in words(answer)

    def test_too_many_at_once_are_refused(self, office, manager, monkeypatch):
        monkeypatch.setattr("networks.admin.issuing.MOST_PEOPLE", 0)
        data = {"action": "issue_codes", "_selected_action": [manager.pk]}
        answer = office.post("/admin/networks/person/", data, follow=True)
        assert "ครั้งละไม่เกิน 0 คน" in words(answer)

    @pytest.mark.parametrize(
        "page",
        [
            lambda person: f"appointment/{person.appointments.get().pk}",
            lambda person: f"person/{person.pk}",
            lambda person: f"cooperative/{Organization.objects.get().pk}",
        ],
    )
    def test_the_page_of_a_row_has_the_button(self, office, manager, page):
        shown = office.get(f"/admin/networks/{page(manager)}/change/").text
        assert f'href="{issue_page(manager)}"' in shown


class TestIssuing:
    def test_looking_issues_nothing(self, office, manager):
        page = words(office.get(issue_page(manager)))
        assert ("นายสมชาย ใจดี" in page, THALI in page, "บัญชีใหม่" in page) == (True, True, True)
        assert not ActivationCode.objects.exists()

    def test_the_digits_are_shown_and_the_slips_made(self, office, manager, poppler, monkeypatch):
        monkeypatch.setattr(activation.secrets, "randbelow", lambda _limit: 8181)
        answer = issue(office, manager)
        sealed = re.search(r'name="sealed" value="([^"]+)"', answer.text)[1]
        pdf = office.post(SLIPS, {"sealed": sealed})
        text = copied(pdf.content)
        assert (pdf.headers["Content-Type"], pages(pdf.content)) == ("application/pdf", 1)
        assert ("นายสมชาย ใจดี" in text, "0005" in text, "8181" in text) == (True, True, False)
        assert "http://testserver/account/activate/" in text
        assert 'class="access-digits">8181<' in answer.text
        assert "081-234-5678" in answer.text
        assert "no-store" in answer.headers["Cache-Control"]

    def test_the_code_itself_is_not_on_the_page(self, office, manager, monkeypatch):
        slips = []
        made = pages_of_access.slips_of

        def kept(*arguments, **options):
            slips.extend(made(*arguments, **options))
            return slips

        monkeypatch.setattr(pages_of_access, "slips_of", kept)
        page = issue(office, manager).text
        assert (slips[0]["user_name"] in page, slips[0]["code"] in page) == (True, False)

    def test_who_may_not_have_one_is_named_with_the_reason(self, office, manager):
        stranger = make_person("มาลี", "ดีงาม")
        page = words(office.get(issue_page(manager, stranger)))
        assert "มาลี ดีงาม: ปัจจุบันไม่มีตำแหน่ง" in page
        issue(office, manager, stranger)
        assert [code.user.first_name for code in ActivationCode.objects.all()] == ["สมชาย"]

    def test_the_same_click_again_asks_before_it_revokes(self, office, manager):
        page = issue_page(manager)
        first = {"told": told(office.get(page))}
        office.post(page, first)
        again = office.post(page, first)
        assert ("ใบแจ้งฉบับเดิม" in words(again), ActivationCode.objects.count()) == (True, 1)

    def test_nobody_to_give_a_code_has_no_button(self, office):
        page = office.get(issue_page(make_person())).text
        assert 'name="told"' not in page
        assert office.get(f"{ISSUE}?person=x&person={9 * 10**30}").status_code == 200

    def test_the_change_of_the_person_has_its_reason(self, office, officer, manager):
        issue(office, manager)
        change_set = ChangeSet.objects.latest("pk")
        assert (change_set.made_by, change_set.reason) == (officer, "ออกรหัสเข้าใช้งานครั้งแรก")

    @pytest.mark.parametrize("sealed", ["", "x", "gAAAAA"])
    def test_slips_of_nobody_are_refused(self, office, sealed):
        answer = office.post(SLIPS, {"sealed": sealed}, follow=True)
        assert "ภายในหนึ่งชั่วโมง" in words(answer)

    def test_slips_are_made_for_an_hour_and_for_who_issued_them(
        self, office, manager, monkeypatch, django_user_model
    ):
        sealed = re.search(r'name="sealed" value="([^"]+)"', issue(office, manager).text)[1]
        monkeypatch.setattr(pages_of_access, "SECONDS_FOR_SLIPS", -1)
        assert office.post(SLIPS, {"sealed": sealed}).status_code == 302
        monkeypatch.undo()
        office.force_login(django_user_model.objects.create_superuser("wichai"))
        assert office.post(SLIPS, {"sealed": sealed}).status_code == 302


class TestAfterwards:
    def test_the_officer_sees_the_first_use_with_its_time(self, office, manager):
        issue(office, manager)
        assert "รอการใช้งานครั้งแรก" in words(office.get(CODES))
        used = datetime.datetime(2025, 11, 3, 2, 30, tzinfo=datetime.UTC)
        ActivationCode.objects.update(used_at=used)
        shown = words(office.get(CODES))
        assert ("ใช้แล้ว" in shown, "3 พฤศจิกายน 2568 เวลา 09.30 น." in shown) == (True, True)

    def test_a_code_is_revoked_once(self, office, officer, manager):
        issue(office, manager)
        code = ActivationCode.objects.get()
        data = {"action": "revoke_codes", "_selected_action": [code.pk]}
        assert "ยกเลิกรหัสแล้ว 1 รหัส" in words(office.post(CODES, data, follow=True))
        assert "ยกเลิกรหัสแล้ว 0 รหัส" in words(office.post(CODES, data, follow=True))
        code.refresh_from_db()
        assert (code.state, code.revoked_by) == ("revoked", officer)

    @pytest.mark.parametrize(
        ("state", "found"), [("waiting", 1), ("used", 0), ("revoked", 0), ("nonsense", 1)]
    )
    def test_the_list_is_narrowed_down_by_state(self, office, manager, state, found):
        issue(office, manager)
        assert office.get(CODES, {"state": state}).context["cl"].result_count == found

    def test_a_long_list_needs_no_more_queries(self, office, thali, django_assert_num_queries):
        for length in (3, 30):
            for number in range(ActivationCode.objects.count(), length):
                person = make_person(f"คนที่ {number}")
                appoint(person, at=thali)
                issue(office, person)
            with django_assert_num_queries(4):
                assert len(office.get(CODES).context["cl"].result_list) == length


class TestRight:
    @pytest.fixture
    def colleague(self, client, django_user_model):
        user = django_user_model.objects.create_user("wichai", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
        client.force_login(user)
        return user

    def test_without_the_right_there_is_no_way(self, client, colleague, manager):
        assert client.get(issue_page(manager)).status_code == 403
        assert client.post(issue_page(manager)).status_code == 403
        assert client.post(SLIPS).status_code == 403
        page = client.get("/admin/networks/appointment/").text
        assert 'value="issue_codes"' not in page
        row = manager.appointments.get()
        assert issue_page(manager) not in client.get(
            f"/admin/networks/appointment/{row.pk}/change/"
        )

    def test_the_right_alone_is_enough(self, client, colleague, manager):
        right = Permission.objects.filter(codename="issue_activationcode")
        colleague.user_permissions.set(right)
        page = issue(client, manager)
        assert (page.status_code, "081-234-5678" in page.text) == (200, False)
        assert client.get(CODES).status_code == 200

    def test_a_stranger_is_sent_to_sign_in(self, client, manager):
        assert client.get(issue_page(manager)).status_code == 302


def test_nothing_is_issued_after_the_appointment_ended_meanwhile(office, manager):
    page = issue_page(manager)
    seen = {"told": told(office.get(page))}
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    manager.appointments.update(ending="ended", ends_on=yesterday)
    assert office.post(page, seen).status_code == 200
    assert not ActivationCode.objects.exists()
