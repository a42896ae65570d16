"""Files that go out: the list itself, the empty template, the rows that were left out."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import override

from loei_coop.common.imports import cells
from loei_coop.common.imports.resource import RegisterResource
from loei_coop.common.models import ImportRun
from loei_coop.common.sheets.writing import csv_lines, xlsx_file
from loei_coop.thai.dates import long_date
from loei_coop.thai.search import fold

# Written beside a row that was left out, and not read again.
WHY = "เหตุที่ต้องแก้ไข"


def template(resource: RegisterResource) -> BinaryIO:
    with override("th"):
        notes = resource.notes()
    return xlsx_file(resource.headers(), [], sheet=str(resource.slug), notes=notes)


def as_xlsx(resource: RegisterResource, queryset) -> BinaryIO:
    return xlsx_file(resource.headers(), resource.rows(queryset), sheet=str(resource.slug))


def as_csv(resource: RegisterResource, queryset) -> Iterator[str]:
    return csv_lines(resource.headers(), resource.rows(queryset))


def left_out(run: ImportRun, why: dict[int, list[str]]) -> BinaryIO:
    """The rows as they came, each with what is to be corrected. `why`: {row number: sentences}"""
    sheet = run.sheet
    keep = [
        position for position, header in enumerate(sheet["headers"]) if fold(header) != fold(WHY)
    ]
    headers = [WHY, *(sheet["headers"][position] for position in keep)]
    rows = (
        ["\n".join(why[number]), *(as_typed(cell_at(row, position)) for position in keep)]
        for number, *row in sheet["rows"]
        if number in why
    )
    return xlsx_file(headers, rows, sheet=_("to be corrected"))


def cell_at(row: list, position: int) -> Any:
    return row[position] if position < len(row) else None


def as_typed(cell: Any) -> Any:
    """What the officer's file had; an apostrophe that defused it is written again."""
    if isinstance(cell, dict):
        return long_date(cells.day(cell))
    return cells.restored(cell) if isinstance(cell, str) else cell


def why_of(rows: Iterable) -> dict[int, list[str]]:
    """Of planned rows."""
    doubtful = _("Please say which record is meant.")
    return {row.number: [str(fault) for fault in row.faults] or [doubtful] for row in rows}
