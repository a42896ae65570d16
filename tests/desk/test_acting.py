"""Wichai at the office enters what Malee says on the telephone: beginning, desk, end."""

import datetime
import time

import pytest
from django.contrib.auth.models import Permission

from loei_coop.accounts.events import show_changes
from loei_coop.accounts.models import AccountEvent, User
from loei_coop.common.models import ChangeSet
from networks import workflow
from networks.choices import Ending, Position
from networks.models import HoldersConfirmation, Organization, Proposal
from tests.desk.conftest import signed_in
from tests.desk.people import HOME, OCTOBER, newcomer
from tests.factories import appoint, make_person
from tests.networks.admin_forms import cooperative_form
from tests.networks.guided.walk import carry_out, complaints, consequences, said
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

NA_DUANG = "สหกรณ์การเกษตรนาด้วง จำกัด"
END = "/en/desk/acting/end/"
BANNER = f"You act for Malee of {NA_DUANG}."
CALLED = "โทรศัพท์มาเวลา 10.30 น."


@pytest.fixture
def wichai(wichai):
    rights = ["act_for_organization", "view_cooperative", "change_cooperative"]
    wichai.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return wichai


@pytest.fixture
def officer_client(wichai):
    return signed_in(wichai)


@pytest.fixture
def path(na_duang):
    return f"/en/admin/networks/cooperative/{na_duang.pk}/act-for/"


@pytest.fixture
def begin(officer_client, path, malee):
    """Acts for Malee; the page that this leads to."""

    def click(caller=malee):
        return carry_out(officer_client, path, {"caller": caller.person.pk, "asked": CALLED})

    return click


def record_of(organization):
    return f"/en/admin/networks/cooperative/{organization.pk}/change/"


def events_of(kind):
    return list(AccountEvent.objects.filter(kind=kind))


class TestBeginning:
    def test_who_works_there_today_can_be_chosen(self, officer_client, path, malee, somsak):
        page = officer_client.get(path)
        offered = [label for _key, label in page.context["form"].fields["caller"].choices]
        assert sorted(offered) == [
            "นางมาลี ใจงาม · Manager",
            "นายสมศักดิ์ รักงาน · Deputy for filling in",
        ]

    def test_it_is_told_what_will_happen(self, officer_client, path, malee):
        data = {"caller": malee.person.pk, "asked": CALLED}
        assert consequences(officer_client.post(path, data)) == [
            f"You are led to the desk of {NA_DUANG}.",
            "What you enter there bears both names: วิชัย for นางมาลี ใจงาม.",
            "นางมาลี ใจงาม finds it on the desk and is asked to confirm it.",
            "It ends when you end it, when you sign out, and after two hours.",
            "Beginning and end are kept in the log of the accounts.",
        ]

    def test_it_leads_to_the_desk_which_says_so(self, begin):
        page = begin()
        assert page.redirect_chain == [(HOME, 302)]
        assert BANNER in words(page)
        assert said(page) == ["You can begin. End it with the button above when the call is over."]

    def test_it_stands_in_the_log_with_both_names(self, begin, malee, wichai):
        begin()
        (event,) = events_of("acting-begun")
        assert (event.user, event.made_by) == (malee, wichai)
        assert show_changes(event) == f"0005 · {CALLED}"

    @pytest.mark.parametrize("missing", ["caller", "asked"])
    def test_neither_the_person_nor_how_they_asked_is_left_out(
        self, officer_client, path, malee, missing
    ):
        data = {"caller": malee.person.pk, "asked": CALLED, missing: ""}
        assert complaints(officer_client.post(path, data)) == ["This field is required."]

    def test_whoever_has_no_account_gets_one_that_nobody_can_sign_in_with(
        self, officer_client, na_duang, path
    ):
        udom = make_person("อุดม", "มั่นคง")
        appoint(udom, Position.BOARD_CHAIR, at=na_duang, starts_on=OCTOBER)
        data = {"caller": udom.pk, "asked": CALLED}
        assert consequences(officer_client.post(path, data))[1].startswith("An account is made")
        carry_out(officer_client, path, data)
        udom.refresh_from_db()
        assert udom.user.username == "0005"
        assert not udom.user.has_usable_password()

    def test_a_closed_account_is_acted_for_by_nobody(self, officer_client, path, malee):
        User.objects.filter(pk=malee.pk).update(is_active=False)
        data = {"caller": malee.person.pk, "asked": CALLED}
        assert complaints(officer_client.post(path, data)) == [
            "The account of นางมาลี ใจงาม is closed."
        ]

    def test_looking_and_being_told_begin_nothing(self, officer_client, path, malee):
        officer_client.get(path)
        officer_client.post(path, {"caller": malee.person.pk, "asked": CALLED})
        assert officer_client.get(HOME).status_code == 404
        assert events_of("acting-begun") == []


