"""A promotion officer moves on."""

import datetime

import pytest

from networks import open_work
from networks.choices import Ending, Position
from networks.models import Appointment, Organization, Proposal
from networks.open_work import OpenWork
from networks.querysets import OFFICE_CODE
from networks.register.transfer import transfer
from tests.factories import appoint, make_agency, make_group, make_organization, make_person
from tests.networks.offices import (
    OCTOBER,
    is_signed_in,
    make_account,
    make_manager,
    propose,
    signed_in,
)
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FEBRUARY = datetime.date(2026, 2, 1)


@pytest.fixture
def bureau():
    return make_agency(code=OFFICE_CODE)


@pytest.fixture
def anan(bureau):
    person = make_person("อนันต์", "มหัจฉริยพันธุ์")
    appoint(person, Position.PROMOTION_OFFICER, at=bureau, starts_on=OCTOBER)
    make_account(person, "anan", is_staff=True)
    return person


@pytest.fixture
def kanthima():
    return make_person("กันทิมา", "สุนทรวีรัตน์", title="นางสาว")


@pytest.fixture
def reviews(monkeypatch):
    """An app that tells of open work of officers."""
    kind = OpenWork(
        rows=lambda user: Proposal.objects.waiting().looked_after_by(user),
        describe=lambda number: f"{number} reviews",
    )
    monkeypatch.setattr(open_work.of_officers, "kinds", [kind])


def posts(person):
    return [(row.starts_on, row.ends_on) for row in person.appointments.order_by("pk")]


class TestWhatMoves:
    def test_all_of_them_and_nobody_elses(self, anan, kanthima):
        other = make_person()
        mine = [make_organization(promotion_officer=anan), make_group(promotion_officer=anan)]
        mine.append(make_organization("เลิกแล้ว จำกัด", status="dissolved", promotion_officer=anan))
        foreign = make_organization("ท่าลี่ จำกัด", promotion_officer=other)
        assert transfer(anan, to=kanthima, on=FEBRUARY) == mine
        assert set(Organization.objects.filter(promotion_officer=kanthima)) == set(mine)
        assert foreign.promotion_officer == other

    def test_the_group_of_the_office_stays(self, anan, kanthima):
        make_organization(promotion_officer=anan, promotion_group=3)
        (row,) = transfer(anan, to=kanthima, on=FEBRUARY)
        assert row.promotion_group == 3

    def test_each_has_its_history(self, anan, kanthima):
        row = make_organization(promotion_officer=anan)
        transfer(anan, to=kanthima, on=FEBRUARY)
        assert [old.promotion_officer for old in row.history.all()] == [kanthima, anan]

    def test_the_post_ends_and_begins(self, anan, kanthima):
        transfer(anan, to=kanthima, on=FEBRUARY)
        assert posts(anan) == [(OCTOBER, datetime.date(2026, 1, 31))]
        assert posts(kanthima) == [(FEBRUARY, None)]
        assert Appointment.objects.get(person=kanthima).agency.code == OFFICE_CODE

    def test_who_has_the_post_already_gets_no_second(self, anan, kanthima, bureau):
        appoint(kanthima, Position.PROMOTION_OFFICER, at=bureau, starts_on=OCTOBER)
        transfer(anan, to=kanthima, on=FEBRUARY)
        assert posts(kanthima) == [(OCTOBER, None)]

    def test_who_only_promotes_gives_the_new_one_the_post_of_the_office(self, kanthima, bureau):
        somchai = make_person()
        make_organization(promotion_officer=somchai)
        transfer(somchai, to=kanthima, on=FEBRUARY)
        assert kanthima.appointments.get().agency == bureau

    def test_without_an_office_in_the_register_there_is_no_post(self, kanthima):
        somchai = make_person()
        make_organization(promotion_officer=somchai)
        transfer(somchai, to=kanthima, on=FEBRUARY)
        assert not kanthima.appointments.exists()

    def test_open_work_of_the_officer_follows(self, anan, kanthima, reviews):
        review = propose(make_manager(), owner=anan.user)
        make_account(kanthima, "kanthima", is_staff=True)
        transfer(anan, to=kanthima, on=FEBRUARY)
        review.refresh_from_db()
        assert review.owner == kanthima.user

    def test_the_next_click_of_the_former_officer_is_refused(self, anan, kanthima):
        browser = signed_in(anan.user)
        transfer(anan, to=kanthima, on=FEBRUARY)
        assert not is_signed_in(browser)
        anan.user.refresh_from_db()
        assert anan.user.is_active


class TestRefusals:
    def refused(self, officer, to, on=FEBRUARY):
        before = list(Appointment.objects.values())
        sentences = refusal(transfer, officer, to=to, on=on)
        assert list(Appointment.objects.values()) == before
        return sentences

    def test_to_oneself(self, anan):
        assert self.refused(anan, anan) == ["Nobody transfers work to oneself."]

    def test_on_a_day_to_come(self, anan, kanthima):
        assert self.refused(anan, kanthima, datetime.date(2026, 2, 27)) == [
            "This day is still to come. Record it on the day itself."
        ]

    def test_before_the_former_was_in_office_for_a_day(self, anan, kanthima):
        assert self.refused(anan, kanthima, OCTOBER) == [
            "นายอนันต์ มหัจฉริยพันธุ์ began on 1 October 2025: choose a later day."
        ]

    def test_the_second_click(self, anan, kanthima):
        make_organization(promotion_officer=anan)
        transfer(anan, to=kanthima, on=FEBRUARY)
        assert self.refused(anan, kanthima) == [
            "นายอนันต์ มหัจฉริยพันธุ์ promotes nobody and is no promotion officer today."
        ]

    def test_a_former_officer_with_nothing_left(self, bureau, kanthima):
        over = {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 1, 31)}
        somchai = make_person()
        appoint(somchai, Position.PROMOTION_OFFICER, at=bureau, starts_on=OCTOBER, **over)
        assert self.refused(somchai, kanthima)

    def test_open_work_never_goes_to_nobody(self, anan, kanthima, reviews):
        propose(make_manager(), owner=anan.user)
        (sentence,) = self.refused(anan, kanthima)
        assert sentence.startswith("นางสาวกันทิมา สุนทรวีรัตน์ has no account")
