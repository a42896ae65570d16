"""The backups in the usual folder, as administrators see them; each act on one is logged."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Min
from django.utils import timezone

from loei_coop.accounts import events
from loei_coop.accounts.models import AccountEvent, User
from loei_coop.common.backup import checking, files, making, retention
from loei_coop.common.backup.errors import BackupError

Kind = AccountEvent.Kind

OVERDUE_AFTER = 7
"""Days without a backup that administrators are told of."""


@dataclass(frozen=True)
class Listed:
    """`check` is the last one that was asked for; every backup was checked when it was made."""

    path: Path
    check: AccountEvent | None

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def made_at(self) -> datetime.datetime:
        return moment_of(self.path)

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    @property
    def is_damaged(self) -> bool:
        return self.check is not None and self.check.kind == Kind.BACKUP_DAMAGED


def paths() -> list[Path]:
    return files.newest_first(files.usual_folder())


def listed() -> list[Listed]:
    """Newest first."""
    checks = last_checks()
    return [Listed(path, checks.get(path.name)) for path in paths()]


def last_checks() -> dict[str, AccountEvent]:
    """By the name of the file."""
    events_in_order = AccountEvent.objects.backup_checks().order_by("happened_at", "pk")
    return {name: event for event in events_in_order for _what, _before, name in event.changes}


def named(name: str) -> Path | None:
    return next((path for path in paths() if path.name == name), None)


def moment_of(path: Path) -> datetime.datetime:
    minute, _number = files.stamp(path.name)
    return timezone.make_aware(minute)


def newest_moment() -> datetime.datetime | None:
    return next(map(moment_of, paths()), None)


def days_without() -> int:
    """Since the newest backup, or since the portal has accounts."""
    since = newest_moment() or User.objects.aggregate(first=Min("date_joined"))["first"]
    return max((timezone.now() - since).days, 0)


def overdue_days() -> int:
    """0 while the newest backup is new enough."""
    days = days_without()
    return days if days > OVERDUE_AFTER else 0


def make(request) -> tuple[Path, list[Path]]:
    """The new backup and the old ones that were removed for it. Raises BackupError."""
    path = making.make(files.usual_folder()).path
    log(Kind.BACKUP_MADE, path, request)
    return path, retention.remove_old(path)


def check(path: Path, request) -> None:
    """Raises BackupError if it cannot be used."""
    try:
        checking.check(path)
    except BackupError:
        log(Kind.BACKUP_DAMAGED, path, request)
        raise
    log(Kind.BACKUP_CHECKED, path, request)


def log(kind: str, path: Path, request) -> None:
    events.record(kind, None, request=request, changes=[(events.BACKUP, "", path.name)])
