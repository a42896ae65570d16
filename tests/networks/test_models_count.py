import datetime

import pytest

from networks.choices import Kind
from networks.models import PopulationCount, RegisterCount
from tests.factories import (
    make_district,
    make_population_count,
    make_register_count,
    make_subdistrict,
)
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db

IN_2556 = {"counted_on": datetime.date(2013, 1, 1), "counted_on_precision": "year"}
LAST_DAY_OF_2556 = datetime.date(2013, 12, 31)


def test_a_count_of_a_kind_and_date_is_recorded_once():
    make_register_count(89, Kind.COOPERATIVE)
    values = {"kind": Kind.COOPERATIVE, "number": 90, **IN_2556}
    assert sentences(RegisterCount(**values)) == [
        "A count of this kind and date is recorded already."
    ]
    assert_database_refuses(RegisterCount(**values), rule="registercount_once")


def test_a_recorded_count_reads_as_kind_and_number():
    assert str(make_register_count(59, Kind.FARMER_GROUP)) == "กลุ่มเกษตรกร 59"


@pytest.mark.parametrize("places", ["none", "both"])
def test_people_are_counted_in_a_district_or_in_a_subdistrict(places):
    values = {"counted_on": LAST_DAY_OF_2556, "people": 1}
    if places == "both":
        subdistrict = make_subdistrict()
        values |= {"district": subdistrict.district, "subdistrict": subdistrict}
    assert sentences(PopulationCount(**values)) == ["Choose a district or a subdistrict, not both."]
    assert_database_refuses(PopulationCount(**values), rule="populationcount_of_one_place")


@pytest.mark.parametrize(
    ("place", "make", "rule"),
    [
        ("district", make_district, "populationcount_district_once"),
        ("subdistrict", make_subdistrict, "populationcount_subdistrict_once"),
    ],
)
def test_the_people_of_a_place_are_counted_once_a_day(place, make, rule):
    values = {place: make(), "counted_on": LAST_DAY_OF_2556, "people": 1}
    make_population_count(**values)
    assert_database_refuses(PopulationCount(**values), rule=rule)


def test_a_population_count_reads_as_place_and_people():
    row = make_population_count(26000, district=make_district("นาด้วง"))
    assert str(row) == "อำเภอนาด้วง 26000"


@pytest.mark.parametrize(
    ("place", "make"), [("district", make_district), ("subdistrict", make_subdistrict)]
)
def test_a_second_count_of_a_day_is_refused_in_a_sentence(place, make):
    values = {place: make(), "counted_on": datetime.date(2013, 12, 31), "people": 1}
    make_population_count(**values)
    (sentence,) = sentences(PopulationCount(**values))
    assert "populationcount_" not in sentence
