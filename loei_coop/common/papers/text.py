"""What text becomes on its way to paper."""

import re
from collections.abc import Callable
from typing import Any

from loei_coop.thai.digits import to_thai_digits

# Seen by nobody, and typst would stop at some of them.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
# What the face has no sign for: an accessible PDF must not hold it.
UNKNOWN = re.compile("[^\t\n -~\u00a0-\u00ff\u0e01-\u0e3a\u0e3f-\u0e5b–—‘’“”…•]")


class AsTyped(str):
    """To be typed or scanned as it stands: an address, a code, a user name, a drawing."""

    __slots__ = ()


def with_digits(value: Any, *, thai: bool) -> Any:
    """The same lists and dicts with all digits of their texts Thai, or untouched."""
    if not thai:
        return value
    return each_text(
        value, lambda text: text if isinstance(text, AsTyped) else to_thai_digits(text)
    )


def printable(value: Any) -> Any:
    """The same with "?" for every sign that Sarabun lacks, such as a picture sign in a name."""
    return each_text(value, lambda text: type(text)(UNKNOWN.sub("?", INVISIBLE.sub("", text))))


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: each_text(inside, change) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [each_text(inside, change) for inside in value]
    return change(value) if isinstance(value, str) else value
