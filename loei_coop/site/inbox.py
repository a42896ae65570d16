"""Taking in and closing what visitors write to the office: reports of errors, requests about
personal data."""

import datetime

from django.utils import timezone

from loei_coop.site.models import Received

MOST_IN_AN_HOUR = 5


class TooManyError(Exception):
    """One address writes more often than a person would."""


def take_in(message: Received, *, address_key: str) -> Received:
    """Stores it, or raises TooManyError. Each kind of message is counted for itself."""
    rows = type(message).objects
    forget_addresses(rows)
    since = timezone.now() - datetime.timedelta(hours=1)
    if rows.recent_from(address_key, since=since).count() >= MOST_IN_AN_HOUR:
        raise TooManyError
    message.address_key = address_key
    message.save()
    return message


def forget_addresses(rows) -> None:
    """The privacy notice promises it after a day."""
    before = timezone.now() - datetime.timedelta(days=1)
    rows.with_address_before(before).update(address_key="")


def mark_handled(rows, *, by) -> int:
    """How many of them were still waiting."""
    return rows.waiting().update(handled_at=timezone.now(), handled_by=by)
