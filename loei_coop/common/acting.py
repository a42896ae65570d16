"""An officer enters something for a caller: for whom, at which organization, until when.

It is kept in the officer's session, for one organization and a limited time; every page of the
desk says so, and what is entered bears both names.
"""

import time
from dataclasses import dataclass

from django.contrib.auth import get_user_model

KEY = "acting_for"
SECONDS = 2 * 60 * 60


@dataclass(frozen=True)
class Acting:
    """`user`: the caller's account."""

    user: object
    organization: str  # its code
    reason: str = ""  # how the caller asked


def begin(request, *, user, organization: str, reason: str = "") -> None:
    kept = {"user": user.pk, "organization": organization, "reason": reason, "at": time.time()}
    request.session[KEY] = kept


def end(request) -> None:
    request.session.pop(KEY, None)


def begun(request) -> Acting | None:
    """What nobody has ended yet, even if its time is over."""
    kept = request.session.get(KEY)
    user = kept and get_user_model().objects.filter(pk=kept["user"]).first()
    return user and Acting(user, kept["organization"], kept.get("reason", ""))


def is_over(request) -> bool:
    """Its time."""
    return time.time() - request.session[KEY]["at"] > SECONDS


def current(request) -> Acting | None:
    """None once the time is over."""
    found = begun(request)
    if found is None or is_over(request) or not found.user.is_active:
        return None
    return found