class TestWhoMay:
    def test_an_officer_without_the_right_is_refused(self, officer_client, wichai, path, malee):
        wichai.user_permissions.remove(Permission.objects.get(codename="act_for_organization"))
        assert officer_client.get(path).status_code == 403
        data = {"caller": malee.person.pk, "asked": CALLED}
        assert officer_client.post(path, data).status_code == 403

    def test_an_officer_who_works_there_acts_for_no_colleague(
        self, officer_client, wichai, na_duang, path, malee
    ):
        own = make_person("วิชัย", "แก้วมา", user=wichai)
        appoint(own, Position.BOARD_MEMBER, at=na_duang, starts_on=OCTOBER)
        assert officer_client.get(path).status_code == 403
        assert path not in officer_client.get(record_of(na_duang)).text

    def test_a_manager_has_no_such_page(self, desk, path):
        assert desk.get(path).status_code == 403

    def test_where_nobody_works_there_is_no_button(self, officer_client, na_duang, path, malee):
        assert path in officer_client.get(record_of(na_duang)).text
        malee.person.appointments.update(ending=Ending.UNKNOWN)
        assert path not in officer_client.get(record_of(na_duang)).text


class TestAtTheDesk:
    def test_what_is_proposed_bears_both_names(self, begin, officer_client, malee, wichai):
        begin()
        officer_client.post(f"{HOME}holders/begin/", newcomer())
        proposal = Proposal.objects.get()
        assert (proposal.made_by, proposal.on_behalf_of) == (wichai, malee)
        assert "Entered by วิชัย on behalf of Malee" in words(
            officer_client.get(f"{HOME}proposals/{proposal.pk}/")
        )

    def test_the_list_that_is_confirmed_bears_both_names(
        self, begin, officer_client, malee, wichai
    ):
        begin()
        officer_client.post(f"{HOME}holders/confirm/", {"meeting_on": "15/2/2569"})
        row = HoldersConfirmation.objects.get()
        assert (row.made_by, row.on_behalf_of) == (wichai, malee)

    def test_what_is_changed_on_the_pages_of_the_office_bears_the_officers_name_alone(
        self, begin, officer_client, na_duang, wichai
    ):
        begin()
        record = {"code": "0005", "type": "agricultural", "name": NA_DUANG, "phone": "0 4288 7555"}
        response = officer_client.post(record_of(na_duang), cooperative_form(**record))
        assert response.status_code == 302
        act = na_duang.history.latest().change_set
        assert (act.made_by, act.on_behalf_of, act.source) == (wichai, None, ChangeSet.Source.FORM)

    def test_no_other_desk_opens(self, begin, officer_client, kanya):
        begin()
        assert officer_client.get("/en/desk/organizations/0008/").status_code == 404

    def test_the_next_caller_takes_the_place_of_the_first(self, begin, somsak, malee):
        begin()
        assert f"You act for Somsak of {NA_DUANG}." in words(begin(somsak))
        (event,) = events_of("acting-ended")
        assert event.user == malee


class TestEnd:
    def test_it_leads_back_to_the_record(self, begin, officer_client, na_duang):
        begin()
        page = officer_client.post(END, follow=True)
        assert page.redirect_chain == [(record_of(na_duang), 302)]
        assert said(page) == ["You act for nobody any more."]
        assert officer_client.get(HOME).status_code == 404

    def test_it_stands_in_the_log_with_both_names(self, begin, officer_client, malee, wichai):
        begin()
        officer_client.post(END)
        (event,) = events_of("acting-ended")
        assert (event.user, event.made_by) == (malee, wichai)
        assert show_changes(event) == "0005"

    def test_a_second_click_ends_nothing(self, begin, officer_client):
        begin()
        officer_client.post(END)
        page = officer_client.post(END, follow=True)
        assert said(page)[-1] == "It had ended already."
        assert len(events_of("acting-ended")) == 1

    def test_looking_ends_nothing(self, begin, officer_client):
        begin()
        assert officer_client.get(END).status_code == 405
        assert BANNER in words(officer_client.get(HOME))

    def test_it_ends_with_the_sign_out(self, begin, officer_client, wichai):
        begin()
        officer_client.post("/en/account/logout/")
        officer_client.force_login(wichai)
        assert officer_client.get(HOME).status_code == 404

    def test_it_ends_after_two_hours(self, begin, officer_client, monkeypatch):
        begin()
        later = time.time() + 7201
        monkeypatch.setattr("loei_coop.common.acting.time.time", lambda: later)
        assert officer_client.get(HOME).status_code == 404

    def test_it_ends_with_the_appointment_of_the_caller(self, begin, officer_client, malee):
        begin()
        ended = {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 2, 25)}
        malee.person.appointments.update(**ended)
        assert officer_client.get(HOME).status_code == 404

    def test_it_ends_with_the_right_of_the_officer(self, begin, officer_client, wichai):
        begin()
        wichai.user_permissions.clear()
        assert officer_client.get(HOME).status_code == 404

    def test_the_record_says_for_whom_and_ends_it_too(self, begin, officer_client, na_duang):
        begin()
        page = officer_client.get(record_of(na_duang))
        assert "You act for Malee here." in words(page)
        assert f'action="{END}"' in page.text
        officer_client.post(END)
        assert "You act for Malee here." not in words(officer_client.get(record_of(na_duang)))


