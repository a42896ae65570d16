"""The columns of the spreadsheet: of a category, of an item, of each step of a scale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from governance.criteria_file.cells import (
    band,
    number,
    written_band,
    written_number,
    written_yes_or_no,
    yes_or_no,
)
from governance.models import Category, Item, Step
from loei_coop.common.imports.cells import line, paragraphs
from loei_coop.thai.search import fold

MOST_STEPS = 11


@dataclass(frozen=True)
class Column:
    """An empty cell gives `default`; a needed one may not be empty. `step`: its number, from 1."""

    model: type[models.Model]
    attribute: str
    read: Callable[[Any], Any] = line
    write: Callable[[Any], Any] = lambda value: value
    default: Any = ""
    is_needed: bool = False
    step: int = 0

    @property
    def name(self) -> str:
        return f"{self.model._meta.model_name}{self.step or ''}.{self.attribute}"

    @property
    def header(self) -> str:
        """In the language of the page; a file has them in Thai."""
        label = str(self.model._meta.get_field(self.attribute).verbose_name)
        if self.step:
            return _("Step %(number)s: %(label)s") % {"number": self.step, "label": label}
        if self.model is Item:
            return str(capfirst(label))
        return f"{capfirst(self.model._meta.verbose_name)}: {label}"


NUMBER = {"read": number, "write": written_number}
YES_NO = {"read": yes_or_no, "write": written_yes_or_no}
TEXT = {"read": paragraphs}

CATEGORY_COLUMNS = [
    Column(Category, "number", is_needed=True),
    Column(Category, "name", is_needed=True),
    Column(Category, "name_en"),
    Column(Category, "is_assessed", default=True, **YES_NO),
]
ITEM_COLUMNS = [
    Column(Item, "number", is_needed=True),
    Column(Item, "code"),
    Column(Item, "name", is_needed=True),
    Column(Item, "name_en"),
    Column(Item, "guidance", **TEXT),
    Column(Item, "guidance_en", **TEXT),
    Column(Item, "evidence", **TEXT),
    Column(Item, "evidence_en", **TEXT),
    Column(Item, "figure"),
    Column(Item, "figure_en"),
    Column(Item, "points", is_needed=True, **NUMBER),
    Column(Item, "target", default=None, **NUMBER),
    Column(Item, "is_internal_control", default=False, **YES_NO),
]


def step_columns(step: int) -> list[Column]:
    """The cell of `lowest` holds both ends of a band."""
    return [
        Column(Step, "lowest", band, written_band, default=None, is_needed=True, step=step),
        Column(Step, "label", step=step),
        Column(Step, "label_en", step=step),
        Column(Step, "meaning", is_needed=True, step=step, **TEXT),
        Column(Step, "meaning_en", step=step, **TEXT),
    ]


def all_columns(steps: int = MOST_STEPS) -> list[Column]:
    scale = [column for step in range(1, steps + 1) for column in step_columns(step)]
    return [*CATEGORY_COLUMNS, *ITEM_COLUMNS, *scale]


def headers(columns: list[Column]) -> list[str]:
    with override("th"):
        return [column.header for column in columns]


def header_names() -> dict[str, str]:
    """{folded header: column name}, in both languages."""
    names = {}
    for language in ("en", "th"):
        with override(language):
            names |= {fold(column.header): column.name for column in all_columns()}
    return names


def required_names() -> list[str]:
    return [column.name for column in all_columns(steps=0) if column.is_needed]
