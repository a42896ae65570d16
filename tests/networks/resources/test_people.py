"""Lists of people and of their appointments."""

import pytest
from django.utils import translation

from networks.models import Appointment, Person
from tests.common.imports.lists import exported, faults, imported, outcomes, plan_of, received
from tests.factories import appoint, make_agency, make_organization, make_person

pytestmark = pytest.mark.django_db

NAMES = "คำนำหน้าชื่อ,ชื่อ,นามสกุล"
APPOINTED = "บุคคล,ตำแหน่ง,หน่วยงาน,สหกรณ์/กลุ่มเกษตรกร,ตั้งแต่"


@pytest.fixture(autouse=True)
def in_thai():
    with translation.override("th"):
        yield


@pytest.fixture
def malee():
    return make_person("มาลี", "ใจดี", title="นาง", code="p-001", phone="081-111-1111")


def one(slug, headers, *row):
    return plan_of(received(slug, headers, list(row))).rows[0]


def test_a_person_is_found_by_code(malee):
    row = one("people", f"รหัส,{NAMES}", "p-001", "นางสาว", "มาลี", None)
    assert (row.pk, row.values) == (malee.pk, {"title": "นางสาว"})


def test_a_person_is_found_by_exactly_this_name(malee):
    assert one("people", NAMES, "นาง", "มาลี", "ใจดี").outcome == "same"


def test_who_is_only_called_alike_is_asked_about(malee):
    row = one("people", NAMES, "นางสาว", "มาลี", "ใจดี")
    assert (row.outcome, row.candidates) == ("doubtful", [malee.pk])


def test_of_two_namesakes_neither_is_taken(malee):
    other = make_person("มาลี", "ใจดี", title="นาง")
    assert one("people", NAMES, "นาง", "มาลี", "ใจดี").candidates == [malee.pk, other.pk]


def test_new_people_get_the_next_codes(malee):
    imported("people", NAMES, ["นาย", "สมชาย", "ใจงาม"], ["นาย", "สมหมาย", "ใจงาม"])
    assert list(Person.objects.order_by("code").values_list("code", flat=True)) == [
        "p-001",
        "p-002",
        "p-003",
    ]


def test_a_given_code_is_kept():
    imported("people", "รหัส,ชื่อ", ["p-900", "มาลี"])
    assert Person.objects.get().code == "p-900"


@pytest.mark.parametrize(("cell", "ticked"), [("ใช่", True), ("yes", True), ("ไม่", False)])
def test_a_contact_is_public_only_when_the_list_says_so(malee, cell, ticked):
    row = one("people", "รหัส,ชื่อ,เผยแพร่โทรศัพท์", "p-001", "มาลี", cell)
    assert row.values.get("phone_public", False) is ticked


def test_a_word_that_is_neither_yes_nor_no_is_refused(malee):
    row = one("people", "รหัส,ชื่อ,เผยแพร่โทรศัพท์", "p-001", "มาลี", "อาจจะ")
    assert "ใช่ หรือ ไม่ใช่" in str(row.faults[0])


def test_a_dash_takes_a_tick_away(malee):
    Person.objects.update(phone_public=True)
    row = one("people", "รหัส,ชื่อ,เผยแพร่โทรศัพท์", "p-001", "มาลี", "-")
    assert row.values == {"phone_public": False}


def test_a_list_of_people_comes_back_as_it_left(malee):
    (row,) = exported("people")
    headers = plan_of(received("people", "ชื่อ", ["x"])).resource.headers()
    assert outcomes(received("people", ",".join(headers), row)) == ["same"]


def test_the_preview_tells_who_a_doubtful_row_may_mean(malee):
    plan = plan_of(received("people", NAMES, ["นางสาว", "มาลี", "ใจดี"]))
    assert plan.resource.describe(plan.snapshot[malee.pk]) == "p-001 นาง มาลี ใจดี"


def test_an_appointment_names_person_position_and_place(malee):
    agency = make_agency("จังหวัดเลย")
    imported("appointments", APPOINTED, ["นางมาลี ใจดี", "สหกรณ์จังหวัด", "จังหวัดเลย", None, 2568])
    made = Appointment.objects.get()
    assert (made.person, made.position, made.agency) == (malee, "provincial_officer", agency)
    assert (made.starts_on.year, made.starts_on_precision) == (2025, "year")


def test_the_same_appointments_again_are_unchanged(malee):
    appoint(malee, at=make_organization("โรงสี จำกัด"))
    (row,) = exported("appointments")
    headers = plan_of(received("appointments", "บุคคล,ตำแหน่ง", ["x", "y"])).resource.headers()
    assert outcomes(received("appointments", ",".join(headers), row)) == ["same"]


def test_an_appointment_at_two_places_is_refused(malee):
    make_agency("จังหวัดเลย")
    make_organization("โรงสี จำกัด")
    row = one("appointments", APPOINTED, "มาลี ใจดี", "ผู้จัดการ", "จังหวัดเลย", "โรงสี จำกัด", None)
    assert (row.outcome, row.title) == ("faulty", "มาลี ใจดี ผู้จัดการ")


def test_one_who_is_not_in_the_register_is_told(malee):
    run = received("appointments", "บุคคล,ตำแหน่ง", ["มาลา ใจดี", "ผู้จัดการ"])
    assert "มาลี ใจดี ใช่หรือไม่" in faults(run)[2]


def test_two_like_appointments_are_asked_about(malee):
    mill = make_organization("โรงสี จำกัด")
    for _number in range(2):
        appoint(malee, at=mill)
    row = one("appointments", APPOINTED, "มาลี ใจดี", "ผู้จัดการ", None, "โรงสี จำกัด", None)
    assert (row.outcome, len(row.candidates)) == ("doubtful", 2)
