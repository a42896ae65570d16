"""What people write into the cells of a spreadsheet."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from loei_coop.common.imports import cells
from loei_coop.thai.dates import PartialDate, Precision

JUNE_30 = datetime.date(2013, 6, 30)


@pytest.mark.parametrize(
    "cell",
    [
        "30/6/2556",
        "๓๐/๖/๒๕๕๖",
        "30 มิถุนายน 2556",
        "30 มิ.ย. 2556",
        "2013-06-30",
        {"date": "2013-06-30"},
        {"date": "2556-06-30"},
        41455,
        "41455",
    ],
)
def test_a_day_is_read_in_either_era_and_as_excel_keeps_it(cell):
    assert cells.day(cell) == JUNE_30


@pytest.mark.parametrize(
    "cell", ["31/2/2556", "30 มิ.ย. 56", "เมื่อวาน", 999_999, "30/6/1856", {"date": "1890-01-01"}]
)
def test_what_is_no_day_is_told(cell):
    with pytest.raises(ValidationError):
        cells.day(cell)


@pytest.mark.parametrize(
    ("cell", "precision"),
    [(2556, Precision.YEAR), ("พ.ศ. 2556", Precision.YEAR), ("มิถุนายน 2556", Precision.MONTH)],
)
def test_a_date_may_be_known_by_its_month_or_year_only(cell, precision):
    value = cells.partial(cell)
    assert (value.precision, value.first.year) == (precision, 2013)


def test_a_whole_day_is_a_partial_date_too():
    assert cells.partial(41455) == PartialDate(JUNE_30, Precision.DAY)


@pytest.mark.parametrize("cell", [2556, "2556", "๒๕๕๖", 2013, "พ.ศ. 2556"])
def test_a_year_is_read_in_either_era(cell):
    assert cells.year(cell) == 2013


@pytest.mark.parametrize(
    ("cell", "number"), [(1234, 1234), ("1,234", 1234), ("๑๒", 12), ("12.0", 12), (" 7 ", 7)]
)
def test_whole_numbers_are_read_as_people_write_them(cell, number):
    assert cells.whole_number(cell) == number


@pytest.mark.parametrize("cell", ["สิบ", 1.5, "1.5", "NaN", "Infinity", True, "1e999999", "1" * 50])
def test_what_is_no_whole_number_is_told(cell):
    with pytest.raises(ValidationError):
        cells.whole_number(cell)


def test_decimals_are_rounded_as_people_round():
    assert cells.rounded(cells.decimal_number("1,234.565"), 2) == Decimal("1234.57")


def test_a_number_beyond_measure_is_told_when_rounded():
    with pytest.raises(ValidationError):
        cells.rounded(Decimal("1e30"), 2)


def test_a_text_is_one_line_without_what_cannot_be_seen():
    assert cells.line(" ครู\u200b\u00a0เลย\r\nจำกัด\t ") == "ครู เลย จำกัด"


def test_paragraphs_keep_their_lines():
    assert cells.paragraphs("หนึ่ง\r\nสอง ") == "หนึ่ง\nสอง"
    assert cells.paragraphs(12) == "12"


def test_a_date_is_no_text():
    with pytest.raises(ValidationError):
        cells.line({"date": "2013-06-30"})


@pytest.mark.parametrize(
    ("cell", "is_blank", "is_cleared"),
    [(None, True, False), ("  ", True, False), (" - ", False, True), (0, False, False)],
)
def test_an_empty_cell_says_nothing_and_a_dash_empties(cell, is_blank, is_cleared):
    assert (cells.is_blank(cell), cells.is_cleared(cell)) == (is_blank, is_cleared)
