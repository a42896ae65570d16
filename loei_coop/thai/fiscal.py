"""The government's fiscal year: 1 October to 30 September, named by the year in which it ends.

Years are passed as Common Era numbers; the labels show the Buddhist year."""

import datetime

from loei_coop.thai.dates import buddhist_year

_QUARTERS = {  # month and day of the first and the last day
    1: ((10, 1), (12, 31)),
    2: ((1, 1), (3, 31)),
    3: ((4, 1), (6, 30)),
    4: ((7, 1), (9, 30)),
}


def fiscal_year(day: datetime.date) -> int:
    return day.year + 1 if day.month >= 10 else day.year


def fiscal_quarter(day: datetime.date) -> int:
    """1 for October to December, 4 for July to September."""
    return (day.month + 2) // 3 % 4 + 1


def fiscal_year_bounds(fiscal_year: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day."""
    return datetime.date(fiscal_year - 1, 10, 1), datetime.date(fiscal_year, 9, 30)


def quarter_bounds(fiscal_year: int, quarter: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day. Raises ValueError for a quarter other than 1 to 4."""
    if quarter not in _QUARTERS:
        raise ValueError(f"a fiscal year has quarters 1 to 4, not {quarter}")
    year = fiscal_year - 1 if quarter == 1 else fiscal_year
    first, last = _QUARTERS[quarter]
    return datetime.date(year, *first), datetime.date(year, *last)


def fiscal_year_label(fiscal_year: int) -> str:
    """ปีงบประมาณ พ.ศ. 2569"""
    return f"ปีงบประมาณ พ.ศ. {buddhist_year(fiscal_year)}"


def quarter_label(fiscal_year: int, quarter: int) -> str:
    """ไตรมาส 3 ปีงบประมาณ 2556"""
    return f"ไตรมาส {quarter} ปีงบประมาณ {buddhist_year(fiscal_year)}"
