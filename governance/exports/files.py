"""Which files there are of a round, by name and format."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from governance.exports import answers, results
from governance.models import AssessmentRound
from loei_coop.common.sheets.word import WORD_TYPE, word_table
from loei_coop.common.sheets.writing import CSV_TYPE, XLSX_TYPE, csv_lines, xlsx_file
from loei_coop.thai.dates import buddhist_year
from loei_coop.thai.fiscal import fiscal_year_label


@dataclass(frozen=True)
class Table:
    """One table of a round; `title` for people."""

    title: Any
    sheet: str
    headers: Callable
    rows: Callable
    formats: tuple[str, ...]


TABLES = {
    "results": Table(
        _("Table of results"),
        "ผลการประเมิน",
        lambda round_: results.HEADERS,
        results.result_rows,
        ("xlsx", "docx"),
    ),
    "answers": Table(
        _("All answers, one per row"),
        "คำตอบ",
        lambda round_: answers.LONG,
        answers.long_rows,
        ("xlsx", "csv"),
    ),
    "answers-wide": Table(
        _("All answers, one row per cooperative or group"),
        "คำตอบ",
        answers.wide_headers,
        answers.wide_rows,
        ("xlsx", "csv"),
    ),
}


def file_of(round_: AssessmentRound, name: str, file_format: str, *, for_user):
    """A response with what that user may see; None if there is no such file."""
    table = TABLES.get(name)
    if table is None or file_format not in table.formats:
        return None
    rows = table.rows(round_, for_user=for_user)
    response = WRITERS[file_format](round_, table, rows)
    file_name = f"{round_.edition.code}-{buddhist_year(round_.fiscal_year)}-{name}.{file_format}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def as_xlsx(round_: AssessmentRound, table: Table, rows: Iterable):
    file = xlsx_file(table.headers(round_), rows, sheet=table.sheet)
    return FileResponse(file, content_type=XLSX_TYPE)


def as_csv(round_: AssessmentRound, table: Table, rows: Iterable):
    lines = csv_lines(table.headers(round_), rows)
    return StreamingHttpResponse(lines, content_type=CSV_TYPE)


def as_docx(round_: AssessmentRound, table: Table, rows: Iterable):
    year = fiscal_year_label(round_.fiscal_year)
    title = f"{table.sheet} {round_.edition.name} {year}"
    file = word_table(title, table.headers(round_), rows, widths=results.WIDTHS)
    return FileResponse(file, content_type=WORD_TYPE)


WRITERS = {"xlsx": as_xlsx, "csv": as_csv, "docx": as_docx}
