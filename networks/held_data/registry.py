"""The sections of what is held on a person, in the order in which they are registered.

    @section("offices", _("offices"), {"office": _("office"), "since": _("from")})
    def offices(person):
        return [[office.name, office.starts_on] for office in ...]

A cell is text, number, yes or no, date, moment, PartialDate, or None.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise

from loei_coop.common.changes.values import plain
from loei_coop.thai.dates import PartialDate, iso_text
from loei_coop.thai.django.dates import show_moment
from loei_coop.thai.django.fields import PartialDateField, partial_date
from networks.models import Person

Label = str | Promise
ROWS_ON_A_PAGE = 20


@dataclass(frozen=True)
class Section:
    """`columns`: {name that stays: label}"""

    name: str
    title: Label
    columns: Mapping[str, Label]
    rows: Callable[[Person], Iterable[Sequence]]


@dataclass(frozen=True)
class Held:
    section: Section
    rows: list[Sequence]

    def shown(self) -> list[list[tuple[Label, str]]]:
        """Of each of the first rows what it has, as a person reads it."""
        labels = self.section.columns.values()
        return [
            [(label, shown(cell)) for label, cell in zip(labels, row, strict=True) if has(cell)]
            for row in self.rows[:ROWS_ON_A_PAGE]
        ]

    @property
    def more(self) -> int:
        """Rows that only the file has."""
        return max(0, len(self.rows) - ROWS_ON_A_PAGE)

    def as_json(self) -> list[dict[str, Any]]:
        names = self.section.columns
        return [dict(zip(names, map(exact, row), strict=True)) for row in self.rows]


SECTIONS: list[Section] = []


def collect(person: Person) -> list[Held]:
    return [Held(section, [list(row) for row in section.rows(person)]) for section in SECTIONS]


def section(name: str, title: Label, columns: Mapping[str, Label]):
    """Registers a function that gives the rows of a person."""

    def register(rows):
        SECTIONS.append(Section(name, title, columns, rows))
        return rows

    return register


def records(name: str, model: type[models.Model], fields: Sequence[str], title: Label = ""):
    """The same for a function that gives records: of each the named fields."""
    columns = {field: model._meta.get_field(field).verbose_name for field in fields}

    def register(of_person):
        def rows(person):
            return [[value_of(row, field) for field in fields] for row in of_person(person)]

        section(name, title or model._meta.verbose_name_plural, columns)(rows)
        return of_person

    return register


def of_account(of_user):
    """Makes a function of an account one of a person; nothing without an account."""
    return lambda person: of_user(person.user) if person.user else []


def value_of(row: models.Model, name: str) -> Any:
    """Of a choice or a reference what it is called."""
    field = row._meta.get_field(name)
    if isinstance(field, PartialDateField):
        return partial_date(row, name)
    if field.choices:
        return getattr(row, f"get_{name}_display")()
    value = getattr(row, name)
    return str(value) if isinstance(value, models.Model) else value


def has(cell: Any) -> bool:
    return cell not in (None, "")


def shown(cell: Any) -> str:
    if not has(cell):
        return ""
    return show_moment(cell) if isinstance(cell, datetime.datetime) else plain(cell)


def exact(cell: Any) -> Any:
    """As JSON has it."""
    if isinstance(cell, datetime.datetime):
        return timezone.localtime(cell).isoformat(timespec="seconds")
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, PartialDate):
        return iso_text(cell)
    return str(cell) if isinstance(cell, Promise) else cell
