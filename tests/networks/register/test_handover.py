"""A manager hands over: post, open work and deputies go to one person at once."""

import datetime

import pytest
from django.contrib.sessions.models import Session

from loei_coop.accounts import activation
from loei_coop.accounts.models import AccountEvent, ActivationCode, SignedIn
from networks import permissions
from networks.choices import Ending, Position, Status
from networks.models import Appointment, Organization, Person, Proposal
from networks.register.handover import hand_over
from networks.states import ProposalState
from tests.factories import appoint, make_agency, make_group, make_organization, make_person
from tests.networks.offices import (
    OCTOBER,
    SUCCESSOR,
    is_signed_in,
    make_account,
    make_deputy,
    make_manager,
    propose,
    signed_in,
)
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FEBRUARY = datetime.date(2026, 2, 1)
OVER = ["This appointment is not one of today: there is nothing to hand over."]


@pytest.fixture
def manager():
    return make_manager()


@pytest.fixture
def malee():
    return make_person(*SUCCESSOR, title="นาง")


class TestThePost:
    def test_one_ends_the_day_before_the_other_begins(self, manager, malee):
        new = hand_over(manager, to=malee, starts_on=FEBRUARY)
        old = Appointment.objects.get(pk=manager.pk)
        assert (old.ending, old.ends_on) == (Ending.ENDED, datetime.date(2026, 1, 31))
        assert (new.person, new.position, new.starts_on) == (malee, Position.MANAGER, FEBRUARY)
        assert Appointment.objects.giving_access().get() == new

    def test_a_planned_end_known_to_the_year_becomes_the_day(self, manager, malee):
        end = {"ends_on": datetime.date(2026, 12, 31), "ends_on_precision": "year"}
        Appointment.objects.filter(pk=manager.pk).update(ending=Ending.ENDED, **end)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        old = Appointment.objects.get(pk=manager.pk)
        assert (old.ends_on, old.ends_on_precision) == (datetime.date(2026, 1, 31), "day")

    def test_the_chair_who_serves_a_group_hands_over_too(self, malee):
        group = make_group()
        chair = appoint(make_person(), Position.BOARD_CHAIR, at=group, starts_on=OCTOBER)
        assert hand_over(chair, to=malee, starts_on=FEBRUARY).position == Position.BOARD_CHAIR

    def test_somebody_new_is_added_with_the_next_code(self, manager):
        make_person(code="p-011")
        new = Person(title="นาง", first_name="มาลี", last_name="ดีงาม")
        hand_over(manager, to=new, starts_on=FEBRUARY)
        assert Person.objects.get(first_name="มาลี").code == "p-012"

    def test_what_a_sample_organization_gets_is_a_sample(self, malee):
        sample = make_manager(make_organization("ตัวอย่าง จำกัด", is_sample=True))
        assert hand_over(sample, to=malee, starts_on=FEBRUARY).is_sample


class TestNothingIsLeftBehind:
    def test_no_row_without_an_owner_and_no_session_of_the_old_holder(self, manager, malee):
        proposals = [propose(manager), propose(manager, Proposal.Kind.COUNTS)]
        deputies = [make_deputy(("ใจ", "ดี"), of=manager), make_deputy(("สม", "ดี"), of=manager)]
        old = manager.person.user
        browsers = [signed_in(old), signed_in(old)]
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        malee.refresh_from_db()
        assert {row.owner for row in Proposal.objects.all()} == {malee.user}
        assert len(proposals) == Proposal.objects.looked_after_by(malee.user).count()
        assert list(malee.named_deputies.order_by("pk")) == deputies
        assert [is_signed_in(browser) for browser in browsers] == [False, False]
        assert not SignedIn.objects.of(old).exists()
        assert not Session.objects.exists()

    def test_the_author_stays(self, manager, malee):
        proposal = propose(manager)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        proposal.refresh_from_db()
        assert proposal.author == manager.person.user

    def test_the_new_one_leads_and_the_old_one_does_not_work_there(self, manager, malee):
        old = manager.person.user
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        malee.refresh_from_db()
        assert permissions.leads(malee.user, manager.organization)
        assert not permissions.works_for(old, manager.organization)

    def test_what_was_decided_keeps_its_owner(self, manager, malee):
        done = propose(manager, state=ProposalState.WITHDRAWN)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        done.refresh_from_db()
        assert done.owner == manager.person.user

    def test_a_former_deputy_keeps_who_named_them(self, manager, malee):
        over = {"ending": Ending.ENDED, "ends_on": datetime.date(2025, 12, 31)}
        former = make_deputy(("ใจ", "ดี"), of=manager, **over)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        former.refresh_from_db()
        assert former.named_by == manager.person

    def test_the_log_of_the_account_tells_it(self, manager, malee):
        signed_in(manager.person.user)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        ended = AccountEvent.objects.filter(kind=AccountEvent.Kind.SESSIONS_ENDED)
        assert ended.get().user == manager.person.user

    def test_a_slip_that_waits_opens_nothing_any_more(self, manager, malee):
        activation.issue(manager.person.user, by=None)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        assert ActivationCode.objects.get().state == "revoked"


