"""What a data set is made of. Files, dictionary and datapackage.json all come from this.

Files lie outside the language: their labels are Thai, whatever the language of the page is.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from django.db.models import Choices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from loei_coop.thai.dates import iso_text
from loei_coop.thai.django.fields import partial_date

# Several words in one cell.
BETWEEN_WORDS = ";"
PARTIAL_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


class Type(TextChoices):
    TEXT = "string", _("text")
    INTEGER = "integer", _("whole number")
    NUMBER = "number", _("number with decimals")
    BOOLEAN = "boolean", _("true or false")
    DATE = "date", _("date")
    PARTIAL_DATE = "partial date", _("date, or only its month or year")

    @property
    def in_table_schema(self) -> str:
        """Table Schema has no date that may lack its day: it is a text of a certain form."""
        return "string" if self is Type.PARTIAL_DATE else self.value


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    GEOJSON = "geojson"

    @property
    def label(self) -> str:
        return "GeoJSON" if self is Format.GEOJSON else self.upper()


@dataclass(frozen=True)
class Column:
    """`name` is for ever. `value` gives text, number, truth value or None of one record."""

    name: str
    title: str | Promise
    description: str | Promise
    value: Callable[[Any], Any]
    choices: type[Choices] | None = None
    type: Type = Type.TEXT
    required: bool = False
    unique: bool = False
    example: str = ""

    @property
    def is_example_thai(self) -> bool:
        return any("\u0e00" <= sign <= "\u0e7f" for sign in self.example)


@dataclass(frozen=True)
class Dataset:
    """`records` is given the parameters of the address; without `geometry` it has no place."""

    name: str
    title: str | Promise
    description: str | Promise
    columns: tuple[Column, ...]
    records: Callable[[Any], Iterable]
    key: str
    refers_to: dict[str, tuple[str, str]] = field(default_factory=dict)
    geometry: Callable[[Any], dict | None] | None = None
    changes_daily: bool = False
    # When something of it last became public by the clock alone, without a change of the register.
    changed_by_the_clock: Callable[[], datetime.datetime | None] | None = None

    @property
    def formats(self) -> list[Format]:
        return [f for f in Format if f is not Format.GEOJSON or self.geometry]

    @property
    def column_names(self) -> list[str]:
        return [column.name for column in self.columns]

    def rows(self, records: Iterable) -> Iterator[list]:
        return (self.row(record) for record in records)

    def row(self, record) -> list:
        return [column.value(record) for column in self.columns]


def word_columns(
    name: str,
    choices: type[TextChoices],
    *,
    of: Callable[[Any], str | None],
    title,
    label_title,
    description,
    required: bool = False,
    missing: str | Promise = "",
) -> tuple[Column, Column]:
    """The stable word and, in `<name>_th`, what it is called in Thai; `missing` without one."""
    return (
        Column(
            name, title, description, lambda r: of(r) or None, choices=choices, required=required
        ),
        Column(
            f"{name}_th",
            label_title,
            _("The same in Thai, as the pages say it."),
            lambda record: thai_label(choices, of(record), missing) or None,
            required=bool(required or missing),
        ),
    )


def source_columns() -> tuple[Column, ...]:
    """Where a record comes from: the last columns of every file."""
    return (
        Column(
            "source_code",
            _("code of the source"),
            _("Permanent. Empty where no source is recorded."),
            lambda record: record.source and record.source.code,
        ),
        Column(
            "source_title",
            _("source"),
            _("The document that the record comes from."),
            lambda record: record.source and record.source.title,
        ),
        Column(
            "source_detail",
            _("place in the source"),
            _("A page, or what was inferred from what."),
            lambda record: record.source_detail or None,
        ),
        Column(
            "source_note",
            _("note on the date of the source"),
            _("What is inferred where the source bears no date."),
            lambda record: record.source and (record.source.dating_note or None),
        ),
        Column(
            "is_sample",
            _("sample record"),
            _("True: the record is an example made for this portal and not a fact."),
            lambda record: record.is_sample,
            type=Type.BOOLEAN,
            required=True,
            example="false",
        ),
    )


@cache
def thai_label(choices: type[TextChoices], word: str | None, missing: str | Promise = "") -> str:
    return in_thai(choices(word).label if word else missing)


def in_thai(text: str | Promise) -> str:
    with override("th"):
        return str(text)


def in_english(text: str | Promise) -> str:
    with override("en"):
        return str(text)


NOT_RECORDED = _("Not recorded in the source")


def partial_text(record, name: str) -> str | None:
    partial = partial_date(record, name)
    return partial and iso_text(partial)
