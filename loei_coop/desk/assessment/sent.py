"""An answer as the browser sends it: JSON, which anybody can write."""

import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from governance.forms import AnswerForm
from governance.models import Assessment, Item

FIELDS = {"choice": str, "text": str, "figure": str, "is_figure_open": bool, "base": int}
# How many vain attempts of one text are looked at.
MOST_ATTEMPTS = 5


class UnreadableError(ValueError):
    """The message is a sentence for whoever typed it."""


@dataclass(frozen=True)
class SentAnswer:
    """`before`: what was sent of this item without being acknowledged."""

    item: Item
    form: AnswerForm
    before: list[dict]

    @classmethod
    def read(cls, body: bytes, assessment: Assessment) -> "SentAnswer":
        data = read_object(body)
        item = item_of(assessment, data.get("item"))
        attempts = data.get("before", [])
        if not is_whole(data) or not isinstance(attempts, list):
            raise unreadable()
        return cls(item, AnswerForm(item, data=data), contents_of(item, attempts))


def read_object(body: bytes) -> dict:
    try:
        data = json.loads(body)
    except ValueError as error:
        raise unreadable() from error
    if not isinstance(data, dict):
        raise unreadable()
    return data


def item_of(assessment: Assessment, code) -> Item:
    rows = Item.objects.of_edition(assessment.round.edition_id).counted().with_scale()
    item = rows.select_related("category__edition").filter(code=str(code)).first()
    if item is None:
        raise UnreadableError(_("This item is not part of this assessment."))
    return item


def is_whole(data) -> bool:
    return isinstance(data, dict) and all(
        type(data.get(name)) is kind for name, kind in FIELDS.items()
    )


def contents_of(item: Item, attempts: list) -> list[dict]:
    """What of them can be read."""
    latest = [attempt for attempt in attempts[-MOST_ATTEMPTS:] if is_whole(attempt)]
    forms = [AnswerForm(item, data=attempt) for attempt in latest]
    return [form.content for form in forms if form.is_valid()]


def unreadable() -> UnreadableError:
    return UnreadableError(
        _("This answer arrived in pieces and was not saved. It stays here: save once more.")
    )
