"""Taking telephone numbers and e-mail addresses out of whatever else was written down with them:
cells of an uploaded sheet, former values, notes."""

import re
from collections.abc import Iterable
from typing import Any

from loei_coop.thai.digits import to_arabic_digits, to_thai_digits

_BETWEEN_DIGITS = r"(?:[\s().–-]|ต่อ|ext\.?)*"
_COUNTRY = re.compile(r"\s*\+\s*66")
# What is shorter is removed only where it stands alone: it may be part of anything.
SHORTEST_NUMBER = 7


def same_key(contact: str) -> str:
    """Equal for two spellings of one number, or of one address."""
    return contact.strip().casefold() if "@" in contact else national_digits(contact)


def national_digits(number: str) -> str:
    """Without the nought, or the country, that it begins with."""
    number = _COUNTRY.sub("0", to_arabic_digits(number))
    return re.sub(r"\D", "", number).removeprefix("0")


def pattern_of(contacts: Iterable[str]) -> re.Pattern:
    """Finds each of them however it is spelt."""
    parts = [address_part(c) if "@" in c else number_part(c) for c in contacts if c.strip()]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def address_part(address: str) -> str:
    return rf"(?<![\w.+-]){re.escape(address.strip())}(?![\w-])"


def number_part(number: str) -> str:
    digits = national_digits(number)
    spelt = _BETWEEN_DIGITS.join(f"[{digit}{to_thai_digits(digit)}]" for digit in digits)
    spelt = rf"\(?(?:\+?66{_BETWEEN_DIGITS})?(?:[0๐]{_BETWEEN_DIGITS})?{spelt}"
    if len(digits) < SHORTEST_NUMBER:
        return rf"\A\s*{spelt}\s*\Z"
    return rf"(?<!\d){spelt}(?!\d)"


def scrubbed(data: Any, pattern: re.Pattern) -> Any:
    """The same JSON without what the pattern finds in its texts and whole numbers; keys stay."""
    if isinstance(data, dict):
        return {key: scrubbed(value, pattern) for key, value in data.items()}
    if isinstance(data, list):
        return [scrubbed(value, pattern) for value in data]
    if isinstance(data, str):
        return pattern.sub("", data)
    if isinstance(data, int) and not isinstance(data, bool):
        return "" if pattern.fullmatch(str(data)) else data
    return data
