"""What organizations propose about their people is carried out as they meant it."""

import datetime

import pytest

from loei_coop.common.errors import WorkflowError
from networks import permissions
from networks.choices import Ending, Position
from networks.models import Appointment, Person, Proposal
from networks.register.proposed_persons import carry_out, matching_persons, new_person
from networks.states import ProposalState
from tests.factories import appoint, make_district, make_organization, make_person, seat
from tests.networks.offices import (
    OCTOBER,
    is_signed_in,
    make_deputy,
    make_manager,
    propose,
    signed_in,
)
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FEBRUARY = datetime.date(2026, 2, 1)
UNREADABLE = (
    "This proposal cannot be carried out: “{}” is not right. Refuse it and ask for a new one."
)


@pytest.fixture
def manager():
    return make_manager()


def wanted(**values):
    return {
        "title": "นาง",
        "first_name": "มาลี",
        "last_name": "ดีงาม",
        "position": "board_member",
        "phone": "081 234 5678",
        "starts_on": "2026-02-01",
        **values,
    }


def begins(manager, **values):
    return propose(manager, Proposal.Kind.BEGINS, wanted=wanted(**values))


def ends(manager, appointment, ends_on="2026-01-31"):
    values = {"appointment": appointment.pk, "ends_on": ends_on}
    return propose(manager, Proposal.Kind.ENDS, wanted=values)


def accept(proposal, officer, person=None):
    return carry_out(proposal, person=person or new_person(proposal.wanted), by=officer)


def is_accepted(proposal):
    return Proposal.objects.get(pk=proposal.pk).state == ProposalState.ACCEPTED


class TestWhoIsMeant:
    def test_everybody_of_that_name_however_it_is_spelt(self, manager):
        malee = make_person("มาลี", "ดี งาม", title="นางสาว")
        make_person("มาลี", "ดีงามยิ่ง")
        assert list(matching_persons(begins(manager))) == [malee]

    def test_nobody_where_there_is_none(self, manager):
        assert list(matching_persons(begins(manager))) == []

    def test_of_an_end_who_holds_the_appointment(self, manager):
        assert list(matching_persons(ends(manager, manager))) == [manager.person]

    def test_a_new_person_has_the_next_code_and_is_not_stored(self, manager):
        make_person(code="p-007")
        person = new_person(wanted())
        assert (person.code, str(person), person.phone) == ("p-008", "นางมาลี ดีงาม", "081 234 5678")
        assert not Person.objects.filter(first_name="มาลี").exists()


