"""Dates in the language of the page: Buddhist era in Thai, Common Era in English."""

import datetime
from types import ModuleType

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from loei_coop.thai import dates, english
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.parsing import DateError, DateProblem

PROBLEMS = {
    DateProblem.EMPTY: _("Enter a date, such as 30/6/2556."),
    DateProblem.UNREADABLE: _("This is not a date. Write it like 30/6/2556 or 30 มิ.ย. 2556."),
    DateProblem.TWO_DIGIT_YEAR: _("Write the year with four digits, such as 30/6/2556."),
    DateProblem.YEAR_OUT_OF_RANGE: _(
        "This year is not possible. Write 2443 to 2643 (Buddhist era) or 1900 to 2100."
    ),
    DateProblem.NO_SUCH_MONTH: _("There is no such month. Months go from 1 to 12."),
    DateProblem.NO_SUCH_DAY: _("There is no such day in this month."),
    DateProblem.DAY_MISSING: _("The day is missing. Write it like 30/6/2556."),
}
YEAR_PROBLEMS = {
    **PROBLEMS,
    DateProblem.TWO_DIGIT_YEAR: _("Write the year with four digits, such as 2556."),
    DateProblem.EMPTY: _("Enter a year, such as 2556."),
    DateProblem.UNREADABLE: _("This is not a year. Write it like 2556."),
}


def problem_sentence(error: DateError, *, of_year: bool = False) -> str:
    return str((YEAR_PROBLEMS if of_year else PROBLEMS)[error.problem])


def words() -> ModuleType:
    """The module whose functions speak the language of the page."""
    return english if get_language() == "en" else dates


def show_day(day: datetime.date) -> str:
    return words().long_date(day)


def show_short(day: datetime.date) -> str:
    return words().short_date(day)


def show_moment(moment: datetime.datetime) -> str:
    return words().date_time(timezone.localtime(moment))


def show_recent(moment: datetime.datetime) -> str:
    """The hour, if it is of today; else the day as well."""
    local = timezone.localtime(moment)
    is_today = local.date() == timezone.localdate()
    return words().hour(local) if is_today else words().date_time(local)


def show_partial(partial: PartialDate) -> str:
    return words().show(partial)


def show_day_and_month(day: int, month: int) -> str:
    return words().day_and_month(day, month)


def show_year(year: int) -> str:
    """A Common Era year, as "พ.ศ. 2556" or "2013 (B.E. 2556)"."""
    return words().year(datetime.date(year, 1, 1))


__all__ = [
    "PartialDate",
    "Precision",
    "problem_sentence",
    "show_day",
    "show_day_and_month",
    "show_moment",
    "show_partial",
    "show_recent",
    "show_short",
    "show_year",
]
