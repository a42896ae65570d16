import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai import dates
from loei_coop.thai.dates import PartialDate, Precision

NEWS_DAY = datetime.date(2025, 2, 26)
NEWS_MOMENT = datetime.datetime(2025, 2, 26, 9, 0)
precisions = st.sampled_from(Precision)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (dates.long_date(NEWS_DAY), "26 กุมภาพันธ์ 2568"),
        (dates.short_date(NEWS_DAY), "26 ก.พ. 68"),
        (dates.short_date(datetime.date(1960, 12, 1)), "1 ธ.ค. 03"),
        (dates.month_year(datetime.date(2013, 2, 1)), "กุมภาพันธ์ 2556"),
        (dates.year(datetime.date(2013, 2, 1)), "พ.ศ. 2556"),
        (dates.day_and_month(31, 3), "31 มีนาคม"),
        (dates.clock(NEWS_MOMENT), "เวลา 09.00 น."),
        (dates.clock(datetime.time(13, 5)), "เวลา 13.05 น."),
        (dates.date_time(NEWS_MOMENT), "26 กุมภาพันธ์ 2568 เวลา 09.00 น."),
    ],
)
def test_a_date_is_written_as_thai_offices_write_it(written, expected):
    assert written == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        (Precision.DAY, "26 กุมภาพันธ์ 2568"),
        (Precision.MONTH, "กุมภาพันธ์ 2568"),
        (Precision.YEAR, "พ.ศ. 2568"),
    ],
)
def test_a_date_is_shown_only_as_exactly_as_it_is_known(precision, expected):
    assert dates.show(PartialDate(NEWS_DAY, precision)) == expected


def test_the_buddhist_era_is_543_years_ahead():
    assert dates.buddhist_year(2013) == 2556
    assert dates.common_year(2556) == 2013


def test_every_month_has_its_name_and_its_short_name():
    shown = [dates.short_date(datetime.date(2013, month, 1)) for month in range(1, 13)]
    assert shown[5] == "1 มิ.ย. 56"
    assert len(set(shown)) == len(set(dates.MONTHS)) == 12


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        (Precision.DAY, datetime.date(2012, 2, 9), datetime.date(2012, 2, 9)),
        (Precision.MONTH, datetime.date(2012, 2, 1), datetime.date(2012, 2, 29)),
        (Precision.YEAR, datetime.date(2012, 1, 1), datetime.date(2012, 12, 31)),
    ],
)
def test_a_partial_date_begins_with_the_first_day_of_its_period(precision, first, last):
    partial = PartialDate(datetime.date(2012, 2, 9), precision)
    assert (partial.date, partial.first, partial.last) == (first, first, last)


def test_a_precision_may_be_given_by_its_stored_word():
    partial = PartialDate(NEWS_DAY, "year")
    assert partial == PartialDate(datetime.date(2025, 1, 1), Precision.YEAR)
    assert partial.precision is Precision.YEAR


def test_an_unknown_precision_is_refused():
    with pytest.raises(ValueError, match="century"):
        PartialDate(NEWS_DAY, "century")


def test_partial_dates_are_ordered_by_their_first_day():
    year, month = PartialDate(NEWS_DAY, Precision.YEAR), PartialDate(NEWS_DAY, Precision.MONTH)
    assert sorted([PartialDate(NEWS_DAY), month, year]) == [year, month, PartialDate(NEWS_DAY)]


@given(st.dates(), precisions)
def test_a_period_covers_the_day_it_was_made_from_and_both_its_ends(day, precision):
    partial = PartialDate(day, precision)
    assert partial.covers(day)
    assert partial.covers(partial.first)
    assert partial.covers(partial.last)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), precisions)
def test_a_period_ends_the_day_before_it_no_longer_covers(day, precision):
    partial = PartialDate(day, precision)
    one_day = datetime.timedelta(days=1)
    assert not partial.covers(partial.first - one_day)
    assert not partial.covers(partial.last + one_day)
