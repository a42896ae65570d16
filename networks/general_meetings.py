"""When the list of office holders is to be confirmed: once after each yearly general meeting."""

import calendar
import datetime
from enum import StrEnum

# Within so many days after the end of the accounting year a general meeting is held (Cooperative
# Act, section 54).
DAYS_TO_MEET = 150
DAYS_OF_A_YEAR = 365


class Confirmation(StrEnum):
    DONE = "done"
    EXPECTED = "expected"  # the meeting may not have been held yet
    OVERDUE = "overdue"


def confirmation_state(
    last_meeting: datetime.date | None,
    *,
    year_end: tuple[int, int] | None,
    today: datetime.date,
) -> Confirmation:
    """`last_meeting`: the latest one after which the list was confirmed. `year_end`: day and month
    of the accounting year's end; while that is not recorded, a year after the meeting counts."""
    ended = counting_after(year_end, today=today)
    if last_meeting is not None and last_meeting > ended:
        return Confirmation.DONE
    is_late = year_end is not None and today > ended + datetime.timedelta(days=DAYS_TO_MEET)
    return Confirmation.OVERDUE if is_late else Confirmation.EXPECTED


def counting_after(year_end: tuple[int, int] | None, *, today: datetime.date) -> datetime.date:
    """Only what was confirmed for a meeting after this day counts."""
    if year_end is None:
        return today - datetime.timedelta(days=DAYS_OF_A_YEAR)
    return last_year_end(*year_end, today=today)


def last_year_end(day: int, month: int, *, today: datetime.date) -> datetime.date:
    """The latest one before today."""
    ended = day_in_year(today.year, month, day)
    return ended if ended < today else day_in_year(today.year - 1, month, day)


def day_in_year(year: int, month: int, day: int) -> datetime.date:
    """29 February is the last day of the month in other years."""
    _weekday, last = calendar.monthrange(year, month)
    return datetime.date(year, month, min(day, last))
