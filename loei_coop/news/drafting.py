"""From facts to words: the template files of `templates/news/drafts/`, one for each kind and
language. The first line of a file is the title, what follows the text in Markdown."""

import re
from dataclasses import dataclass
from typing import Any

from django.template import Context, Engine

# What Markdown reads as more than a sign, wherever it stands.
SIGNS = re.compile(r"([\\`*_\[\]<>|&~])")
# What it reads so at the beginning of a line: headings, lists, lines under headings.
BEGINNINGS = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)](?:\s|$)))", re.MULTILINE)


@dataclass(frozen=True)
class Draft:
    title: str
    body: str


def draft(kind: str, values: dict[str, Any], *, language: str = "th") -> Draft:
    suffix = "md" if language == "th" else f"{language}.md"
    name = f"news/drafts/{kind}.{suffix}"
    title, _rest = parted(rendered(name, values))
    _title, body = parted(rendered(name, escaped(values)))
    return Draft(title, body)


def rendered(name: str, values: dict[str, Any]) -> str:
    """Without HTML escapes, since it is no HTML; numbers without commas."""
    template = Engine.get_default().get_template(name)
    return template.render(Context(values, autoescape=False, use_l10n=False)).strip()


def parted(text: str) -> tuple[str, str]:
    """Title and text; sections that were left out leave no gap."""
    title, _line, body = text.partition("\n")
    lines = "\n".join(line.rstrip() for line in body.split("\n"))
    return title.strip(), re.sub(r"\n{3,}", "\n\n", lines).strip()


def escaped(value: Any) -> Any:
    """Facts mean themselves, whatever signs are in them."""
    if isinstance(value, dict):
        return {name: escaped(part) for name, part in value.items()}
    if isinstance(value, list):
        return [escaped(part) for part in value]
    return in_markdown(value) if isinstance(value, str) else value


def in_markdown(text: str) -> str:
    return BEGINNINGS.sub(escape_beginning, SIGNS.sub(r"\\\1", text))


def escape_beginning(match: re.Match) -> str:
    """ "1. " becomes "1\\. ", "- " becomes "\\- "."""
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
