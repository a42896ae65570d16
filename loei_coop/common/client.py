"""Who sends a request, as far as its address tells."""

from django.conf import settings
from django.utils.crypto import salted_hmac


def address(request) -> str:
    """The client's network address. Behind the office's own proxy it is the last one that the
    proxy wrote down; what stands before it anybody can write."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META["REMOTE_ADDR"]


def address_key(request) -> str:
    """Tells two addresses apart without keeping either: 64 hexadecimal digits."""
    return salted_hmac("loei_coop.common.client", address(request), algorithm="sha256").hexdigest()
