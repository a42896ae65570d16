"""Tables as files that a spreadsheet opens right. The same table gives the same bytes."""

import csv
import datetime
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

import xlsxwriter

from loei_coop.common.sheets.cells import defused

BYTE_ORDER_MARK = "\ufeff"
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A file of the same table is the same file, whenever it is made.
WRITTEN = datetime.datetime(2000, 1, 1)
NARROWEST, WIDEST = 10, 50  # columns, in characters
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
IN_MEMORY = 1_000_000  # bytes; a longer file waits on the disk


class _Line:
    """What csv.writer writes to: keeps one line."""

    def write(self, text: str) -> str:
        return text


def csv_lines(headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The lines of a CSV file in UTF-8 with the mark by which Excel knows it."""
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK + writer.writerow([defused(header) for header in headers])
    for row in rows:
        yield writer.writerow([defused(value) for value in row])


def xlsx_file(
    headers: Sequence[str], rows: Iterable[Sequence[Any]], *, sheet: str, notes: Sequence[str] = ()
) -> BinaryIO:
    """A workbook with one sheet, its header frozen; `notes` are lines of a second sheet.

    Texts stay texts, so registration numbers keep their noughts; numbers are numbers.
    """
    file = _spooled()
    with _workbook(file) as workbook:
        _write_table(workbook, sheet, headers, rows)
        if notes:
            _write_notes(workbook, notes)
    file.seek(0)
    return file


@dataclass(frozen=True)
class Sheet:
    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Any]]


def xlsx_book(sheets: Iterable[Sheet]) -> BinaryIO:
    """A workbook with several sheets, numbered so that no two are called the same."""
    file = _spooled()
    with _workbook(file) as workbook:
        for number, sheet in enumerate(sheets, 1):
            name = _NO_SHEET_NAME.sub(" ", f"{number} {sheet.name}").strip("'")
            _write_table(workbook, name, sheet.headers, sheet.rows)
    file.seek(0)
    return file


def _spooled() -> BinaryIO:
    return tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)


@contextmanager
def _workbook(file: BinaryIO) -> Iterator[xlsxwriter.Workbook]:
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties({"created": WRITTEN})
        yield workbook


def _write_table(workbook, name, headers, rows):
    sheet = workbook.add_worksheet(name[:31])
    text = workbook.add_format({"num_format": "@"})
    sheet.freeze_panes(1, 0)
    for column, header in enumerate(headers):
        width = min(max(len(str(header)) + 2, NARROWEST), WIDEST)
        sheet.set_column(column, column, width, text)
    sheet.write_row(0, 0, [defused(h) for h in headers], workbook.add_format({"bold": True}))
    number = workbook.add_format()
    for position, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(position, column, defused(value), text)
            elif value is not None:
                sheet.write(position, column, value, number)


def _write_notes(workbook, notes):
    sheet = workbook.add_worksheet("คำอธิบาย")
    sheet.set_column(0, 0, 100)
    for position, line in enumerate(notes):
        sheet.write_string(position, 0, line)
