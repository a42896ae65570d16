"""Reading dates that people type, in either era. What cannot be one certain date is refused."""

import datetime
import re
from enum import StrEnum

from loei_coop.thai import dates, english
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.digits import to_arabic_digits

LONGEST_TEXT = 100
# The two ranges are the same two centuries and do not overlap, so a bare year has one meaning.
COMMON_YEARS = range(1900, 2101)
BUDDHIST_YEARS = range(dates.buddhist_year(1900), dates.buddhist_year(2100) + 1)


class DateProblem(StrEnum):
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    TWO_DIGIT_YEAR = "two_digit_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    DAY_MISSING = "day_missing"


class DateError(ValueError):
    def __init__(self, problem: DateProblem, text: str) -> None:
        super().__init__(problem, text)
        self.problem = problem
        self.text = text


_ZERO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ERA = r"(?:(?P<era>[พค]\.? ?ศ\.?|[bc]\.? ?e\.?|a\.? ?d\.?) ?)?"
_YEAR = rf"{_ERA}(?P<year>[0-9]+)"
_YEAR_FIRST = rf"{_ERA}(?P<year>[0-9]{{4}})"
_MONTH_NAME = r"(?P<month_name>[a-zก-๎][a-zก-๎. ]*?)"
_SEPARATOR = r" ?(?P<separator>[-/.]) ?"

_FORMS = [
    re.compile(_YEAR),
    re.compile(r"(?P<year>[0-9]{4}) ?\(b\.e\. ?(?P<buddhist_year>[0-9]{4})\)"),
    re.compile(rf"{_YEAR_FIRST}{_SEPARATOR}(?P<month>[0-9]+)"),
    re.compile(rf"(?P<month>[0-9]+){_SEPARATOR}{_YEAR}"),
    re.compile(rf"{_YEAR_FIRST}{_SEPARATOR}(?P<month>[0-9]+) ?(?P=separator) ?(?P<day>[0-9]+)"),
    re.compile(rf"(?P<day>[0-9]+){_SEPARATOR}(?P<month>[0-9]+) ?(?P=separator) ?{_YEAR}"),
    re.compile(rf"(?:(?P<day>[0-9]+) ?)?{_MONTH_NAME} ?{_YEAR}"),
]


def parse_date(text: str) -> datetime.date:
    """Raises DateError, also when only a month or a year is given."""
    partial = parse_partial(text)
    if partial.precision is not Precision.DAY:
        raise DateError(DateProblem.DAY_MISSING, text)
    return partial.date


def parse_partial(text: str) -> PartialDate:
    """Reads a day, a month or a year. Raises DateError."""
    cleaned = _clean(text)
    for form in _FORMS:
        if match := form.fullmatch(cleaned):
            return _partial_date(match.groupdict(), text)
    raise DateError(DateProblem.UNREADABLE, text)


def parse_year(text: str) -> int:
    """Reads one year in either era; returns the year of the Common Era. Raises DateError."""
    partial = parse_partial(text)
    if partial.precision is not Precision.YEAR:
        raise DateError(DateProblem.UNREADABLE, text)
    return partial.date.year


def _clean(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise DateError(DateProblem.UNREADABLE, text)
    cleaned = " ".join(to_arabic_digits(text.translate(_ZERO_WIDTH)).lower().split())
    if not cleaned:
        raise DateError(DateProblem.EMPTY, text)
    return cleaned.removeprefix("วันที่").lstrip()


def _partial_date(parts: dict[str, str | None], text: str) -> PartialDate:
    # The year is judged first: in "30/6/13" that is what the reader has to be told.
    year = _year(parts["year"] or "", parts.get("era"), text)
    if parts.get("buddhist_year") not in (None, str(dates.buddhist_year(year))):
        raise DateError(DateProblem.UNREADABLE, text)
    month = _month(parts, text)
    if month is None:
        return PartialDate(datetime.date(year, 1, 1), Precision.YEAR)
    day = parts.get("day")
    if day is None:
        return PartialDate(datetime.date(year, month, 1), Precision.MONTH)
    return PartialDate(_day(year, month, int(day), text))


def _year(digits: str, era: str | None, text: str) -> int:
    if len(digits) <= 2:
        raise DateError(DateProblem.TWO_DIGIT_YEAR, text)
    year = int(digits)
    if year in BUDDHIST_YEARS and (era is None or era.startswith(("พ", "b"))):
        return dates.common_year(year)
    if year in COMMON_YEARS and (era is None or era.startswith(("ค", "a", "c"))):
        return year
    raise DateError(DateProblem.YEAR_OUT_OF_RANGE, text)


def _month(parts: dict[str, str | None], text: str) -> int | None:
    if name := parts.get("month_name"):
        month = _MONTH_NUMBERS.get(_bare(name).removeprefix("เดือน"), 0)
    elif number := parts.get("month"):
        month = int(number)
    else:
        return None
    if not 1 <= month <= 12:
        raise DateError(DateProblem.NO_SUCH_MONTH, text)
    return month


def _day(year: int, month: int, day: int, text: str) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        raise DateError(DateProblem.NO_SUCH_DAY, text) from None


def _bare(name: str) -> str:
    return name.lower().replace(".", "").replace(" ", "")


_MONTH_NUMBERS = {
    _bare(name): number
    for names in (dates.MONTHS, dates.SHORT_MONTHS, english.MONTHS, english.SHORT_MONTHS)
    for number, name in enumerate(names, 1)
} | {"sept": 9}
