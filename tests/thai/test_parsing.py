import contextlib
import datetime
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai import dates, english
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.digits import to_thai_digits
from loei_coop.thai.parsing import (
    DateError,
    DateProblem,
    parse_date,
    parse_partial,
    parse_year,
)

MID_YEAR = datetime.date(2013, 6, 30)
possible_days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
precisions = st.sampled_from(Precision)
date_like_texts = st.text(alphabet="0123456789๐๓๕/-. กพศมิยคadbemy\u200b\u00a0²", max_size=30)


def problem(parse, text):
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert refusal.value.text == text
    return refusal.value.problem


@pytest.mark.parametrize(
    "text",
    [
        "30 มิถุนายน 2556",
        "30 มิ.ย. 2556",
        "30 มิ.ย 2556",
        "30 มิย 2556",
        "30มิ.ย.2556",
        "30 มิ. ย. 2556",
        "30/6/2556",
        "30/06/2556",
        "30 / 6 / 2556",
        "30-6-2556",
        "30.6.2556",
        "30/6/2013",
        "2013-06-30",
        "2556-06-30",
        "๓๐ มิ.ย. ๒๕๕๖",
        "๓๐/๖/๒๕๕๖",
        "30 มิถุนายน พ.ศ. 2556",
        "30 มิถุนายน พ.ศ.2556",
        "30 มิถุนายน พศ 2556",
        "30 มิถุนายน พ. ศ. 2556",
        "30 มิถุนายน ค.ศ. 2013",
        "30/6/พ.ศ. 2556",
        "วันที่ 30 มิถุนายน 2556",
        "วันที่30มิถุนายน2556",
        "วันที่ 30 เดือนมิถุนายน พ.ศ. 2556",
        "30 June 2013",
        "30 JUN 2013",
        "30 jun. 2556",
        "30 June B.E. 2556",
        "30 June A.D. 2013",
        "30 June CE 2013",
        " 30  มิ.ย.\u00a02556\n",
        "30 มิ.ย.\u200b 2556\ufeff",
    ],
)
def test_a_day_is_read_however_it_is_typed(text):
    assert parse_date(text) == MID_YEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30/6/13", DateProblem.TWO_DIGIT_YEAR),
        ("3 ธ.ค.67", DateProblem.TWO_DIGIT_YEAR),
        ("31/2/56", DateProblem.TWO_DIGIT_YEAR),
        ("พ.ศ. 56", DateProblem.TWO_DIGIT_YEAR),
        ("3099", DateProblem.YEAR_OUT_OF_RANGE),
        ("30/6/3099", DateProblem.YEAR_OUT_OF_RANGE),
        ("30/6/556", DateProblem.YEAR_OUT_OF_RANGE),
        ("30 มิถุนายน ค.ศ. 2556", DateProblem.YEAR_OUT_OF_RANGE),
        ("30 มิถุนายน พ.ศ. 2013", DateProblem.YEAR_OUT_OF_RANGE),
        ("31/12/1899", DateProblem.YEAR_OUT_OF_RANGE),
        ("1/1/2101", DateProblem.YEAR_OUT_OF_RANGE),
        ("31/12/2442", DateProblem.YEAR_OUT_OF_RANGE),
        ("1/1/2644", DateProblem.YEAR_OUT_OF_RANGE),
        ("31/2/2556", DateProblem.NO_SUCH_DAY),
        ("29/2/2556", DateProblem.NO_SUCH_DAY),
        ("0/6/2556", DateProblem.NO_SUCH_DAY),
        ("99999999999999999999/6/2556", DateProblem.NO_SUCH_DAY),
        ("30/13/2556", DateProblem.NO_SUCH_MONTH),
        ("30/0/2556", DateProblem.NO_SUCH_MONTH),
        ("30 มิถุนา 2556", DateProblem.NO_SUCH_MONTH),
        ("มิ.ย. 2556", DateProblem.DAY_MISSING),
        ("6/2556", DateProblem.DAY_MISSING),
        ("พ.ศ. 2556", DateProblem.DAY_MISSING),
        ("2013", DateProblem.DAY_MISSING),
        ("", DateProblem.EMPTY),
        (" \u200b\u00a0", DateProblem.EMPTY),
        ("วันที่", DateProblem.UNREADABLE),
        ("เมื่อวาน", DateProblem.UNREADABLE),
        ("30 มิ.ย.", DateProblem.UNREADABLE),
        ("30/6-2556", DateProblem.UNREADABLE),
        ("30/6/2556 12.00", DateProblem.UNREADABLE),
        ("²/6/2556", DateProblem.UNREADABLE),
        ("30/6/2556\0", DateProblem.UNREADABLE),
        ("1" * 101, DateProblem.UNREADABLE),
        ("30/6/2556" + " " * 10_000, DateProblem.UNREADABLE),
    ],
)
def test_what_is_not_one_certain_day_is_refused_with_a_reason(text, expected):
    assert problem(parse_date, text) is expected


