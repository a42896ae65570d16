"""Lists of districts and of the networks' representatives."""

import datetime

import pytest
from django.utils import translation

from networks.models import District, SeatHolding
from tests.common.imports.lists import exported, faults, imported, outcomes, plan_of, received
from tests.factories import make_district, make_network, make_organization, make_person, seat

pytestmark = pytest.mark.django_db

SEATS = "เครือข่ายระดับพื้นที่,ผู้แทนคนที่,ตั้งแต่,สภาพตำแหน่งผู้แทน,ผู้แทนเครือข่าย,สหกรณ์/กลุ่มเกษตรกรของผู้แทน"
OCTOBER = datetime.date(2025, 10, 1)


@pytest.fixture(autouse=True)
def in_thai():
    with translation.override("th"):
        yield


@pytest.fixture
def district():
    return make_district("นาด้วง", code="4202", network=1)


@pytest.fixture
def mill(district):
    return make_organization("โรงสี จำกัด", district=district)


@pytest.fixture
def malee():
    return make_person("มาลี", "ใจดี", title="นาง")


def headers_of(slug, *required):
    run = received(slug, ",".join(required), ["x"] * len(required))
    return ",".join(map(str, plan_of(run).resource.headers()))


def test_a_district_moves_to_another_network(district):
    make_network(4)
    imported("districts", "รหัส,เครือข่ายระดับพื้นที่", ["๔๒๐๒", "เครือข่ายที่ 4"])
    assert District.objects.get().network_id == 4


def test_a_network_that_is_none_is_refused(district):
    run = received("districts", "รหัส,เครือข่ายระดับพื้นที่", [4202, 9])
    assert "เครือข่ายระดับพื้นที่" in faults(run)[2]


def test_districts_come_back_as_they_left(district):
    (row,) = exported("districts")
    assert outcomes(received("districts", headers_of("districts", "รหัส"), row)) == ["same"]


def test_a_new_district_must_say_all_that_maps_need(district):
    run = received("districts", "รหัส,ชื่อ", ["4215", "เมืองใหม่"])
    assert "ชื่อภาษาอังกฤษ" in faults(run)[2]


def test_two_districts_of_one_name_are_refused(district):
    make_district("ปากชม", code="4203")
    run = received("districts", "รหัส,ชื่อ", ["4203", "นาด้วง"])
    assert outcomes(run) == ["faulty"]


def test_a_representative_takes_a_seat(mill, malee):
    imported("seats", SEATS, [1, 2, "1/10/2568", "มีผู้แทน", "มาลี ใจดี", "โรงสี จำกัด"])
    holding = SeatHolding.objects.get()
    assert (holding.seat, holding.holder, holding.starts_on) == (2, malee, OCTOBER)


def test_seats_come_back_as_they_left(mill, malee):
    seat(make_network(1), 1, OCTOBER, malee, mill)
    headers = headers_of("seats", "เครือข่ายระดับพื้นที่", "ผู้แทนคนที่", "ตั้งแต่")
    assert outcomes(received("seats", headers, *exported("seats"))) == ["same"]


def test_a_fourth_seat_is_refused(mill, malee):
    run = received("seats", SEATS, [1, 4, "1/10/2568", "มีผู้แทน", "มาลี ใจดี", "โรงสี จำกัด"])
    assert "คนที่ 1 ถึง 3" in faults(run)[2]


def test_a_representative_of_another_network_is_refused_by_name(mill, malee):
    make_network(2)
    run = received("seats", SEATS, [2, 1, "1/10/2568", "มีผู้แทน", "มาลี ใจดี", "โรงสี จำกัด"])
    assert "โรงสี จำกัด" in faults(run)[2]


def test_one_person_in_two_seats_is_refused_by_name(mill, malee):
    rows = [[1, number, "1/10/2568", "มีผู้แทน", "มาลี ใจดี", "โรงสี จำกัด"] for number in (1, 2)]
    run = received("seats", SEATS, *rows)
    assert "มาลี ใจดี" in " ".join(faults(run).values())


def test_a_seat_may_be_given_on_within_one_file(mill, malee):
    somchai = make_person("สมชาย", "ใจงาม")
    seat(make_network(1), 1, datetime.date(2024, 10, 1), malee, mill)
    rows = [
        [1, 1, "1/10/2568", "มีผู้แทน", "สมชาย ใจงาม", "โรงสี จำกัด"],
        [1, 2, "1/10/2568", "มีผู้แทน", "มาลี ใจดี", "โรงสี จำกัด"],
    ]
    imported("seats", SEATS, *rows)
    today = SeatHolding.objects.on(OCTOBER).values_list("seat", "holder")
    assert list(today) == [(1, somchai.pk), (2, malee.pk)]


def test_a_held_seat_without_a_name_is_refused(mill):
    run = received("seats", SEATS, [1, 1, "1/10/2568", "มีผู้แทน", None, None])
    assert outcomes(run) == ["faulty"]