class TestSomebodyBegins:
    def test_the_new_person_is_stored_and_appointed(self, manager, officer):
        proposal = begins(manager)
        new = accept(proposal, officer)
        assert (new.position, new.starts_on) == (Position.BOARD_MEMBER, FEBRUARY)
        assert Person.objects.get(code="p-001") == new.person
        assert is_accepted(proposal)

    def test_one_of_the_register_gets_the_number_that_was_missing(self, manager, officer):
        malee = make_person("มาลี", "ดีงาม")
        accept(begins(manager), officer, malee)
        malee.refresh_from_db()
        assert malee.phone == "081 234 5678"

    def test_but_keeps_the_number_that_is_there(self, manager, officer):
        malee = make_person("มาลี", "ดีงาม", phone="042 111 222")
        accept(begins(manager), officer, malee)
        malee.refresh_from_db()
        assert malee.phone == "042 111 222"

    def test_beside_others_on_the_board(self, manager, officer):
        member = appoint(make_person(), Position.BOARD_MEMBER, at=manager.organization)
        accept(begins(manager), officer)
        assert Appointment.objects.giving_access().filter(pk=member.pk).exists()

    def test_a_manager_takes_over_from_the_one_of_today(self, manager, officer):
        browser = signed_in(manager.person.user)
        proposal, other = begins(manager, position="manager"), propose(manager)
        new = accept(proposal, officer)
        manager.refresh_from_db()
        other.refresh_from_db()
        assert manager.ends_on == datetime.date(2026, 1, 31)
        assert other.owner == Person.objects.get(pk=new.person_id).user
        assert not is_signed_in(browser)
        assert is_accepted(proposal)

    def test_where_there_is_no_chair_one_just_begins(self, manager, officer):
        accept(begins(manager, position="board_chair"), officer)
        assert Appointment.objects.giving_access().filter(pk=manager.pk).exists()

    def test_two_managers_of_today_are_for_somebody_to_sort_out(self, manager, officer):
        appoint(make_person(), at=manager.organization, starts_on=OCTOBER)
        assert refusal(accept, begins(manager, position="manager"), officer) == [
            "Several persons hold this post today. End the appointments that are over."
        ]

    def test_who_holds_the_post_is_refused_and_nothing_is_accepted(self, manager, officer):
        malee = make_person("มาลี", "ดีงาม")
        appoint(malee, Position.BOARD_MEMBER, at=manager.organization, starts_on=OCTOBER)
        proposal = begins(manager)
        assert refusal(accept, proposal, officer, malee)
        assert not is_accepted(proposal)

    @pytest.mark.parametrize(
        ("name", "value", "label"),
        [
            ("position", "deputy", "position"),
            ("position", "governor", "position"),
            ("position", None, "position"),
            ("first_name", " ", "first name"),
            ("first_name", ["มาลี"], "first name"),
            ("last_name", {"a": 1}, "last name"),
            ("starts_on", "", "from"),
            ("starts_on", "1/2/2569", "from"),
            ("starts_on", "2569-02-01", "from"),
            ("starts_on", 20260201, "from"),
        ],
    )
    def test_what_does_not_read_as_it_should_is_refused(self, manager, officer, name, value, label):
        person = make_person("มาลี", "ดีงาม")
        proposal = begins(manager, **{name: value})
        assert refusal(accept, proposal, officer, person) == [UNREADABLE.format(label)]
        assert not is_accepted(proposal)

    def test_a_telephone_number_that_is_none_is_refused(self, manager, officer):
        assert refusal(accept, begins(manager, phone="ถามกำนัน"), officer)
        assert not Person.objects.filter(first_name="มาลี").exists()


class TestSomebodyEnds:
    def test_the_appointment_ends_on_the_day(self, manager, officer):
        member = appoint(
            make_person(), Position.BOARD_MEMBER, at=manager.organization, starts_on=OCTOBER
        )
        proposal = ends(manager, member)
        carry_out(proposal, person=member.person, by=officer)
        member.refresh_from_db()
        assert (member.ending, member.ends_on) == (Ending.ENDED, datetime.date(2026, 1, 31))
        assert is_accepted(proposal)

    def leave(self, manager, officer, **ends_on):
        browser = signed_in(manager.person.user)
        carry_out(ends(manager, manager, **ends_on), person=manager.person, by=officer)
        return browser

    def test_the_sessions_close_where_nothing_else_gives_access(self, manager, officer):
        assert not is_signed_in(self.leave(manager, officer))
        assert not permissions.works_for(manager.person.user, manager.organization)

    def test_they_stay_where_a_seat_gives_access(self, manager, officer):
        network = make_district().network
        seat(network, 1, OCTOBER, manager.person, manager.organization)
        assert is_signed_in(self.leave(manager, officer))

    def test_they_stay_until_the_last_day(self, manager, officer):
        browser = self.leave(manager, officer, ends_on="2026-02-26")
        assert is_signed_in(browser)
        assert permissions.works_for(manager.person.user, manager.organization)

    def test_what_is_over_is_refused(self, manager, officer):
        over = {"ending": Ending.ENDED, "ends_on": datetime.date(2025, 12, 31)}
        member = appoint(make_person(), Position.BOARD_MEMBER, at=manager.organization, **over)
        assert refusal(carry_out, ends(manager, member), by=officer) == [
            "The appointment that is to end is over already."
        ]

    def test_an_appointment_of_another_organization_is_refused(self, manager, officer):
        other = make_manager(make_organization("ท่าลี่ จำกัด"), ("ใจ", "ดี"), account=None)
        assert refusal(carry_out, ends(manager, other), by=officer) == [
            "The appointment that is to end is over already."
        ]

    def test_another_person_is_refused(self, manager, officer):
        assert refusal(carry_out, ends(manager, manager), person=make_person(), by=officer) == [
            "This appointment is another person's."
        ]

    def test_a_last_day_before_the_first_is_refused(self, manager, officer):
        proposal = ends(manager, manager, "2025-09-30")
        assert refusal(carry_out, proposal, by=officer) == ["The last day lies before the first."]

    @pytest.mark.parametrize("key", [None, "1", True, [1], 1.5])
    def test_a_key_that_is_none_is_refused(self, manager, officer, key):
        values = {"appointment": key, "ends_on": "2026-01-31"}
        proposal = propose(manager, Proposal.Kind.ENDS, wanted=values)
        assert refusal(carry_out, proposal, by=officer) == [UNREADABLE.format("appointment")]


