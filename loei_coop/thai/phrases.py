"""Words that a line should not part, though a dictionary finds shorter words in them."""

import re
from collections.abc import Iterator

COMPOUNDS = [
    "เครือข่ายเข้มข้น",
    "สหกรณ์เข้มแข็ง",
    "กลุ่มเกษตรกร",
    "คณะกรรมการ",
    "เครือข่าย",
    "จังหวัด",
    "ผู้จัดการ",
    "ผู้แทน",
    "สหกรณ์",
]
_COMPOUND = re.compile("(" + "|".join(sorted(COMPOUNDS, key=len, reverse=True)) + ")")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is to be kept on one line."""
    for index, piece in enumerate(_COMPOUND.split(text)):
        if piece:
            yield piece, bool(index % 2)
