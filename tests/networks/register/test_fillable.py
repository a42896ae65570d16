"""What the record that stays may take from its duplicate."""

import datetime

import pytest
from django.utils import translation

from networks.choices import BusinessLine, Status
from networks.models import Organization
from networks.register.fillable import GROUPS, copy_values, shown_group, side_by_side
from tests.factories import make_district, make_organization, make_person, make_subdistrict

pytestmark = pytest.mark.django_db
date = datetime.date

NOT_TAKEN = {
    *("id", "code", "kind", "type", "level", "name", "sort_key", "search_text"),
    *("joined_into", "source", "source_detail", "is_sample"),
}


def shown(group, **values):
    with translation.override("en"):
        return shown_group(make_organization(**values), group)


def test_every_column_may_be_taken_but_what_makes_the_record_itself():
    taken = [name for names in GROUPS.values() for name in names]
    assert len(taken) == len(set(taken))
    assert {field.name for field in Organization._meta.fields} - set(taken) == NOT_TAKEN


@pytest.mark.parametrize(
    ("group", "values", "text"),
    [
        ("phone", {"phone": "0 4281 1234"}, "0 4281 1234"),
        ("status", {"status": Status.IN_COURT}, "in court proceedings"),
        (
            "status",
            {
                "status": Status.DISSOLVED,
                "status_since": date(2025, 1, 1),
                "status_since_precision": "year",
            },
            "dissolved · 2025 (B.E. 2568)",
        ),
        ("house_number", {"house_number": "9", "moo": "2", "road": "เลย"}, "9 หมู่ที่ 2 ถนนเลย"),
        (
            "accounting_year_end_day",
            {"accounting_year_end_day": 31, "accounting_year_end_month": 3},
            "31 March",
        ),
        (
            "business_lines",
            {"business_lines": [BusinessLine.DEPOSITS, BusinessLine.LOANS]},
            "takes deposits, gives loans",
        ),
        ("members", {"members": 0, "counted_on": date(2025, 3, 31)}, "0 · 31 March 2025"),
        (
            "latitude",
            {"latitude": "17.48880", "longitude": "101.73000", "location_verified": True},
            "17.48880 · 101.73000",
        ),
        ("latitude", {"location_verified": True}, ""),
        ("phone", {}, ""),
        ("status", {}, ""),
        ("registered_on", {}, ""),
        ("accounting_year_end_day", {}, ""),
    ],
)
def test_values_are_shown_as_a_person_reads_them(group, values, text):
    assert shown(group, **values) == text


def test_only_what_differs_stands_side_by_side():
    same = {"phone": "0 4281 1234"}
    survivor = make_organization(email="office@loei.example", **same)
    duplicate = make_organization(email="other@loei.example", fax="0 4281 5678", **same)
    pairs = {pair.group: (pair.own, pair.other) for pair in side_by_side(survivor, duplicate)}
    assert pairs == {
        "email": ("office@loei.example", "other@loei.example"),
        "fax": ("", "0 4281 5678"),
    }


@pytest.mark.parametrize(
    ("own", "other", "can_fill"),
    [("", "0 4281 5678", True), ("0 4281 1234", "0 4281 5678", False), ("0 4281 1234", "", False)],
)
def test_only_what_is_empty_can_be_filled(own, other, can_fill):
    (pair,) = side_by_side(make_organization(phone=own), make_organization(phone=other))
    assert pair.can_fill is can_fill
    assert pair.label == "โทรศัพท์"


def test_values_that_belong_together_are_taken_together():
    officer, subdistrict = make_person("กันทิมา", "สุนทรวีรัตน์"), make_subdistrict("กุดป่อง")
    duplicate = make_organization(
        district=subdistrict.district,
        subdistrict=subdistrict,
        promotion_officer=officer,
        promotion_group=2,
    )
    survivor = make_organization()
    copy_values(survivor, duplicate, groups=["district", "promotion_officer"])
    assert (survivor.district, survivor.subdistrict) == (subdistrict.district, subdistrict)
    assert (survivor.promotion_officer, survivor.promotion_group) == (officer, 2)


def test_a_value_of_its_own_is_never_overwritten():
    survivor = make_organization(district=make_district("ท่าลี่"), phone="0 4281 1234")
    duplicate = make_organization(district=make_district("เชียงคาน"), phone="0 4281 5678")
    copy_values(survivor, duplicate, groups=GROUPS)
    assert (survivor.district.name, survivor.phone) == ("ท่าลี่", "0 4281 1234")


def test_nothing_is_taken_that_was_not_asked_for():
    survivor = make_organization()
    copy_values(survivor, make_organization(phone="0 4281 5678", note="โทรแล้ว"), groups=["note"])
    assert (survivor.phone, survivor.note) == ("", "โทรแล้ว")
