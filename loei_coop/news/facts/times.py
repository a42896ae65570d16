"""The time that a release tells of, in the words of its drafts."""

import datetime

from django.utils import timezone

from loei_coop.thai import dates, english
from loei_coop.thai.dates import PartialDate, Precision, buddhist_year

# Before a day, a month and a year in a Thai sentence.
BEFORE = {Precision.DAY: "วันที่ ", Precision.MONTH: "เดือน", Precision.YEAR: "ปี "}


def today() -> PartialDate:
    return PartialDate(timezone.localdate())


def last_day(as_of: PartialDate) -> datetime.date:
    """The last day of it that has come."""
    return min(as_of.last, timezone.localdate())


def is_past(as_of: PartialDate) -> bool:
    return as_of.last < timezone.localdate()


def overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def end_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.max))


def written(partial: PartialDate) -> dict[str, str]:
    """{"text": "เดือนมิถุนายน 2556", "text_en": "June 2013"}"""
    text = f"{BEFORE[partial.precision]}{dates.show(partial)}"
    return {"text": text, "text_en": english.show(partial)}


def year(common_era: int) -> dict[str, int]:
    """A year in both eras."""
    return {"buddhist": buddhist_year(common_era), "common": common_era}
