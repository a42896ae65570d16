"""Codes as people type them: with or without the dash, in small letters, with Thai digits."""

import re

from loei_coop.thai.digits import to_arabic_digits

# Without signs that look alike on paper or on a screen: 0 O, 1 I L, 2 Z, 5 S, 8 B, U (like V).
ALPHABET = "ACDEFGHJKMNPQRTVWXY34679"
LETTERS = 8  # 24 ** 8: 37 bits
DIGITS = 4
_BETWEEN = re.compile(r"[\s\u200b\u00ad\u2010-\u2015_.-]+")


def code_of(typed: str) -> str:
    """ "ac3k–๗rtm" → "AC3K7RTM" """
    return _BETWEEN.sub("", to_arabic_digits(typed)).upper()


def digits_of(typed: str) -> str:
    return _BETWEEN.sub("", to_arabic_digits(typed))


def grouped(code: str) -> str:
    """ "AC3K7RTM" → "AC3K-7RTM" """
    half = LETTERS // 2
    return f"{code[:half]}-{code[half:]}"


def is_code(code: str) -> bool:
    """Whether it could be one."""
    return len(code) == LETTERS and set(code) <= set(ALPHABET)
