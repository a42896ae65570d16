"""Which old backups may go: a rule about dates, that looks at names only."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from loei_coop.common.backup.files import newest_first, stamp

KEEP_DAYS = 30
KEEP_MONTHLY = 12


def remove_old(
    newest: Path, *, keep_days: int = KEEP_DAYS, keep_monthly: int = KEEP_MONTHLY
) -> list[Path]:
    """Those beside the newest that were superfluous, and are removed."""
    names = [path.name for path in newest_first(newest.parent)]
    old = superfluous(names, newest=newest.name, keep_days=keep_days, keep_monthly=keep_monthly)
    paths = [newest.parent / name for name in old]
    for path in paths:
        path.unlink(missing_ok=True)
    return paths


def superfluous(
    names: Iterable[str], *, newest: str, keep_days: int, keep_monthly: int
) -> list[str]:
    """All but: those of the last `keep_days` days before `newest`, the last one of each of the
    latest `keep_monthly` months that have any, `newest` itself, and files of any other name."""
    made = {name: moment for name in names if (moment := stamp(name))}
    first_day = made[newest][0] - datetime.timedelta(days=keep_days)
    recent = {name for name, (moment, _number) in made.items() if moment >= first_day}
    kept = {newest} | recent | last_of_months(made, keep_monthly)
    return sorted(made.keys() - kept)


def last_of_months(made: dict[str, tuple[datetime.datetime, int]], months: int) -> set[str]:
    last: dict[tuple[int, int], str] = {}
    for name in sorted(made, key=made.__getitem__):
        moment, _number = made[name]
        last[moment.year, moment.month] = name
    return {last[month] for month in sorted(last, reverse=True)[:months]}
