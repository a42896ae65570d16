"""An officer decides what organizations propose about who is in office."""

import datetime

import pytest

from networks.choices import Ending, Position
from networks.models import Appointment, Person, Proposal
from tests.factories import appoint, make_organization, make_person
from tests.networks.guided.proposals import (
    OCTOBER,
    ending,
    make_manager,
    newcomer,
    page_of,
)
from tests.networks.guided.walk import carry_out, complaints, consequences, said, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NA_DUANG = "สหกรณ์การเกษตรนาด้วง จำกัด"
NEW = {"person": "new"}


@pytest.fixture
def na_duang():
    return make_organization(NA_DUANG, code="0005")


@pytest.fixture
def malee(na_duang):
    return make_manager(na_duang)


@pytest.fixture
def proposal(na_duang, malee):
    """That Boonmee is a member of the board from March."""
    return newcomer(na_duang, by=malee)


def offered(client, proposal):
    """([words], the one chosen) of the question which person it is."""
    field = client.get(page_of(proposal, "accept")).context["form"].fields["person"]
    return [label for _key, label in field.choices], field.initial


class TestBeginning:
    def test_where_nobody_has_the_name_a_new_record_is_proposed(self, office, proposal):
        assert offered(office, proposal) == (["A new person: นายบุญมี นาดี"], "new")

    def test_a_person_of_the_same_name_however_it_is_spelt_is_preselected(self, office, proposal):
        boonmee = make_person("บุญ มี", "นาดี", title="ดร.", code="p12")
        words, chosen = offered(office, proposal)
        assert words[0] == "ดร.บุญ มี นาดี (p12)"
        assert chosen == str(boonmee.pk)

    def test_of_two_of_one_name_the_officer_chooses(self, office, proposal):
        for _number in range(2):
            make_person("บุญมี", "นาดี")
        words, chosen = offered(office, proposal)
        assert (len(words), chosen) == (3, None)

    def test_what_tells_persons_apart_stands_beside_the_name(self, office, proposal):
        boonmee = make_person("บุญมี", "นาดี", code="p12")
        appoint(boonmee, at=make_organization("สหกรณ์ภูเรือ จำกัด"), starts_on=OCTOBER)
        words, _chosen = offered(office, proposal)
        assert words[0] == "นายบุญมี นาดี (p12) · Manager, สหกรณ์ภูเรือ จำกัด"

    def test_it_is_told_what_will_happen(self, office, proposal):
        assert consequences(office.post(page_of(proposal, "accept"), NEW)) == [
            "Position: Board member",
            "Person: นายบุญมี นาดี",
            "From: 1 March 2026",
            "นายบุญมี นาดี is added to the persons of the register.",
            "The history names you and มาลี ใจงาม, whose proposal it is.",
        ]

    def test_a_private_telephone_is_read_on_the_page_of_the_person_alone(
        self, office, na_duang, malee
    ):
        proposal = newcomer(na_duang, by=malee, phone="0 8123 4567")
        told_of = office.post(page_of(proposal, "accept"), NEW)
        assert "Telephone (not published): given; kept with the person" in consequences(told_of)
        for page in (
            told_of,
            office.get(page_of(proposal)),
            office.get(page_of(proposal, "accept")),
        ):
            assert "0 8123 4567" not in page.text
        carry_out(office, page_of(proposal, "accept"), NEW)
        assert Person.objects.get(first_name="บุญมี").phone == "0 8123 4567"

    def test_a_new_person_is_in_office(self, office, na_duang, malee, proposal):
        page = carry_out(office, page_of(proposal, "accept"), NEW)
        assert said(page) == [f"Accepted and recorded: {NA_DUANG}, new office holder."]
        boonmee = Person.objects.get(first_name="บุญมี")
        (post,) = boonmee.appointments.all()
        assert (post.organization, post.position) == (na_duang, Position.BOARD_MEMBER)
        proposal.refresh_from_db()
        act = post.history.get().change_set
        assert (act, act.on_behalf_of) == (proposal.change_set, malee)

    def test_a_known_person_is_not_recorded_twice(self, office, proposal):
        boonmee = make_person("บุญมี", "นาดี")
        carry_out(office, page_of(proposal, "accept"), {"person": boonmee.pk})
        assert boonmee.appointments.count() == 1
        assert Person.objects.filter(first_name="บุญมี").count() == 1

    def test_a_person_who_is_not_offered_cannot_be_sent(self, office, proposal):
        stranger = make_person("วิชัย", "แก้วมา")
        (sentence,) = complaints(office.post(page_of(proposal, "accept"), {"person": stranger.pk}))
        assert "is not one of the available choices" in sentence

    def test_of_the_one_who_leads_it_is_told_who_hands_over(self, office, na_duang, malee):
        proposal = newcomer(na_duang, by=malee, position="manager", starts_on="2026-02-01")
        sentences = consequences(office.post(page_of(proposal, "accept"), NEW))
        assert any(line.startswith("นางมาลี ใจงาม, who holds the post") for line in sentences)
        carry_out(office, page_of(proposal, "accept"), NEW)
        before = Appointment.objects.get(person=malee.person)
        assert (before.ending, before.ends_on) == (Ending.ENDED, datetime.date(2026, 1, 31))

    def test_a_second_click_is_refused(self, office, proposal):
        path = page_of(proposal, "accept")
        mark = told(office.post(path, NEW))
        for _click in range(2):
            page = office.post(path, {**NEW, "told": mark})
        assert complaints(page) == ["This proposal was decided or withdrawn already."]
        assert Appointment.objects.filter(position=Position.BOARD_MEMBER).count() == 1

    def test_a_colleague_without_the_right_is_refused(self, colleague, proposal):
        client = colleague("view_proposal", "add_appointment", "add_person")
        assert client.post(page_of(proposal, "accept"), NEW).status_code == 403
        assert Person.objects.filter(first_name="บุญมี").count() == 0


