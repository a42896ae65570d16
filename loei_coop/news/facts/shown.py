"""The value of a fact in one line, for whoever checks it."""

from typing import Any

from django.utils.translation import get_language

LANGUAGES = ("th", "en")
# Words of the code, which the drafts put into Thai.
CODES = {"code", "object", "area", "state", "short", "short_en", "presented_on"}


def text_of(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(filter(None, map(text_of, parts_of(value))))
    if isinstance(value, list):
        between = " · " if any(isinstance(part, dict) for part in value) else ", "
        return between.join(map(text_of, value))
    return "" if value is None or isinstance(value, bool) else str(value)


def parts_of(value: dict) -> list:
    """In the language of the page, each part once."""
    english = get_language() == "en"
    if set(LANGUAGES) <= set(value):
        return [value["en" if english else "th"]]
    return [
        (value.get(f"{name}_en") if english else None) or part
        for name, part in value.items()
        if not name.endswith("_en") and name not in CODES
    ]
