import datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django.forms import BuddhistYearField, PartialDateField, ThaiDateField

DAY = datetime.date(2013, 6, 30)
MONTH = PartialDate(DAY, Precision.MONTH)
YEAR = PartialDate(DAY, Precision.YEAR)


class MeetingForm(forms.Form):
    """One field of each kind."""

    held_on = ThaiDateField()
    founded_on = PartialDateField(required=False)
    fiscal_year = BuddhistYearField(required=False)


@pytest.mark.parametrize(
    ("field", "typed", "cleaned"),
    [
        (ThaiDateField(), "30/6/2556", DAY),
        (ThaiDateField(), " ๓๐ มิ.ย. ๒๕๕๖ ", DAY),
        (ThaiDateField(), "30 June 2013", DAY),
        (PartialDateField(), "30/6/2556", PartialDate(DAY)),
        (PartialDateField(), "มิถุนายน 2556", MONTH),
        (PartialDateField(), "2556", YEAR),
        (BuddhistYearField(), "2556", 2013),
        (BuddhistYearField(), "ค.ศ. 2013", 2013),
    ],
)
def test_what_is_typed_is_read(field, typed, cleaned):
    assert field.clean(typed) == cleaned


@pytest.mark.parametrize("field", [ThaiDateField, PartialDateField, BuddhistYearField])
@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_nothing_typed_is_nothing_and_no_empty_text(field, nothing):
    assert field(required=False).clean(nothing) is None


SENTENCES = [
    (
        "\u200b",
        "โปรดระบุวันที่ เช่น 30/6/2556",
        "Enter a date, such as 30/6/2556.",
    ),
    (
        "วันก่อน",
        "อ่านวันที่นี้ไม่ได้ โปรดเขียนในรูปแบบ 30/6/2556 หรือ 30 มิ.ย. 2556",
        "This is not a date. Write it like 30/6/2556 or 30 มิ.ย. 2556.",
    ),
    (
        "30/6/56",
        "โปรดเขียนปีเป็นตัวเลข 4 หลัก เช่น 30/6/2556",
        "Write the year with four digits, such as 30/6/2556.",
    ),
    (
        "30/6/1556",
        "ปีนี้เป็นไปไม่ได้ โปรดระบุ พ.ศ. 2443 ถึง 2643 หรือ ค.ศ. 1900 ถึง 2100",
        "This year is not possible. Write 2443 to 2643 (Buddhist era) or 1900 to 2100.",
    ),
    (
        "30/13/2556",
        "ไม่มีเดือนนี้ เดือนมีตั้งแต่ 1 ถึง 12",
        "There is no such month. Months go from 1 to 12.",
    ),
    (
        "31/6/2556",
        "เดือนนี้ไม่มีวันที่ดังกล่าว",
        "There is no such day in this month.",
    ),
    (
        "6/2556",
        "ยังไม่ได้ระบุวัน โปรดเขียนในรูปแบบ 30/6/2556",
        "The day is missing. Write it like 30/6/2556.",
    ),
]


@pytest.mark.parametrize(("typed", "thai", "english"), SENTENCES)
def test_a_date_that_cannot_be_read_is_explained(typed, thai, english):
    assert MeetingForm({"held_on": typed}).errors == {"held_on": [thai]}
    with translation.override("en"):
        assert MeetingForm({"held_on": typed}).errors == {"held_on": [english]}


@pytest.mark.parametrize(
    ("name", "typed"),
    [("held_on", "31/6/2556"), ("founded_on", "13/2556"), ("fiscal_year", "ปีก่อน")],
)
def test_what_cannot_be_read_stays_as_it_was_typed(name, typed):
    form = MeetingForm({"held_on": "30/6/2556", name: typed})
    assert not form.is_valid()
    assert form[name].value() == typed
    assert f'value="{typed}"' in str(form[name])


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("th", ["30 มิถุนายน 2556", "มิถุนายน 2556", 2556]),
        ("en", ["30 June 2013", "June 2013", 2556]),
    ],
)
def test_stored_values_are_shown_in_the_language_of_the_page(language, shown):
    form = MeetingForm(initial={"held_on": DAY, "founded_on": MONTH, "fiscal_year": 2013})
    with translation.override(language):
        assert [field.value() for field in form] == shown


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_form_sent_back_as_it_was_shown_has_not_changed(language):
    initial = {"held_on": DAY, "founded_on": YEAR, "fiscal_year": 2013}
    with translation.override(language):
        shown = {field.name: field.value() for field in MeetingForm(initial=initial)}
        form = MeetingForm({name: str(value) for name, value in shown.items()}, initial=initial)
        assert form.is_valid()
    assert (form.changed_data, form.cleaned_data) == ([], initial)


@pytest.mark.parametrize(
    ("field", "initial", "typed", "changed"),
    [
        (ThaiDateField(), DAY, "30/6/2013", False),
        (ThaiDateField(), DAY, "29/6/2556", True),
        (ThaiDateField(), DAY, "", True),
        (ThaiDateField(), DAY, "31/6/2556", True),
        (ThaiDateField(), None, "", False),
        (ThaiDateField(), None, None, False),
        (PartialDateField(), YEAR, "ค.ศ. 2013", False),
        (PartialDateField(), YEAR, "1/1/2556", True),
        (BuddhistYearField(), 2013, "2013", False),
        (BuddhistYearField(), 2013, "2557", True),
    ],
)
def test_only_another_date_is_a_change(field, initial, typed, changed):
    assert field.has_changed(initial, typed) is changed


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("held_on", "30/6/2556"),
        ("founded_on", "30/6/2556, 6/2556, 2556"),
        ("fiscal_year", "2556"),
    ],
)
def test_an_empty_field_shows_how_to_write(name, example):
    assert f'placeholder="{example}"' in str(MeetingForm()[name])


def test_a_date_that_must_be_given_is_asked_for():
    form = MeetingForm({"held_on": ""})
    assert form.errors == {"held_on": ["โปรดระบุข้อมูลช่องนี้"]}


def test_a_year_that_cannot_be_read_is_asked_for_as_a_year():
    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        BuddhistYearField().clean("6/2556")
    assert "30/6/2556" not in refusal.value.message
