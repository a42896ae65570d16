"""What other apps keep of an organization and cannot move to another record.

An app tells it in `AppConfig.ready`:

    belongings.stay("assessments", _("..."))

A record with such rows is not joined into another one: the other is joined into it.
"""

from django.utils.functional import Promise

# {name of the relation to its rows: why the record stays}
STAYING: dict[str, Promise] = {}


def stay(related_name: str, sentence: Promise) -> None:
    STAYING[related_name] = sentence