class TestTheOldHolder:
    def test_without_an_account_there_is_just_no_work_to_move(self, malee):
        manager = make_manager(account=None)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        malee.refresh_from_db()
        assert permissions.leads(malee.user, manager.organization)

    def test_who_stays_elsewhere_keeps_the_work_there_and_signs_in_again(self, manager, malee):
        tha_li = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0005")
        there = appoint(manager.person, Position.BOARD_CHAIR, at=tha_li, starts_on=OCTOBER)
        proposal, deputy = propose(there), make_deputy(("ใจ", "ดี"), of=there)
        browser = signed_in(manager.person.user)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        proposal.refresh_from_db()
        deputy.refresh_from_db()
        assert (proposal.owner, deputy.named_by) == (manager.person.user, manager.person)
        assert permissions.leads(manager.person.user, tha_li)
        assert not is_signed_in(browser)

    def test_a_slip_for_another_organization_stays_good(self, manager, malee):
        appoint(manager.person, at=make_organization("ท่าลี่ จำกัด"), starts_on=OCTOBER)
        activation.issue(manager.person.user, by=None)
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        assert ActivationCode.objects.get().revoked_at is None


class TestTheNewHolder:
    def test_gets_an_account_called_by_the_organization(self, manager, malee):
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        malee.refresh_from_db()
        assert malee.user.username == "0007-2"
        assert not malee.user.has_usable_password()

    def test_keeps_an_account_and_the_sessions(self, manager, malee):
        browser = signed_in(make_account(malee, "malee"))
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        malee.refresh_from_db()
        assert malee.user.username == "malee"
        assert is_signed_in(browser)

    def test_who_was_the_deputy_is_none_any_more(self, manager):
        deputy = make_deputy(SUCCESSOR, of=manager)
        new = hand_over(manager, to=deputy.person, starts_on=FEBRUARY)
        deputy.refresh_from_db()
        assert (deputy.ends_on, deputy.named_by) == (datetime.date(2026, 1, 31), manager.person)
        assert Appointment.objects.giving_access().get() == new


class TestRefusals:
    def refused(self, manager, to, starts_on=FEBRUARY):
        before = list(Appointment.objects.values())
        sentences = refusal(hand_over, manager, to=to, starts_on=starts_on)
        assert list(Appointment.objects.values()) == before
        return sentences

    def test_to_oneself(self, manager):
        assert self.refused(manager, manager.person) == ["Nobody hands over to oneself."]

    def test_on_a_day_to_come(self, manager, malee, today):
        tomorrow = today + datetime.timedelta(days=1)
        assert self.refused(manager, malee, tomorrow) == [
            "This day is still to come. Record it on the day itself."
        ]

    @pytest.mark.parametrize("day", [OCTOBER, datetime.date(2025, 9, 30)])
    def test_before_the_old_one_was_in_office_for_a_day(self, manager, malee, day):
        assert self.refused(manager, malee, day) == [
            "นายก่อเกียรติ ปรีดี began on 1 October 2025: choose a later day."
        ]

    @pytest.mark.parametrize(
        "values",
        [
            {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 2, 25)},
            {"ending": Ending.UNKNOWN},
            {"starts_on": datetime.date(2026, 3, 1)},
        ],
    )
    def test_what_is_over_or_still_to_come(self, manager, malee, values):
        Appointment.objects.filter(pk=manager.pk).update(**values)
        assert self.refused(manager, malee) == OVER

    @pytest.mark.parametrize(
        "position", [Position.BOARD_MEMBER, Position.DEPUTY, Position.INSPECTOR]
    )
    def test_a_post_that_does_not_lead(self, manager, malee, position):
        other = appoint(make_person(), position, at=manager.organization, starts_on=OCTOBER)
        sentence = "Only a manager, a chair or a person responsible hands over here."
        assert self.refused(other, malee) == [sentence]

    def test_a_post_of_an_agency(self, malee):
        governor = appoint(make_person(), Position.GOVERNOR, at=make_agency())
        sentence = "Only a manager, a chair or a person responsible hands over here."
        assert self.refused(governor, malee) == [sentence]

    @pytest.mark.parametrize("status", [Status.DISSOLVED, Status.LIQUIDATION])
    def test_an_organization_that_is_no_more(self, manager, malee, status):
        Organization.objects.filter(pk=manager.organization.pk).update(status=status)
        assert self.refused(manager, malee) == [
            "สหกรณ์การเกษตรนาด้วง จำกัด is no more, so nobody works for it in the portal."
        ]

    def test_an_organization_that_was_joined_away(self, manager, malee):
        survivor = make_organization("นาด้วง จำกัด")
        Organization.objects.filter(pk=manager.organization.pk).update(joined_into=survivor)
        (sentence,) = self.refused(manager, malee)
        assert sentence.endswith("was joined into another record. Work on that one instead.")

    def test_who_holds_the_very_post(self, manager, malee):
        appoint(malee, at=manager.organization, starts_on=OCTOBER)
        assert self.refused(manager, malee) == ["นางมาลี ดีงาม holds this post already: Manager."]

    def test_the_second_click(self, manager, malee):
        hand_over(manager, to=malee, starts_on=FEBRUARY)
        assert self.refused(manager, make_person()) == OVER
