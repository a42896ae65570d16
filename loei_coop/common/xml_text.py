"""Text that an XML file can hold: Word, Atom."""

import re

IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def possible(text: str) -> str:
    return IMPOSSIBLE.sub("", text)
