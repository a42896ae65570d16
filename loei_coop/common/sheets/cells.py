"""Texts that a spreadsheet would take for a formula leave with an apostrophe in front, and come
back without it."""

import re
from typing import Any

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r\n]")
# Numbers and telephone numbers calculate nothing.
_NUMBER = re.compile(r"[+-]?[0-9][0-9 ,.()-]*")


def defused(value: Any) -> Any:
    """What a cell may hold; only texts are changed. `restored` takes it back exactly."""
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def restored(text: str) -> str:
    """The text that `defused` was given."""
    return text[1:] if _ESCAPED_FORMULA.match(text) else text
