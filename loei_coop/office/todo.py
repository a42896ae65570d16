"""What needs doing that belongs to the office's own face of the portal."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from loei_coop.accounts.permissions import is_administrator
from loei_coop.common.todo import Task, Todo
from loei_coop.office import backups


def todos(user) -> Iterator[Todo]:
    if is_administrator(user):
        yield Todo(
            _("The portal has not been backed up for a while"),
            _("Make a backup, and keep a copy of it outside this computer."),
            [days_without_backup()],
        )


def days_without_backup() -> Task:
    return Task(
        label=_("days without a backup"),
        count=backups.overdue_days(),
        address=reverse("admin:backups"),
    )
