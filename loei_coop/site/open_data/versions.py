"""Whether a file is still the one that somebody has: by the latest change of the register."""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Max
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from loei_coop.common.models import ChangeSet


@dataclass(frozen=True)
class Version:
    etag: str
    changed_at: datetime.datetime | None


def version(
    *parts: str,
    changes_daily: bool = False,
    clock_changed_at: datetime.datetime | None = None,
) -> Version:
    """One query. `parts`: what besides the register decides about the bytes; `clock_changed_at`:
    when something became public by the clock alone."""
    # The number as well: of two acts at the same moment the later number may be stored first.
    register = ChangeSet.objects.aggregate(
        latest=Max("pk"), number=Count("pk"), changed_at=Max("made_at")
    )
    changed_at = register["changed_at"]
    if changes_daily:
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        changed_at = max(midnight, changed_at or midnight)
        parts = (*parts, midnight.date().isoformat())
    if clock_changed_at:
        changed_at = max(clock_changed_at, changed_at or clock_changed_at)
        parts = (*parts, clock_changed_at.isoformat())
    text = "\n".join([str(register["latest"]), str(register["number"]), *parts])
    return Version(f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"', changed_at)


def unless_known(request, known: Version, respond: Callable[[], HttpResponse]) -> HttpResponse:
    """304 where the reader has this version, else what `respond` makes."""
    second = known.changed_at and int(known.changed_at.timestamp())
    response = get_conditional_response(request, etag=known.etag, last_modified=second) or respond()
    response["ETag"] = known.etag
    if second:
        response["Last-Modified"] = http_date(second)
    return response
