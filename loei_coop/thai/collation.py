"""The order of the Thai dictionary as a text that every database sorts alike.

Follows the "th" collation of ICU, PostgreSQL's "th-x-icu", in its three levels:
  1. letters and digits, a vowel written before its consonant counting after it;
  2. tone marks and the other signs above the line;
  3. capitals, and the two ways of typing sara am.
A later level counts only where the earlier ones are equal. Spaces and punctuation do not count,
nor do paiyannoi and mai yamok. Symbols come first, then digits (Thai and Arabic alike), Thai,
Latin, and whatever else there is in the order of its code points.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# A key has at most MAX_EXPANSION characters for one of the text, and MAX_OVERHEAD besides. A Thai
# name needs 2 to 3; the bound is for a Korean syllable, which counts as three unknown letters.
MAX_EXPANSION = 25
MAX_OVERHEAD = 3

_ORDER = (
    "`^+<=>|~$฿"
    "0123456789"
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ"
    "\u0e4dะ\u0e31า\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39เแโใไ\u0e3a"
    "abcdefghijklmnopqrstuvwxyz"
)
# Two hexadecimal digits each; the ends of the range introduce the code point of another character.
_OTHER_SYMBOL, _OTHER_LETTER = "01", "ff"
_WEIGHTS = {char: f"{weight:02x}" for weight, char in enumerate(_ORDER, 2)}

# A foreign accent is 1; yamakkan, thanthakhat, mai taikhu, then the four tone marks.
_FOREIGN_MARK = 1
_MARKS = {mark: rank for rank, mark in enumerate("\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b", 2)}

_UNREAD = frozenset("ฯๆ\t\n\v\f\r\x85")
_TOKEN = re.compile("\u0e4d[าๅ]|[เแโใไ][ก-ฮ]|.", re.DOTALL)
# Sara am sorts as า and nikhahit; the forms tell it from the two signs typed one by one.
_SPELLINGS = {
    "ๅ": (("า", 1),),
    "\u0e4dๅ": (("า", 1), ("\u0e4d", 1)),
    "\u0e4dา": (("า", 0), ("\u0e4d", 2)),
    "ำ": (("า", 0), ("\u0e4d", 3)),
}


class _Element(NamedTuple):
    """What one letter or one mark adds to each level; 0 is the usual case."""

    weight: str
    mark: int
    form: int


def sort_key(text: str) -> str:
    """Only 0-9 and a-f. Names with equal keys are to be ordered by the names themselves."""
    elements = list(_elements(text))
    letters = "".join(element.weight for element in elements)
    marks = _level(element.mark for element in elements)
    forms = _level(element.form for element in elements)
    # 00 and 0 are lower than anything inside a level, so that the shorter text comes first.
    return f"{letters}00{marks}0{forms}"


def whole_sort_key(text: str) -> str:
    """`sort_key` and after it the text itself, byte by byte as PostgreSQL tells equal texts
    apart: one column orders all, whatever collation the database was made with."""
    return f"{sort_key(text)}0{text.encode(errors='surrogatepass').hex()}"


def _level(ranks: Iterator[int]) -> str:
    """An earlier mark outranks a later one: the more usual elements before it, the lower."""
    code, usual = "", 0
    for rank in ranks:
        if rank:
            code += "1" * (usual // 14) + f"{15 - usual % 14:x}{rank:x}"
            usual = 0
        else:
            usual += 1
    return code


def _elements(text: str) -> Iterator[_Element]:
    on_letter = True  # a mark on a space or on punctuation counts as little as these
    for char, form in _letters(text):
        if mark := _mark(char):
            if on_letter:
                yield _Element("", mark, 0)
        elif _is_unread(char):
            on_letter = False
        elif unicodedata.category(char) not in ("Cc", "Cf"):
            yield _Element(_weight(char), 0, form)
            on_letter = True


def _letters(text: str) -> Iterator[tuple[str, int]]:
    for token in _TOKEN.findall(unicodedata.normalize("NFD", text)):
        if token in _SPELLINGS:
            yield from _SPELLINGS[token]
        else:
            # Two letters are a vowel and the consonant that it is written before.
            yield from ((char.lower(), int(char.isupper())) for char in reversed(token))


def _mark(char: str) -> int:
    if char in _WEIGHTS:  # vowels above and below the line are letters
        return 0
    if unicodedata.category(char) in ("Mn", "Me"):
        return _MARKS.get(char, _FOREIGN_MARK)
    return 0


def _is_unread(char: str) -> bool:
    return char in _UNREAD or unicodedata.category(char)[0] in "PZ"


def _weight(char: str) -> str:
    if char in _WEIGHTS:
        return _WEIGHTS[char]
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return _WEIGHTS[str(digit)]
    kind = _OTHER_SYMBOL if unicodedata.category(char)[0] == "S" else _OTHER_LETTER
    return f"{kind}{ord(char):06x}"
