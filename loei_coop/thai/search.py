"""Finding names however they are typed: with other spaces, digits, marks, or a small mistake."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

MAX_TERMS = 10
MAX_TERM_LENGTH = 100
_MAX_LETTERS = 4  # for one typed character; enough for Ⅷ
# A stored text has at most this many characters for one of its source: two forms of the letters,
# each parted from the next by a space.
MAX_EXPANSION = 2 * (_MAX_LETTERS + 1)

# The end of every cooperative's registered name; people leave it out.
_LIMITED = re.compile("(?:จำกัด)+(?= |$)")
_PAIYANNOI = "ฯ"
_NIKHAHIT, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
# One by itself is tidy.
_MARKS = re.compile("[\u0e31\u0e32\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")
# Mai taikhu, the four tone marks, thanthakhat.
_TONES = dict.fromkeys(range(0x0E47, 0x0E4D))
_PLACE_WORD = re.compile(r"^(?:[อตจม]\.|อำเภอ|ตำบล|จังหวัด|หมู่ที่)\s*")
_PROVINCE = {"จ.เลย", "จังหวัดเลย"}
# As offices and their customers shorten them.
ABBREVIATIONS = {
    "สอ.": "สหกรณ์ออมทรัพย์",
    "สกก.": "สหกรณ์การเกษตร",
    "รพ.": "โรงพยาบาล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
}
_SIMILAR_ENOUGH = 0.65


def fold(text: str) -> str:
    """Only letters and digits, in one spelling; the same for every way of typing a name."""
    folded = _fold_once(text)
    # Taking out a space may bring a doubled mark or another จำกัด together.
    while folded != text:
        text, folded = folded, _fold_once(folded)
    return folded


def loose(text: str) -> str:
    """Folded, and blind to tone marks, mai taikhu and thanthakhat."""
    return fold(fold(text).translate(_TONES))


def search_text(*texts: str) -> str:
    """What is stored beside a record: a row matches when this contains every term."""
    forms = [form for text in texts for form in (fold(text), loose(text)) if form]
    return " ".join(dict.fromkeys(forms))


def terms(query: str) -> list[str]:
    """The words of a typed query, loose, without อ. ต. จ. ม. before a place. The province itself
    tells nothing apart: beside other words it is left out."""
    words = query[: MAX_TERMS * MAX_TERM_LENGTH].split()
    telling = [word for word in words if word not in _PROVINCE] or words
    found = (loose(_without_place_word(word))[:MAX_TERM_LENGTH] for word in telling)
    return list(dict.fromkeys(term for term in found if term))[:MAX_TERMS]


def _without_place_word(word: str) -> str:
    """What is only such a word stays, unless it is an abbreviation."""
    rest = _PLACE_WORD.sub("", word)
    return word if not rest and "." not in word else rest


def written_out(query: str) -> str:
    """The query with the abbreviations of the cooperative world in full."""
    for short, full in ABBREVIATIONS.items():
        query = query.replace(short, full)
    return query


def similar(query: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Names that the query may have meant, the nearest first."""
    wanted = loose(_PLACE_WORD.sub("", query[:MAX_TERM_LENGTH].strip()))
    scores = {name: _likeness(wanted, loose(name)) for name in names}
    near = [name for name, score in scores.items() if score >= _SIMILAR_ENOUGH]
    return sorted(near, key=lambda name: -scores[name])[:limit]


def _likeness(wanted: str, name: str) -> float:
    """From 0 to 1. People leave out the kind of organization that a name begins with, so the
    end of the name may match by itself."""
    if not wanted:
        return 0.0
    ending = name[-len(wanted) :]
    return max(SequenceMatcher(None, wanted, part).ratio() for part in (name, ending))


def _fold_once(text: str) -> str:
    spelled = unicodedata.normalize("NFC", "".join(map(_letters, text)))
    spelled = _MARKS.sub(_tidy_marks, spelled).replace("เเ", "แ")
    return _LIMITED.sub("", spelled).replace(" ", "")


@lru_cache(maxsize=4096)
def _letters(char: str) -> str:
    """The letters that a character stands for; a space for a sign that is not read."""
    if unicodedata.category(char) == "Cf" or char == "\u034f":
        return ""  # zero-width
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold())
    letters = "".join(_digit_or_letter(part) for part in plain)
    return letters[:_MAX_LETTERS] or " "


def _digit_or_letter(char: str) -> str:
    if char == _PAIYANNOI or unicodedata.category(char)[0] not in "LNM":
        return ""
    return str(unicodedata.decimal(char, char))


def _tidy_marks(match: re.Match[str]) -> str:
    """Marks on one consonant, each once: vowel before tone, sara am composed and last."""
    marks = set(match[0])
    if _AA not in marks:
        return "".join(sorted(marks))
    above = marks - {_AA, _NIKHAHIT}
    return "".join(sorted(above)) + (_AM if _NIKHAHIT in marks else _AA)
