"""The facts of a release as its page shows them: numbers, and whatever a public page shows too.

A release keeps {name: {"value", "label", "label_en", "url", "links": [{"label", "public"}]}}; what
is not so is left out, since what is stored may be older than the portal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import translate_url
from django.utils import translation
from django.utils.translation import get_language

# Only officers or managers get there.
NOT_PUBLIC = tuple(
    f"{prefix}/{folder}/" for prefix in ("", "/en") for folder in ("admin", "desk", "account")
)


@dataclass(frozen=True)
class Part:
    text: str
    # Of the public page that shows it; empty where none does.
    address: str = ""


@dataclass(frozen=True)
class Shown:
    label: str
    parts: list[Part]


def shown_facts(stored: Any) -> Iterator[Shown]:
    for fact in stored.values() if isinstance(stored, dict) else ():
        label = local(fact, "label") if isinstance(fact, dict) else ""
        if label and (parts := list(parts_of(fact))):
            yield Shown(str(label), parts)


def parts_of(fact: dict) -> Iterator[Part]:
    """The value with its one page, or else each record that it was made of with its own."""
    value = fact.get("value")
    if isinstance(value, list) and value and all(map(is_person, value)):
        yield from (Part(person_words(person)) for person in value)
        return
    text = words(value)
    address = public_address(fact.get("url"))
    if text and (address or is_number(value)):
        yield Part(text, address)
    else:
        yield from linked_records(fact.get("links"))


def linked_records(links: Any) -> Iterator[Part]:
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and (address := public_address(link.get("public"))):
            yield Part(str(link.get("label") or address), address)


def is_person(value: Any) -> bool:
    return isinstance(value, dict) and bool(value.get("name")) and "post" in value


def person_words(value: dict) -> str:
    """ "นายก๊ก ดอนสำราญ ประธานกรรมการ…"."""
    return f"{local(value, 'name')} {local(value, 'post')}".strip()


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def words(value: Any) -> str:
    """A value that is one thing, in the language of the page; empty for one that has parts."""
    if is_person(value):
        return person_words(value)
    if isinstance(value, dict):
        name = next((local(value, key) for key in ("name", "title", "text") if value.get(key)), "")
        return name if isinstance(name, str) else ""
    return str(value) if isinstance(value, str) or is_number(value) else ""


def local(values: dict, name: str) -> Any:
    english = values.get(f"{name}_en") if get_language() == "en" else None
    return english or values.get(name)


def public_address(typed: Any) -> str:
    """In the language of the page; facts keep the Thai one."""
    is_local = isinstance(typed, str) and typed.startswith("/") and not typed.startswith("//")
    if not is_local or typed.startswith(NOT_PUBLIC):
        return ""
    language = get_language()
    with translation.override("th"):
        return translate_url(typed, language)
