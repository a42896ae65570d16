"""What a kind of list is: its columns, how a row finds its record, what must hold of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

import tablib
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from import_export.resources import Resource

from loei_coop.common.imports.columns import Column
from loei_coop.common.imports.matching import Match, Matcher
from loei_coop.common.imports.snapshot import Snapshot

Values = dict[str, Any]


class RegisterResource(Resource):
    """A list of records of one model. Class attributes: `model`, `slug` (its name in addresses
    and commands), `label`, columns."""

    model: ClassVar[type[models.Model]]
    slug: ClassVar[str]
    label: ClassVar[str]

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        for column in self.columns:
            column.bind(self.model)

    def get_queryset(self):
        return self.model._default_manager.all()

    # Columns

    @property
    def columns(self) -> list[Column]:
        return list(self.fields.values())

    def header_names(self) -> dict[str, str]:
        """{folded header: column name}, in both languages."""
        return {
            header: name for name, column in self.fields.items() for header in column.names(name)
        }

    def headers(self) -> list[str]:
        with override("th"):
            return self.get_export_headers()

    def required_columns(self) -> list[str]:
        return [name for name, column in self.fields.items() if column.required]

    # Reading

    def matcher(self, snapshot: Snapshot) -> Matcher:
        """How rows find their records."""
        raise NotImplementedError

    def complete(self, values: Values) -> None:
        """Adds what follows from other cells of the row."""

    def resolve(self, values: Values, former: Mapping[str, Any]) -> None:
        """Reads what only the record tells how to read: `former` are its values, or a new
        record's. Raises ValidationError."""

    def for_existing(self, values: Values, match: Match) -> None:
        """Takes out what a row does not say of a record that is there already."""

    def problems(self, values: Values) -> Iterable[str]:
        """Sentences on a whole row, besides the constraints of the database."""
        return ()

    def check_together(self, rows: list, snapshot: Snapshot) -> Iterable[tuple[Any, str]]:
        """(row, sentence) of planned rows that break a rule over several rows."""
        return ()

    def group_of(self, values: Mapping[str, Any]) -> str:
        """A word by which rows are counted beside "rows", or nothing."""
        return ""

    def group_labels(self) -> dict[str, str]:
        """The words of `group_of`, in their order."""
        return {}

    def title(self, values: Mapping[str, Any]) -> str:
        """What the preview calls a row."""
        raise NotImplementedError

    def describe(self, values: Mapping[str, Any]) -> str:
        """Tells a record from others that are called alike."""
        return self.title(values)

    def row_key(self, values: Values) -> list:
        """What the answer to a doubtful row hangs on."""
        raise NotImplementedError

    # Writing

    def prepare_new(self, rows: list[Values]) -> None:
        """Gives the rows what the register gives them, such as a code."""

    def make_room(self, changes: Mapping[Any, Values]) -> None:
        """Before rows change what may be there once only."""

    def after_change(self, changed: Iterable[tuple[models.Model, Values]]) -> None:
        """`changed`: (instance as it is now, former values)."""

    # Files

    def attributes(self) -> list[str]:
        return list(dict.fromkeys(name for column in self.columns for name in column.attributes))

    def rows(self, queryset=None) -> Iterator[list]:
        """Cells of the rows for a file, the texts in Thai."""
        queryset = self.get_queryset() if queryset is None else queryset
        names = self.attributes()
        stored = queryset.values_list(*names)
        with override("th"):
            for row in stored.iterator(chunk_size=1000):
                values = dict(zip(names, row, strict=True))
                yield [column.write(values) for column in self.columns]

    def export(self, queryset=None, **kwargs):
        return tablib.Dataset(*self.rows(queryset), headers=self.headers())

    def notes(self) -> list[str]:
        """Lines of the template's second sheet."""
        lines = [
            _("One row is one record. An empty cell leaves what the register has; - empties it."),
            _("Dates: 30/6/2556, มิถุนายน 2556 or 2556, in the Buddhist or the Common Era."),
        ]
        return lines + [note for column in self.columns for note in column_notes(column)]


def defaults(model) -> dict[str, Any]:
    return {
        name: model._meta.get_field(name).get_default()
        for name in (field.attname for field in model._meta.concrete_fields if not field.generated)
    }


def column_notes(column: Column) -> Iterator[str]:
    if column.readonly:
        yield _("%(column)s: only to read; it follows from other columns.") % {
            "column": column.column_name
        }
        return
    labels = getattr(column.widget, "labels", None)
    if labels:
        sentence = _("%(column)s: one of %(choices)s")
        named = ", ".join(map(str, labels.values()))
        yield sentence % {"column": column.column_name, "choices": named}
