import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai import fiscal

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (datetime.date(2012, 9, 30), 2012, 4),
        (datetime.date(2012, 10, 1), 2013, 1),
        (datetime.date(2012, 12, 31), 2013, 1),
        (datetime.date(2013, 1, 1), 2013, 2),
        (datetime.date(2013, 3, 31), 2013, 2),
        (datetime.date(2013, 4, 1), 2013, 3),
        (datetime.date(2013, 6, 30), 2013, 3),
        (datetime.date(2013, 7, 1), 2013, 4),
    ],
)
def test_a_day_lies_in_its_fiscal_year_and_quarter(day, year, quarter):
    assert (fiscal.fiscal_year(day), fiscal.fiscal_quarter(day)) == (year, quarter)


def test_a_fiscal_year_runs_from_october_to_september():
    expected = (datetime.date(2012, 10, 1), datetime.date(2013, 9, 30))
    assert fiscal.fiscal_year_bounds(2013) == expected


def test_the_four_quarters_follow_each_other_through_the_year():
    bounds = [fiscal.quarter_bounds(2013, quarter) for quarter in (1, 2, 3, 4)]
    firsts, lasts = zip(*bounds, strict=True)
    assert (firsts[0], lasts[-1]) == fiscal.fiscal_year_bounds(2013)
    assert [last + datetime.timedelta(days=1) for last in lasts[:-1]] == list(firsts[1:])


@pytest.mark.parametrize("quarter", [0, 5])
def test_there_is_no_fifth_quarter(quarter):
    with pytest.raises(ValueError, match=f"not {quarter}"):
        fiscal.quarter_bounds(2013, quarter)


def test_labels_show_the_buddhist_year():
    assert fiscal.fiscal_year_label(2026) == "ปีงบประมาณ พ.ศ. 2569"
    assert fiscal.quarter_label(2013, 3) == "ไตรมาส 3 ปีงบประมาณ 2556"


@given(days)
def test_every_day_lies_within_the_bounds_of_its_year_and_quarter(day):
    year = fiscal.fiscal_year(day)
    first, last = fiscal.fiscal_year_bounds(year)
    quarter_first, quarter_last = fiscal.quarter_bounds(year, fiscal.fiscal_quarter(day))
    assert first <= quarter_first <= day <= quarter_last <= last
