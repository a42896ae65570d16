"""What no record tells: typed by the officer for photo news, or for a meeting."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from loei_coop.news.facts.fact import Fact
from loei_coop.news.facts.times import written
from loei_coop.thai.dates import PartialDate, hour

LABELS = {
    "body": gettext_lazy("body that meets"),
    "meeting_number": gettext_lazy("number of the meeting"),
    "day": gettext_lazy("day"),
    "time": gettext_lazy("time"),
    "presider": gettext_lazy("who presides"),
    "presider_post": gettext_lazy("post of who presides"),
    "occasion": gettext_lazy("event"),
    "place": gettext_lazy("place"),
    "participants": gettext_lazy("participants"),
    "purpose": gettext_lazy("purpose"),
    "resolutions": gettext_lazy("resolutions"),
}


def typed_facts(typed: dict) -> Iterator[Fact]:
    """Nothing for what was left empty."""
    for name, label in LABELS.items():
        if value := plain(typed.get(name)):
            yield Fact(name, value, label, typed=True)


def plain(value):
    """As JSON that drafts can show; what is plain already stays so."""
    if isinstance(value, datetime.date):
        return written(PartialDate(value))
    if isinstance(value, datetime.time):
        return {"text": hour(value), "text_en": f"{value:%H:%M}"}
    return value
