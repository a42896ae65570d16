"""A proposal line by line."""

import datetime

import pytest
from django.utils import translation

from networks.choices import Position
from networks.models import Organization, Proposal
from networks.register.proposed import lines
from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_organization,
    make_person,
    make_subdistrict,
)

pytestmark = pytest.mark.django_db
PERSON = {"title": "นาย", "first_name": "บุญมี", "last_name": "นาดี"}


def shown(organization, kind, wanted, before=None):
    proposal = Proposal(organization=organization, kind=kind, wanted=wanted, before=before or {})
    with translation.override("en"):
        return [(line.label, line.before, line.wanted) for line in lines(proposal)]


def test_what_was_and_what_is_wanted_stand_beside_each_other():
    wanted, before = {"phone": "0 4288 7999", "road": ""}, {"phone": "", "road": "เจริญรัฐ"}
    assert shown(make_organization(), "contact", wanted, before) == [
        ("Telephone", "–", "0 4288 7999"),
        ("Road", "เจริญรัฐ", "–"),
    ]


def test_a_subdistrict_has_its_name():
    district = make_district()
    old = make_subdistrict("นาดอกคำ", district=district, name_en="Na Dok Kham")
    new = make_subdistrict("ท่าสวรรค์", district=district, name_en="Tha Sawan")
    wanted, before = {"subdistrict": new.pk}, {"subdistrict": old.pk}
    assert shown(make_organization(district=district), "contact", wanted, before) == [
        ("Subdistrict", "Na Dok Kham Subdistrict", "Tha Sawan Subdistrict")
    ]


def test_numbers_and_lists_are_shown_as_people_read_them():
    wanted = {
        "members": 1250,
        "share_capital": "3500000.50",
        "business_lines": ["deposits", "loans"],
        "counted_on": "2025-12-31",
    }
    before = {
        "members": None,
        "share_capital": None,
        "business_lines": [],
        "counted_on": None,
    }
    assert shown(make_organization(), "counts", wanted, before) == [
        ("Members", "–", "1,250"),
        ("Share capital in baht", "–", "3,500,000.50"),
        ("Business lines", "–", "takes deposits, gives loans"),
        ("Counted on", "–", "31 December 2025"),
    ]


def test_a_date_that_is_only_known_more_exactly_is_one_line():
    year = {"counted_on": datetime.date(2025, 1, 1), "counted_on_precision": "year"}
    organization = make_organization(**year)
    wanted, before = {"counted_on_precision": "day"}, {"counted_on_precision": "year"}
    assert shown(organization, "counts", wanted, before) == [
        ("Counted on", "2025 (B.E. 2568)", "1 January 2025")
    ]


def test_nothing_is_written_into_the_record():
    organization = make_organization(phone="0 4288 7001")
    shown(organization, "contact", {"phone": "1"}, {"phone": "0 4288 7001"})
    assert organization.phone == "0 4288 7001"
    assert Organization.objects.get().phone == "0 4288 7001"


@pytest.mark.parametrize("phone", ["", "08 1111 2222"])
def test_a_new_office_holder_has_post_name_and_first_day(phone):
    wanted = {**PERSON, "phone": phone, "position": "board_chair", "starts_on": "2026-03-01"}
    found = shown(make_group(), "begins", wanted)
    assert [line for line in found if line[0] != "Telephone (not published)"] == [
        ("Position", None, "Chair of the board"),
        ("Person", None, "นายบุญมี นาดี"),
        ("From", None, "1 March 2026"),
    ]
    assert [value for _label, _before, value in found if value == phone] == [phone] * bool(phone)


def test_a_deputy_for_a_time_has_a_last_day_too():
    days = {"starts_on": "2026-03-01", "ends_on": "2026-09-30"}
    found = shown(
        make_organization(), "deputy", {**PERSON, **days, "phone": "", "position": "deputy"}
    )
    assert found[-2:] == [("From", None, "1 March 2026"), ("Last day", None, "30 September 2026")]


def test_the_end_of_an_office_names_who_leaves_it():
    organization = make_organization()
    appointment = appoint(make_person(), Position.MANAGER, at=organization)
    wanted = {"appointment": appointment.pk, "ends_on": "2026-02-28"}
    assert shown(organization, "ends", wanted) == [
        ("Position", None, "Manager"),
        ("Person", None, "นายสมชาย ใจดี"),
        ("Last day", None, "28 February 2026"),
    ]


def test_an_office_whose_row_was_removed_still_shows_the_day():
    wanted = {"appointment": 999, "ends_on": "2026-02-28"}
    assert shown(make_organization(), "ends", wanted) == [("Last day", None, "28 February 2026")]
