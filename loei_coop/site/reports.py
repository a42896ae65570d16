"""Taking in and closing what visitors report."""

import datetime

from django.utils import timezone

from loei_coop.site.models import ErrorReport

MOST_IN_AN_HOUR = 5


class TooManyReportsError(Exception):
    """One address reports more often than a person would."""


def report(*, page: str, message: str, contact: str, address_key: str) -> ErrorReport:
    forget_addresses()
    since = timezone.now() - datetime.timedelta(hours=1)
    if ErrorReport.objects.recent_from(address_key, since=since).count() >= MOST_IN_AN_HOUR:
        raise TooManyReportsError
    return ErrorReport.objects.create(
        page=page, message=message, contact=contact, address_key=address_key
    )


def forget_addresses() -> None:
    """The privacy notice promises it after a day."""
    before = timezone.now() - datetime.timedelta(days=1)
    ErrorReport.objects.filter(reported_at__lt=before).exclude(address_key="").update(
        address_key=""
    )


def mark_handled(reports) -> int:
    """How many of them were still waiting."""
    return reports.waiting().update(handled_at=timezone.now())
