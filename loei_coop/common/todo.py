"""What needs doing: the shape that every app's `todo.py` gives, and what this app has to say.

An app offers `todos(user)`; the officers' home page collects them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
