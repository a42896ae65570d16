import datetime

import pytest

from networks.choices import Kind
from networks.overview import NOTHING, NetworkRow, network_rows, recorded_totals
from tests.factories import (
    make_district,
    make_group,
    make_network,
    make_organization,
    make_register_count,
)

pytestmark = pytest.mark.django_db


def test_without_networks_there_is_only_not_recorded():
    assert network_rows() == [NetworkRow(network=None, totals=NOTHING)]


def test_networks_stand_by_number_and_not_recorded_comes_last():
    for number in (3, 1, 2):
        make_network(number)
    numbers = [row.network and row.network.number for row in network_rows()]
    assert numbers == [1, 2, 3, None]


def test_a_network_names_its_districts_in_the_order_of_the_source():
    last = make_district("เชียงคาน", network=4, network_order=3)
    first = make_district("ท่าลี่", network=4, network_order=1)
    make_district("นาด้วง", network=1, network_order=2)
    (_one, four, not_recorded) = network_rows()
    assert four.districts == [first, last]
    assert not_recorded.districts == []


def test_the_networks_and_not_recorded_make_the_whole():
    district = make_district(network=1)
    make_network(2)
    make_organization(district=district)
    make_group(district=district)
    make_group()
    assert [row.totals for row in network_rows()] == [
        {"organizations": 2, "cooperatives": 1, "farmer_groups": 1},
        NOTHING,
        {"organizations": 1, "cooperatives": 0, "farmer_groups": 1},
    ]


def test_what_is_not_counted_is_in_no_row():
    survivor = make_organization(district=make_district(network=1))
    make_organization(district=survivor.district, joined_into=survivor)
    make_organization(district=survivor.district, status="dissolved")
    make_organization(status="liquidation")
    assert [row.totals["organizations"] for row in network_rows()] == [1, 0]


def test_past_counts_of_one_date_are_added_up_and_the_latest_stands_first():
    in_2560 = {"counted_on": datetime.date(2017, 9, 30), "counted_on_precision": "day"}
    make_register_count(89, Kind.COOPERATIVE)
    make_register_count(59, Kind.FARMER_GROUP)
    later = make_register_count(80, Kind.COOPERATIVE, **in_2560)
    latest, first = recorded_totals()
    assert latest.record == later
    assert latest.totals == {"organizations": 80, "cooperatives": 80, "farmer_groups": 0}
    assert first.totals == {"organizations": 148, "cooperatives": 89, "farmer_groups": 59}


def test_past_counts_are_never_those_of_the_register():
    make_organization()
    assert recorded_totals() == []
