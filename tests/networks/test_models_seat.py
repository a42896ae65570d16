import datetime

import pytest

from networks.choices import Occupancy
from networks.models import SeatHolding
from tests.factories import make_district, make_network, make_organization, make_person, seat
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db

OCTOBER = datetime.date(2025, 10, 1)


def test_a_seat_has_one_row_from_a_day():
    seat(make_network(1), 1, OCTOBER)
    values = {"network_id": 1, "seat": 1, "starts_on": OCTOBER, "occupancy": Occupancy.VACANT}
    assert sentences(SeatHolding(**values)) == ["This seat has a row from this day already."]
    assert_database_refuses(SeatHolding(**values), rule="seatholding_one_from_a_day")


@pytest.mark.parametrize("number", [0, 4])
def test_a_network_has_three_seats(number):
    values = {"seat": number, "starts_on": OCTOBER, "occupancy": Occupancy.VACANT}
    assert sentences(SeatHolding(**values)) == [
        "This field cannot be null.",
        "A network has three representatives, 1 to 3.",
    ]
    row = SeatHolding(network=make_network(1), **values)
    assert_database_refuses(row, rule="seatholding_seat_one_of_three")


@pytest.mark.parametrize(
    ("occupancy", "with_holder", "with_organization"),
    [
        (Occupancy.HELD, False, False),
        (Occupancy.HELD, True, False),
        (Occupancy.HELD, False, True),
        (Occupancy.VACANT, True, True),
        (Occupancy.VACANT, False, True),
        (Occupancy.NOT_RECORDED, True, False),
    ],
)
def test_a_held_seat_has_a_holder_and_no_other_has(occupancy, with_holder, with_organization):
    district = make_district()
    values = {
        "network": district.network,
        "seat": 1,
        "starts_on": OCTOBER,
        "occupancy": occupancy,
        "holder": make_person() if with_holder else None,
        "organization": make_organization(district=district) if with_organization else None,
    }
    assert sentences(SeatHolding(**values)) == [
        "Name the representative and the cooperative or group if the seat is held, and only then."
    ]
    assert_database_refuses(SeatHolding(**values), rule="seatholding_holder_when_held")


def test_vacant_and_not_recorded_are_told_apart():
    network = make_network(5)
    vacant = seat(network, 1, OCTOBER)
    not_recorded = seat(network, 2, OCTOBER, occupancy=Occupancy.NOT_RECORDED)
    assert str(vacant) == "เครือข่ายที่ 5 ผู้แทนคนที่ 1: ว่าง"
    assert str(not_recorded) == "เครือข่ายที่ 5 ผู้แทนคนที่ 2: ไม่ปรากฏในแหล่งข้อมูล"


def test_the_rules_of_more_than_one_row_are_part_of_cleaning():
    values = {"network": make_network(1), "seat": 1, "starts_on": OCTOBER}
    outside = make_organization("สหกรณ์บริการเลย จำกัด")
    row = SeatHolding(holder=make_person(), organization=outside, **values)
    assert sentences(row) == ["สหกรณ์บริการเลย จำกัด does not lie in a district of Area network 1."]