@pytest.mark.usefixtures("english")
class TestEndByItself:
    """Noticed at the next page, and written down once."""

    @pytest.fixture
    def two_hours_later(self, monkeypatch):
        def wait():
            later = time.time() + 7201
            monkeypatch.setattr("loei_coop.common.acting.time.time", lambda: later)

        return wait

    def test_the_time_is_over(self, begin, officer_client, two_hours_later, malee, wichai):
        begin()
        two_hours_later()
        for _look in range(2):
            officer_client.get(HOME)
        (event,) = events_of("acting-ended")
        assert (event.user, event.made_by) == (malee, wichai)
        assert show_changes(event) == "0005 · by itself: the two hours were over"

    def test_the_right_of_the_officer_was_taken_away(self, begin, officer_client, wichai):
        begin()
        wichai.user_permissions.clear()
        for _look in range(2):
            officer_client.get(HOME)
        (event,) = events_of("acting-ended")
        assert show_changes(event) == "0005 · by itself: the right to it had ended"

    def test_the_caller_works_there_no_longer(self, begin, officer_client, malee):
        begin()
        malee.person.appointments.update(ending=Ending.UNKNOWN)
        officer_client.get(HOME)
        assert [event.user for event in events_of("acting-ended")] == [malee]

    def test_the_account_of_the_caller_was_closed(self, begin, officer_client, malee):
        begin()
        User.objects.filter(pk=malee.pk).update(is_active=False)
        officer_client.get(HOME)
        assert [event.user for event in events_of("acting-ended")] == [malee]

    def test_it_is_noticed_at_the_record_of_another_organization_too(
        self, begin, officer_client, two_hours_later, kanya
    ):
        begin()
        two_hours_later()
        officer_client.get(record_of(Organization.objects.get(code="0008")))
        assert len(events_of("acting-ended")) == 1

    def test_a_right_that_comes_back_brings_no_acting_back(self, begin, officer_client, wichai):
        begin()
        rights = list(wichai.user_permissions.all())
        wichai.user_permissions.clear()
        officer_client.get(HOME)
        wichai.user_permissions.set(rights)
        assert officer_client.get(HOME).status_code == 404

    def test_the_click_on_the_end_comes_too_late(self, begin, officer_client, two_hours_later):
        begin()
        two_hours_later()
        assert said(officer_client.post(END, follow=True))[-1] == "It had ended already."
        (event,) = events_of("acting-ended")
        assert show_changes(event).endswith("by itself: the two hours were over")

    def test_the_next_caller_finds_it_over(self, begin, two_hours_later, somsak, malee):
        begin()
        two_hours_later()
        begin(somsak)
        (event,) = events_of("acting-ended")
        assert event.user == malee
        assert show_changes(event).endswith("by itself: the two hours were over")

    def test_while_it_lasts_nothing_is_written(self, begin, officer_client, na_duang, kanya):
        begin()
        for page in (HOME, record_of(na_duang), "/en/desk/organizations/0008/"):
            officer_client.get(page)
        assert events_of("acting-ended") == []


def test_what_was_entered_for_her_is_confirmed_by_the_manager(begin, officer_client, desk, malee):
    begin()
    officer_client.post(f"{HOME}holders/begin/", newcomer())
    proposal = Proposal.objects.get()
    workflow.confirm_entry(proposal, by=malee)
    assert not Proposal.objects.to_confirm().exists()
