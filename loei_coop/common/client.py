"""Who sends a request, as far as its address tells."""

import ipaddress

from django.conf import settings
from django.utils.crypto import salted_hmac

# What one line of a house has of the newer addresses.
LINE = 64


def address(request) -> str:
    """The client's network address. Behind the office's own proxy it is the last one that the
    proxy wrote down; what stands before it anybody can write."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META["REMOTE_ADDR"]


def readable_address(request) -> str | None:
    """The same for a column of addresses: None for what is none, such as a local socket."""
    try:
        return str(ipaddress.ip_address(address(request)))
    except (KeyError, ValueError):
        return None


def line(request) -> str:
    """What limits count by: the address; of IPv6, where one line has endless addresses, its
    first 64 bits."""
    found = readable_address(request)
    if found is None:
        return "unknown"
    parsed = ipaddress.ip_address(found)
    if parsed.version == 4:
        return found
    return str(ipaddress.ip_network((parsed, LINE), strict=False).network_address)


def address_key(request) -> str:
    """Tells two lines apart without keeping the address of either: 64 hexadecimal digits."""
    return salted_hmac("loei_coop.common.client", line(request), algorithm="sha256").hexdigest()
