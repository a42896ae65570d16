"""Telephone numbers as a telephone dials them."""

import re

_EXTENSION = re.compile(r"ต่อ|ext\.?")


def to_dial(text: str) -> str:
    """ "0 4281 1234 ต่อ 12" → "042811234,12": at the comma the telephone waits. "" if nothing
    can be dialled."""
    number, *extensions = (digits(part) for part in _EXTENSION.split(text))
    return ",".join([number, *extensions[:1]]) if number else ""


def digits(text: str) -> str:
    """A list of extensions is cut to its first."""
    first = text.split(",")[0].strip()
    plus = "+" if first.startswith("+") else ""
    return plus + re.sub(r"[^0-9]", "", first)
