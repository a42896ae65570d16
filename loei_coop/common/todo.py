"""What needs doing: the shape that every app's `todo.py` gives, and what this app has to say.

An app offers `todos(user)`, which the officers' home page collects, and `desk_todos(desk)`, which
the desk of a cooperative or farmer group collects.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.models import ImportRun


@dataclass(frozen=True)
class Task:
    """`count` rows of the list at `address`; `label` says of what."""

    label: str
    count: int
    address: str


@dataclass(frozen=True)
class Todo:
    title: str
    hint: str
    tasks: list[Task]


class Tone(StrEnum):
    """How pressing it is; the order in which cards stand."""

    NOW = "now"
    SOON = "soon"
    CALM = "calm"


@dataclass(frozen=True)
class Card:
    """What waits at a desk: a page of it, at `address`, shows it whole."""

    title: str
    sentence: str
    address: str
    tone: Tone = Tone.CALM


def todo_modules() -> list:
    names = (f"{config.name}.todo" for config in apps.get_app_configs())
    return [import_module(name) for name in names if find_spec(name)]


def todos(user) -> Iterator[Todo]:
    if user.has_perm("common.view_importrun"):
        yield Todo(
            capfirst(_("files not yet imported")),
            _("Somebody looked at the preview and went no further. Import them or leave them."),
            [imports_waiting()],
        )


def imports_waiting() -> Task:
    return Task(
        label=_("files"),
        count=ImportRun.objects.filter(state=ImportRun.State.PREVIEWED).count(),
        address=f"{reverse('admin:common_importrun_changelist')}?state__exact=previewed",
    )
