"""Whether a text quotes a statement."""

import re

from loei_coop.news.models import Statement


def words_in(statement: Statement, text: str) -> bool:
    """In either language, however it is spaced."""
    spoken = [statement.text, statement.text_en]
    return any(bare(words) in bare(text) for words in spoken if words.strip())


def bare(text: str) -> str:
    """Without spaces, and without the signs by which Markdown escapes and marks."""
    return re.sub(r"[\s\\*_]+", "", text)
