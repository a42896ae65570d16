"""How many forms whoever is not signed in may send: so many of each page from one line, whatever
becomes of them. The counts lie in the cache that all server processes share; the number stands in
the settings (`ACCOUNT_RATE_LIMITS`). Pages that can count more exactly have limits of their own."""

from allauth.core import ratelimit

from loei_coop.common.client import line

FORM = "anonymous_form"


def may_send(request, page: str) -> bool:
    """Counts one more form sent to this page."""
    return ratelimit.consume(request, action=FORM, key=f"{line(request)} {page}")
