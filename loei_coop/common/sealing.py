"""Secrets that a page carries to the next request, readable by this portal only."""

import base64
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac


class BrokenSealError(Exception):
    """Not sealed here for this purpose, or too long ago."""


def seal(value: Any, *, purpose: str) -> str:
    return box(purpose).encrypt(json.dumps(value).encode()).decode()


def unseal(sealed: str, *, purpose: str, seconds: int) -> Any:
    """What was sealed at most that many seconds ago."""
    try:
        return json.loads(box(purpose).decrypt(sealed.encode(), ttl=seconds))
    except InvalidToken as error:
        raise BrokenSealError from error


def box(purpose: str) -> Fernet:
    key = salted_hmac("loei_coop.common.sealing", purpose, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