def test_the_leap_day_follows_the_common_year():
    assert parse_date("29/2/2555") == datetime.date(2012, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["2/2556", "02-2556", "2013-02", "2556-02", "ก.พ. 2556", "กพ2556", "กุมภาพันธ์ 2556", "Feb 2013"],
)
def test_a_month_is_read_as_a_month(text):
    assert parse_partial(text) == PartialDate(datetime.date(2013, 2, 1), Precision.MONTH)


@pytest.mark.parametrize(
    "text", ["2556", "๒๕๕๖", "2013", "พ.ศ. 2556", "พ.ศ.๒๕๕๖", "ค.ศ. 2013", "2013 (B.E. 2556)"]
)
def test_a_year_is_read_as_a_year(text):
    assert parse_partial(text) == PartialDate(datetime.date(2013, 1, 1), Precision.YEAR)
    assert parse_year(text) == 2013


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56", DateProblem.TWO_DIGIT_YEAR),
        ("3099", DateProblem.YEAR_OUT_OF_RANGE),
        ("ค.ศ. 2556", DateProblem.YEAR_OUT_OF_RANGE),
        ("", DateProblem.EMPTY),
        ("ปีนี้", DateProblem.UNREADABLE),
        ("30/6/2556", DateProblem.UNREADABLE),
    ],
)
def test_what_is_not_a_year_is_refused_with_a_reason(text, expected):
    assert problem(parse_year, text) is expected


def test_a_year_in_two_eras_that_do_not_agree_is_refused():
    assert problem(parse_partial, "2013 (B.E. 2557)") is DateProblem.UNREADABLE


def test_a_refusal_can_be_carried_to_another_process():
    refusal = pickle.loads(pickle.dumps(DateError(DateProblem.EMPTY, " ")))
    assert (refusal.problem, refusal.text) == (DateProblem.EMPTY, " ")


@given(possible_days)
def test_every_long_date_reads_back(day):
    assert parse_date(dates.long_date(day)) == day
    assert parse_date(to_thai_digits(dates.long_date(day))) == day
    assert parse_date(english.long_date(day)) == day
    assert parse_date(english.short_date(day)) == day


@given(possible_days)
def test_every_day_reads_back_from_figures_in_both_eras(day):
    for year in (day.year, dates.buddhist_year(day.year)):
        assert parse_date(f"{day.day}/{day.month}/{year}") == day
        assert parse_date(f"{year}-{day.month:02}-{day.day:02}") == day


@given(possible_days)
def test_no_short_date_is_read_since_its_year_has_two_digits(day):
    assert problem(parse_date, dates.short_date(day)) is DateProblem.TWO_DIGIT_YEAR


@given(possible_days, precisions)
def test_what_is_shown_of_a_partial_date_reads_back(day, precision):
    partial = PartialDate(day, precision)
    assert parse_partial(dates.show(partial)) == partial
    assert parse_partial(english.show(partial)) == partial


@given(st.text() | date_like_texts)
def test_any_text_is_read_or_refused_in_the_one_way(text):
    for parse in (parse_date, parse_partial, parse_year):
        with contextlib.suppress(DateError):
            parse(text)
