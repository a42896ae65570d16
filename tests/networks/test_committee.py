import datetime

import pytest

from networks.choices import CommitteeOffice, Ending, Position
from networks.committee import committee_on, members_on, seats_on
from tests.factories import (
    appoint,
    make_district,
    make_member,
    make_network,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = pytest.mark.django_db

OCTOBER = datetime.date(2025, 10, 1)
DAY = datetime.date(2025, 11, 15)
NEXT_DAY = datetime.date(2025, 11, 16)


def test_an_empty_register_has_no_committee():
    committee = committee_on(DAY)
    assert (committee.day, committee.term, committee.networks) == (DAY, None, [])
    assert (committee.advisers, committee.chair, committee.secretary) == ([], [], [])
    assert committee.has_samples is False


def test_offices_are_told_apart_and_advisers_stand_in_their_order():
    term = make_term()
    second = make_member(term, CommitteeOffice.ADVISER, make_person("ก๊ก"), order=2)
    secretary = make_member(term, CommitteeOffice.SECRETARY, make_person("กันทิมา"))
    chair = make_member(term, CommitteeOffice.CHAIR, make_person("ก่อเกียรติ"))
    first = make_member(term, CommitteeOffice.ADVISER, make_person("อนันต์"), order=1)
    committee = committee_on(DAY)
    assert committee.term == term
    assert committee.chair == [chair]
    assert committee.secretary == [secretary]
    assert committee.advisers == [first, second]


def test_members_of_another_term_are_not_of_this_one():
    past = make_term(ending=Ending.ENDED, ends_on=datetime.date(2025, 9, 30), starts_on=None)
    make_member(past, CommitteeOffice.CHAIR)
    make_term()
    assert committee_on(DAY).chair == []


def test_a_chair_who_left_is_followed_by_the_next_one():
    term = make_term()
    left = make_member(term, CommitteeOffice.CHAIR, make_person("ก่อเกียรติ"), ends_on=DAY)
    new = make_member(term, CommitteeOffice.CHAIR, make_person("กันทิมา"), starts_on=NEXT_DAY)
    assert committee_on(DAY).chair == [left]
    assert committee_on(NEXT_DAY).chair == [new]


def test_a_member_is_shown_with_the_positions_of_that_day():
    term, somchai = make_term(), make_person()
    make_member(term, CommitteeOffice.CHAIR, somchai)
    manager = appoint(somchai, at=make_organization(), starts_on=OCTOBER)
    appoint(somchai, Position.BOARD_CHAIR, at=make_organization(), starts_on=NEXT_DAY)
    (member,) = members_on(term, DAY)
    assert member.person.positions == [manager]


def test_each_network_has_three_seats_whatever_is_recorded():
    district = make_district(network=2)
    make_network(1)
    organization = make_organization(district=district)
    held = seat(district.network, 2, OCTOBER, make_person(), organization)
    vacant = seat(district.network, 3, OCTOBER)
    networks = seats_on(DAY)
    assert [row.network.number for row in networks] == [1, 2]
    assert [row.seats for row in networks] == [[None, None, None], [None, held, vacant]]


def test_the_seats_of_one_network_can_be_asked_for_alone():
    first, second = make_network(1), make_network(2)
    row = seat(first, 1, OCTOBER)
    seat(second, 1, OCTOBER)
    (only,) = seats_on(DAY, first)
    assert (only.network, only.seats) == (first, [row, None, None])


def test_a_holder_is_shown_with_the_positions_of_that_day():
    district = make_district()
    organization, somchai = make_organization(district=district), make_person()
    seat(district.network, 1, OCTOBER, somchai, organization)
    manager = appoint(somchai, at=organization, starts_on=OCTOBER)
    (network,) = seats_on(DAY)
    assert network.seats[0].holder.positions == [manager]


@pytest.mark.parametrize(
    ("of_term", "of_seat", "has_samples"),
    [(False, False, False), (True, False, True), (False, True, True)],
)
def test_a_committee_with_a_sample_in_it_says_so(of_term, of_seat, has_samples):
    make_term(is_sample=of_term)
    seat(make_network(1), 1, OCTOBER, is_sample=of_seat)
    assert committee_on(DAY).has_samples is has_samples


def test_a_sample_member_makes_the_page_one_with_samples():
    make_member(make_term(), CommitteeOffice.ADVISER, is_sample=True)
    assert committee_on(OCTOBER).has_samples is True
