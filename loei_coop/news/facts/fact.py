"""One fact, and how it is kept with a release.

"cooperatives": {
    "value": 89,                       what the drafts use: plain, in the announcement's order
    "label": "สหกรณ์", "label_en": "cooperatives",
    "url": "/organizations/?kind=...",  public page that shows it, if any; Thai address
    "links": [{"label": "...", "public": "/...", "admin": "/admin/..."}],
    "source": "ข่าวประชาสัมพันธ์ …", "source_en": "..."
}
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.functional import Promise

from loei_coop.common.errors import WorkflowError
from networks.models import AreaNetwork, CommitteeTerm, Source


class NoRecordsError(WorkflowError):
    """The records do not tell what a release of this kind is about."""


@dataclass(frozen=True)
class Link:
    label: str
    public: str = ""
    admin: str = ""


@dataclass(frozen=True)
class Fact:
    """`value` is plain JSON. `typed`: by an officer, no record tells it. `counts_samples`: sample
    records are among what was counted."""

    name: str
    value: Any
    label: str | Promise
    records: tuple[models.Model, ...] = ()
    links: tuple[Link, ...] = ()
    source: Source | None = None
    typed: bool = False
    counts_samples: bool = False

    @property
    def is_sample(self) -> bool:
        return self.counts_samples or any(getattr(r, "is_sample", False) for r in self.records)


def stored(facts: Iterable[Fact]) -> dict[str, dict]:
    return {fact.name: as_json(fact) for fact in facts}


def values_of(facts: dict[str, dict]) -> dict[str, Any]:
    """{name: value} of facts as they are stored."""
    return {name: fact["value"] for name, fact in facts.items()}


def as_json(fact: Fact) -> dict:
    links = [*fact.links, *map(link_to, fact.records)]
    made = {
        "value": fact.value,
        "label": in_language("th", fact.label),
        "label_en": in_language("en", fact.label),
        "url": next((link.public for link in links if link.public), ""),
        "links": [vars(link) for link in links],
    }
    if fact.source:
        made |= {"source": fact.source.title, "source_en": fact.source.title_en}
    return made | ({"typed": True} if fact.typed else {})


def in_language(language: str, words: Any) -> str:
    with translation.override(language):
        return str(words)


def link_to(row: models.Model) -> Link:
    with translation.override("th"):
        return Link(str(row), public_page(row), admin_page(row))


def public_page(row: models.Model) -> str:
    if isinstance(row, AreaNetwork):
        return reverse("site:network-detail", args=[row.number])
    if isinstance(row, CommitteeTerm):
        return reverse("networks:committee")
    return row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""


def admin_page(row: models.Model) -> str:
    """Empty where the record has no list of its own."""
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""


def listed(address: str, query: str = "") -> str:
    """A page of the portal with a query, at its Thai address."""
    with translation.override("th"):
        return reverse(address) + (f"?{query}" if query else "")
