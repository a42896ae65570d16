"""Who is in office on a day: appointments, terms and members of the committee, seats."""

import datetime

import pytest

from networks.choices import CommitteeOffice, Ending, Position
from networks.models import Appointment, CommitteeMember, CommitteeTerm, SeatHolding
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_member,
    make_network,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = pytest.mark.django_db
date = datetime.date

IN_OFFICE = {"starts_on": date(2013, 6, 30), "ending": Ending.IN_OFFICE}
SINCE_2556 = {
    "starts_on": date(2013, 1, 1),
    "starts_on_precision": "year",
    "ending": Ending.IN_OFFICE,
}
SINCE_NOBODY_KNOWS = {"starts_on": None, "ending": Ending.IN_OFFICE}
ENDED = {
    "starts_on": date(2011, 11, 28),
    "ending": Ending.ENDED,
    "ends_on": date(2013, 9, 30),
}
ENDED_IN_MAY = {
    "starts_on": date(2013, 2, 1),
    "starts_on_precision": "month",
    "ending": Ending.ENDED,
    "ends_on": date(2013, 5, 31),
    "ends_on_precision": "month",
}
ENDED_BEGUN_UNKNOWN = {"starts_on": None, "ending": Ending.ENDED, "ends_on": date(2013, 9, 30)}
ATTESTED_ON_A_DAY = {"starts_on": date(2013, 6, 15), "ending": Ending.UNKNOWN}
ATTESTED_IN_JUNE = {
    "starts_on": date(2013, 6, 1),
    "starts_on_precision": "month",
    "ending": Ending.UNKNOWN,
}
ATTESTED_IN_2556 = {
    "starts_on": date(2013, 1, 1),
    "starts_on_precision": "year",
    "ending": Ending.UNKNOWN,
}
ATTESTED_THIS_YEAR = {**ATTESTED_IN_2556, "starts_on": date(2026, 1, 1)}
NOTHING_KNOWN = {"starts_on": None, "ending": Ending.UNKNOWN}

OCTOBER = datetime.date(2025, 10, 1)


@pytest.mark.parametrize(
    ("tenure", "day", "held"),
    [
        (IN_OFFICE, date(2013, 6, 29), False),
        (IN_OFFICE, date(2013, 6, 30), True),
        (IN_OFFICE, date(2026, 2, 26), True),
        (IN_OFFICE, date(2030, 1, 1), True),
        (SINCE_2556, date(2012, 12, 31), False),
        (SINCE_2556, date(2013, 1, 1), True),
        (SINCE_2556, date(2026, 2, 26), True),
        (SINCE_NOBODY_KNOWS, date(2026, 2, 25), False),
        (SINCE_NOBODY_KNOWS, date(2026, 2, 26), True),
        (SINCE_NOBODY_KNOWS, date(2030, 1, 1), True),
        (ENDED, date(2011, 11, 27), False),
        (ENDED, date(2011, 11, 28), True),
        (ENDED, date(2013, 9, 30), True),
        (ENDED, date(2013, 10, 1), False),
        (ENDED_IN_MAY, date(2013, 1, 31), False),
        (ENDED_IN_MAY, date(2013, 2, 1), True),
        (ENDED_IN_MAY, date(2013, 5, 31), True),
        (ENDED_IN_MAY, date(2013, 6, 1), False),
        (ENDED_BEGUN_UNKNOWN, date(2013, 9, 30), False),
        (ATTESTED_ON_A_DAY, date(2013, 6, 14), False),
        (ATTESTED_ON_A_DAY, date(2013, 6, 15), True),
        (ATTESTED_ON_A_DAY, date(2013, 6, 16), False),
        (ATTESTED_IN_JUNE, date(2013, 5, 31), False),
        (ATTESTED_IN_JUNE, date(2013, 6, 1), True),
        (ATTESTED_IN_JUNE, date(2013, 6, 30), True),
        (ATTESTED_IN_JUNE, date(2013, 7, 1), False),
        (ATTESTED_IN_2556, date(2012, 12, 31), False),
        (ATTESTED_IN_2556, date(2013, 1, 1), True),
        (ATTESTED_IN_2556, date(2013, 12, 31), True),
        (ATTESTED_IN_2556, date(2014, 1, 1), False),
        (ATTESTED_IN_2556, date(2026, 2, 26), False),
        (ATTESTED_THIS_YEAR, date(2026, 2, 26), True),
        (NOTHING_KNOWN, date(2013, 6, 15), False),
        (NOTHING_KNOWN, date(2026, 2, 26), False),
    ],
)
def test_an_office_is_held_on_the_days_that_the_record_tells(today, tenure, day, held):
    appoint(make_person(), at=make_organization(), **tenure)
    assert Appointment.objects.held_on(day).exists() is held


