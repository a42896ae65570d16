"""The same dates for the English pages: Common Era, with the Buddhist year where it helps."""

import datetime

from loei_coop.thai.dates import PartialDate, Precision, buddhist_year

# Not from `calendar`, whose names follow the locale of the server.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)


def long_date(day: datetime.date) -> str:
    """26 February 2025"""
    return f"{day.day} {month_year(day)}"


def short_date(day: datetime.date) -> str:
    """26 Feb 2025"""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def month_year(day: datetime.date) -> str:
    """February 2013"""
    return f"{MONTHS[day.month - 1]} {day.year}"


def year(day: datetime.date) -> str:
    """2013 (B.E. 2556)"""
    return f"{day.year} (B.E. {buddhist_year(day.year)})"


def day_and_month(day: int, month: int) -> str:
    """31 March"""
    return f"{day} {MONTHS[month - 1]}"


def date_time(moment: datetime.datetime) -> str:
    """26 February 2025, 09:00"""
    return f"{long_date(moment)}, {hour(moment)}"


def hour(moment: datetime.datetime) -> str:
    """09:00"""
    return f"{moment:%H:%M}"


def show(partial: PartialDate) -> str:
    writers = {Precision.DAY: long_date, Precision.MONTH: month_year, Precision.YEAR: year}
    return writers[partial.precision](partial.date)
