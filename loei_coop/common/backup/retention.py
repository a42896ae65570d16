"""Which old backups may go: a rule about dates, that looks at names only."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from loei_coop.common.backup.files import made_at

KEEP_DAYS = 30
KEEP_MONTHLY = 12


def superfluous(
    paths: Iterable[Path], *, newest: Path, keep_days: int, keep_monthly: int
) -> list[Path]:
    """All but: those of the last `keep_days` days before `newest`, the last one of each of the
    latest `keep_monthly` months that have any, `newest` itself, and files of any other name."""
    dated = {path: made_at(path.name) for path in paths}
    dated = {path: moment for path, moment in dated.items() if moment}
    first_day = dated[newest] - datetime.timedelta(days=keep_days)
    recent = {path for path, moment in dated.items() if moment >= first_day}
    kept = {newest} | recent | last_of_months(dated, keep_monthly)
    return sorted(dated.keys() - kept)


def last_of_months(dated: dict[Path, datetime.datetime], months: int) -> set[Path]:
    """Of two in the same minute the later is the longer name."""
    last: dict[tuple[int, int], Path] = {}
    for path in sorted(dated, key=lambda path: (dated[path], len(path.name), path.name)):
        last[dated[path].year, dated[path].month] = path
    return {last[month] for month in sorted(last)[max(len(last) - months, 0) :]}