class TestEnd:
    @pytest.fixture
    def udom(self, na_duang):
        person = make_person("อุดม", "มั่นคง")
        return appoint(person, Position.BOARD_CHAIR, at=na_duang, starts_on=OCTOBER)

    @pytest.fixture
    def proposal(self, udom, malee):
        return ending(udom, by=malee)

    def test_it_asks_nothing_and_tells_what_will_happen(self, office, proposal):
        assert consequences(office.get(page_of(proposal, "accept"))) == [
            "Position: Chair of the board",
            "Person: นายอุดม มั่นคง",
            "Last day: 31 January 2026",
            "The right to work in the portal for this office ends with its last day.",
            "The history names you and มาลี ใจงาม, whose proposal it is.",
        ]

    def test_the_office_ends_on_the_day(self, office, udom, proposal):
        path = page_of(proposal, "accept")
        office.post(path, {"told": told(office.get(path))})
        udom.refresh_from_db()
        assert (udom.ending, udom.ends_on) == (Ending.ENDED, datetime.date(2026, 1, 31))

    def test_what_ended_meanwhile_is_told(self, office, udom, proposal):
        udom.ending, udom.ends_on = Ending.ENDED, datetime.date(2025, 12, 31)
        udom.save()
        assert complaints(office.get(page_of(proposal, "accept"))) == [
            "The appointment that is to end is over already."
        ]


class TestDeputy:
    @pytest.fixture
    def proposal(self, na_duang, malee):
        return newcomer(na_duang, by=malee, kind=Proposal.Kind.DEPUTY, position="deputy")

    def test_a_deputy_is_named_by_whoever_looks_after_the_proposal(self, office, malee, proposal):
        carry_out(office, page_of(proposal, "accept"), NEW)
        deputy = Appointment.objects.get(position=Position.DEPUTY)
        assert (deputy.person.first_name, deputy.named_by) == ("บุญมี", malee.person)
