"""Dates as Thai offices write them. Moments are taken as local time; no time zones here."""

import calendar
import datetime
from dataclasses import dataclass
from enum import StrEnum

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
_BUDDHIST_ERA_BEGAN = 543  # years before the Common Era


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year; `date` is always the first day of that period."""

    date: datetime.date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        precision = Precision(self.precision)
        object.__setattr__(self, "precision", precision)
        object.__setattr__(self, "date", _first_day(self.date, precision))

    @property
    def first(self) -> datetime.date:
        return self.date

    @property
    def last(self) -> datetime.date:
        return _last_day(self.date, self.precision)

    def covers(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last


def _first_day(day: datetime.date, precision: Precision) -> datetime.date:
    if precision is Precision.YEAR:
        return day.replace(month=1, day=1)
    if precision is Precision.MONTH:
        return day.replace(day=1)
    return day


def _last_day(day: datetime.date, precision: Precision) -> datetime.date:
    if precision is Precision.YEAR:
        return day.replace(month=12, day=31)
    if precision is Precision.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def buddhist_year(year: int) -> int:
    return year + _BUDDHIST_ERA_BEGAN


def common_year(buddhist_year: int) -> int:
    return buddhist_year - _BUDDHIST_ERA_BEGAN


def long_date(day: datetime.date) -> str:
    """26 กุมภาพันธ์ 2568"""
    return f"{day.day} {month_year(day)}"


def short_date(day: datetime.date) -> str:
    """26 ก.พ. 68: to be read by people only, since parsing refuses two digits of a year."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {buddhist_year(day.year) % 100:02}"


def month_year(day: datetime.date) -> str:
    """กุมภาพันธ์ 2556"""
    return f"{MONTHS[day.month - 1]} {buddhist_year(day.year)}"


def year(day: datetime.date) -> str:
    """พ.ศ. 2556"""
    return f"พ.ศ. {buddhist_year(day.year)}"


def day_and_month(day: int, month: int) -> str:
    """31 มีนาคม"""
    return f"{day} {MONTHS[month - 1]}"


def clock(moment: datetime.datetime | datetime.time) -> str:
    """เวลา 09.00 น."""
    return f"เวลา {hour(moment)}"


def hour(moment: datetime.datetime | datetime.time) -> str:
    """09.00 น."""
    return f"{moment:%H.%M} น."


def date_time(moment: datetime.datetime) -> str:
    """26 กุมภาพันธ์ 2568 เวลา 09.00 น."""
    return f"{long_date(moment)} {clock(moment)}"


def show(partial: PartialDate) -> str:
    writers = {Precision.DAY: long_date, Precision.MONTH: month_year, Precision.YEAR: year}
    return writers[partial.precision](partial.date)


def iso_text(partial: PartialDate) -> str:
    """2013, 2013-06 or 2013-06-30: as exactly as it is known."""
    lengths = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
    return partial.date.isoformat()[: lengths[partial.precision]]