def test_held_today_asks_for_the_day_in_bangkok(today):
    organization = make_organization()
    manager = appoint(make_person(), at=organization, starts_on=today)
    appoint(make_person(), at=organization, starts_on=today + datetime.timedelta(days=1))
    assert list(Appointment.objects.held_today()) == [manager]


def test_names_of_appointments_are_fetched_at_once(django_assert_num_queries):
    appoint(make_person(), at=make_organization(), starts_on=date(2025, 1, 1))
    governor = make_person("สมพงษ์", "อรุณโรจน์ปัญญา")
    appoint(governor, Position.GOVERNOR, at=make_agency(), starts_on=date(2011, 11, 28))
    with django_assert_num_queries(1):
        names = [str(row) for row in Appointment.objects.with_names()]
    assert names == [
        "นายสมชาย ใจดี (ผู้จัดการสหกรณ์การเกษตรนาด้วง จำกัด)",
        "นายสมพงษ์ อรุณโรจน์ปัญญา (ผู้ว่าราชการจังหวัดเลย)",
    ]


class TestTermOfTheCommittee:
    def test_no_term_is_none(self):
        assert CommitteeTerm.objects.on(date(2013, 6, 15)) is None

    def test_a_term_attested_for_a_year_is_that_of_every_day_of_the_year(self):
        term = make_term(**ATTESTED_IN_2556)
        assert CommitteeTerm.objects.on(date(2013, 6, 15)) == term
        assert CommitteeTerm.objects.on(date(2014, 1, 1)) is None

    def test_of_two_on_one_day_the_later_begun_is_the_term(self):
        make_term(starts_on=date(2013, 1, 1), ending=Ending.ENDED, ends_on=date(2015, 6, 30))
        later = make_term(starts_on=date(2015, 6, 1))
        assert CommitteeTerm.objects.on(date(2015, 6, 15)) == later


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "serves"),
    [
        (None, None, True),
        (date(2025, 11, 1), None, True),
        (date(2025, 11, 2), None, False),
        (None, date(2025, 11, 1), True),
        (None, date(2025, 10, 31), False),
        (date(2025, 11, 1), date(2025, 11, 1), True),
    ],
)
def test_a_member_serves_all_of_the_term_or_days_of_his_own(starts_on, ends_on, serves):
    term = make_term()
    member = make_member(term, CommitteeOffice.ADVISER, starts_on=starts_on, ends_on=ends_on)
    on_the_day = CommitteeMember.objects.on(date(2025, 11, 1))
    assert list(on_the_day) == ([member] if serves else [])


class TestLedgerOfSeats:
    def test_a_holding_ends_where_the_next_one_of_the_seat_begins(self):
        network = make_network(2)
        first = seat(network, 1, date(2013, 1, 1))
        second = seat(network, 1, date(2014, 6, 1))
        assert list(SeatHolding.objects.on(date(2014, 5, 31))) == [first]
        assert list(SeatHolding.objects.on(date(2014, 6, 1))) == [second]

    def test_before_the_first_row_nothing_is_recorded(self):
        seat(make_network(2), 1, date(2013, 1, 1))
        assert list(SeatHolding.objects.on(date(2012, 12, 31))) == []

    def test_a_row_entered_late_takes_its_place_by_date(self):
        network = make_network(2)
        latest = seat(network, 1, date(2015, 1, 1))
        between = seat(network, 1, date(2014, 1, 1))
        assert list(SeatHolding.objects.on(date(2014, 6, 1))) == [between]
        assert list(SeatHolding.objects.on(date(2015, 6, 1))) == [latest]

    def test_seats_and_networks_do_not_end_each_other(self):
        second, first = make_network(2), make_network(1)
        rows = [
            seat(first, 2, date(2013, 1, 1)),
            seat(second, 1, date(2015, 1, 1)),
            seat(second, 3, date(2014, 1, 1)),
        ]
        assert list(SeatHolding.objects.on(date(2016, 1, 1))) == rows

    def test_today_is_the_day_in_bangkok(self, today):
        network = make_network(1)
        current = seat(network, 1, today)
        seat(network, 1, today + datetime.timedelta(days=1))
        assert list(SeatHolding.objects.today()) == [current]

    def test_names_are_fetched_at_once(self, django_assert_num_queries):
        district = make_district()
        organization = make_organization(district=district)
        seat(district.network, 1, date(2025, 10, 1), make_person(), organization)
        with django_assert_num_queries(1):
            (row,) = SeatHolding.objects.with_names()
            assert str(row) == "เครือข่ายที่ 1 ผู้แทนคนที่ 1: นายสมชาย ใจดี"
            assert (row.organization.district, row.source) == (district, None)


def test_a_term_of_unknown_beginning_comes_after_one_that_is_known(today):
    make_term(starts_on=None)
    ended = {"ending": Ending.ENDED, "ends_on": datetime.date(2026, 12, 31)}
    known = make_term(starts_on=OCTOBER, **ended)
    assert CommitteeTerm.objects.on(today) == known
