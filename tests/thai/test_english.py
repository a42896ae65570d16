import datetime

import pytest

from loei_coop.thai import dates, english
from loei_coop.thai.dates import PartialDate, Precision

NEWS_DAY = datetime.date(2025, 2, 26)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (english.long_date(NEWS_DAY), "26 February 2025"),
        (english.short_date(NEWS_DAY), "26 Feb 2025"),
        (english.month_year(datetime.date(2013, 2, 1)), "February 2013"),
        (english.year(datetime.date(2013, 2, 1)), "2013 (B.E. 2556)"),
        (english.day_and_month(31, 3), "31 March"),
        (english.date_time(datetime.datetime(2025, 2, 26, 9, 0)), "26 February 2025, 09:00"),
    ],
)
def test_a_date_is_written_in_english(written, expected):
    assert written == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        (Precision.DAY, "26 February 2025"),
        (Precision.MONTH, "February 2025"),
        (Precision.YEAR, "2025 (B.E. 2568)"),
    ],
)
def test_a_date_is_shown_only_as_exactly_as_it_is_known(precision, expected):
    assert english.show(PartialDate(NEWS_DAY, precision)) == expected


@pytest.mark.parametrize(
    "name",
    ["long_date", "short_date", "month_year", "year", "day_and_month", "date_time", "show"],
)
def test_what_thai_can_show_english_can_show(name):
    assert callable(getattr(dates, name))
    assert callable(getattr(english, name))