class TestADeputy:
    def deputy(self, manager, **values):
        return propose(manager, Proposal.Kind.DEPUTY, wanted=wanted(position="", **values))

    def test_is_named_by_whoever_looks_after_the_proposal(self, manager, officer):
        proposal = self.deputy(manager)
        deputy = accept(proposal, officer)
        assert (deputy.position, deputy.named_by) == (Position.DEPUTY, manager.person)
        assert is_accepted(proposal)

    def test_is_refused_once_the_manager_has_left(self, manager, officer):
        proposal = self.deputy(manager)
        carry_out(ends(manager, manager), by=officer)
        (sentence,) = refusal(accept, proposal, officer)
        assert "holds no post today that leads" in sentence
        assert not is_accepted(proposal)

    def test_needs_a_namer_in_the_register(self, manager, officer):
        proposal = self.deputy(manager)
        Person.objects.update(user=None)
        assert refusal(accept, proposal, officer) == [
            "Whoever looks after this proposal is not in the register of persons."
        ]

    def test_who_works_there_already_is_refused(self, manager, officer):
        deputy = make_deputy(("มาลี", "ดีงาม"), of=manager)
        assert refusal(accept, self.deputy(manager), officer, deputy.person)


class TestTheDecision:
    def test_the_second_click_is_refused(self, manager, officer):
        proposal = begins(manager)
        accept(proposal, officer)
        with pytest.raises(WorkflowError):
            accept(proposal, officer)
        assert Appointment.objects.filter(position=Position.BOARD_MEMBER).count() == 1

    def test_what_was_withdrawn_is_refused(self, manager, officer):
        proposal = begins(manager)
        Proposal.objects.update(state=ProposalState.WITHDRAWN)
        with pytest.raises(WorkflowError):
            accept(proposal, officer)

    def test_who_may_not_decide_changes_nothing(self, manager, django_user_model):
        wichai = django_user_model.objects.create_user("wichai", is_staff=True)
        with pytest.raises(WorkflowError):
            accept(begins(manager), wichai)
        assert not Person.objects.filter(first_name="มาลี").exists()

    def test_an_officer_who_works_there_leaves_it_to_a_colleague(self, manager, officer):
        member = appoint(make_person(), Position.BOARD_MEMBER, at=manager.organization)
        member.person.user = officer
        member.person.save()
        with pytest.raises(WorkflowError):
            accept(begins(manager), officer)

    def test_it_is_told_which_change_it_became(self, manager, officer):
        proposal = begins(manager)
        new = accept(proposal, officer)
        proposal.refresh_from_db()
        assert (proposal.decided_by, proposal.change_set_id is None) == (officer, False)
        assert new.history.count() == 1

    def test_a_proposal_about_the_record_is_none_of_persons(self, manager, officer):
        assert refusal(carry_out, propose(manager), by=officer) == [
            "This proposal is about the record, not about a person."
        ]

    def test_somebody_has_to_be_named(self, manager, officer):
        assert refusal(carry_out, begins(manager), by=officer) == ["Say which person it is."]
