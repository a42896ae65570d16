"""How often a door may be tried. The counts lie in the cache that all server processes share; the
numbers stand in the settings (`ACCOUNT_RATE_LIMITS`)."""

from allauth.core import ratelimit
from django.contrib.auth import get_user_model

from loei_coop.common.client import line

# One account from one address, and everything from one address: many telephones share one.
ACCOUNT = "sign_in_account"
ADDRESS = "sign_in_address"
NOTED = "sign_in_noted"


def may_try(request, name: str) -> bool:
    """Counts one more try to sign in under this name."""
    return ratelimit.consume(request, action=ACCOUNT, key=account_key(request, name)) and (
        ratelimit.consume(request, action=ADDRESS, key=line(request))
    )


def forgive(request, name: str) -> None:
    """After the right password: the tries before it do not count any more."""
    ratelimit.clear(request, action=ACCOUNT, key=account_key(request, name))


def is_news(request, name: str) -> bool:
    """Whether this refusal is the first of its time: one line of the log is enough."""
    return ratelimit.consume(request, action=NOTED, key=account_key(request, name))


def account_key(request, name: str) -> str:
    """The same for both names of an account, so that the second brings no more tries."""
    user = get_user_model().objects.known_as(name)
    account = f"user {user.pk}" if user else f"name {name.strip().casefold()}"
    return f"{line(request)} {account}"
