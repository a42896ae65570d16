"""An uploaded file as one table: which sheet, which line is the header, which rows follow."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from loei_coop.common.sheets import xlsx
from loei_coop.common.sheets.csv_file import read_csv
from loei_coop.common.sheets.errors import SheetError
from loei_coop.thai.search import fold

LARGEST_FILE = 10_000_000  # bytes
MOST_ROWS = 20_000
HEADER_LINES = 15  # within which the header is looked for
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"  # .xls and everything else of that time


@dataclass
class Table:
    """`columns`: the name of each column of the file, None for one that is not known.
    `rows`: (line number in the file, cells)."""

    columns: list[str | None]
    headers: list[str]
    rows: list[tuple[int, list[Any]]]
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)

    @property
    def unknown_headers(self) -> list[str]:
        pairs = zip(self.headers, self.columns, strict=True)
        return [header for header, column in pairs if header and column is None]


def read_table(data: bytes, *, names: Mapping[str, str], required: Iterable[str]) -> Table:
    """`names`: folded header → column name. `required`: columns that must be there. Raises
    SheetError."""
    if not data.strip():
        raise SheetError(_("The file is empty."))
    if len(data) > LARGEST_FILE:
        sentence = _("The file is larger than %(limit)s MB. Divide the list.")
        raise SheetError(sentence % {"limit": LARGEST_FILE // 1_000_000})
    tables = [find_table(name, rows, names) for name, rows in sheets(data)]
    table = chosen(tables)
    check_columns(table, required)
    return table


def sheets(data: bytes) -> Iterable[tuple[str, list[list[Any]]]]:
    if data.startswith(xlsx.SIGNATURE):
        return xlsx.read_workbook(data)
    if data.startswith((OLD_WORKBOOK, b"%PDF", b"\x89PNG", b"\xff\xd8", b"GIF8", b"{\\rtf")):
        raise SheetError(_("The file is neither an Excel workbook (.xlsx) nor a CSV file."))
    return [("", read_csv(data))]


def find_table(sheet: str, rows: list[list[Any]], names: Mapping[str, str]) -> Table:
    """The header is the first of the lines that have most known names, titles above it skipped."""
    lines = [
        filled_from_above(rows, position, names) for position in range(len(rows[:HEADER_LINES]))
    ]
    known = [len(set(column_names(line, names)) - {None}) for line in lines]
    best = max(known, default=0)
    position = known.index(best) if best else len(lines)
    header = lines[position] if best else []
    return Table(
        columns=column_names(header, names),
        headers=[text(cell) for cell in header],
        rows=[
            (number, row)
            for number, row in enumerate(rows[position + 1 :], position + 2)
            if any(cell not in ("", None) for cell in row)
        ],
        sheet=sheet,
    )


def column_names(line: list[Any], names: Mapping[str, str]) -> list[str | None]:
    return [names.get(fold(text(cell))) for cell in line]


def text(cell: Any) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""


def filled_from_above(rows, position: int, names) -> list[Any]:
    """A header that was merged over two lines has its text in the upper one."""
    line, above = list(rows[position]), rows[position - 1] if position else []
    for column, cell in enumerate(above[: len(line)]):
        if not text(line[column]) and fold(text(cell)) in names:
            line[column] = cell
    return line


def chosen(tables: list[Table]) -> Table:
    """The first sheet with a header that is known; the others are named."""
    found = [table for table in tables if any(table.columns)]
    if not found:
        raise SheetError(
            _("No line of the file has the column names. Take the template file and fill it in.")
        )
    table = next((table for table in found if table.rows), found[0])
    table.other_sheets = [other.sheet for other in tables if other is not table and other.rows]
    return table


def check_columns(table: Table, required: Iterable[str]) -> None:
    doubled = [name for name, count in Counter(filter(None, table.columns)).items() if count > 1]
    if doubled:
        named = [
            header for name in doubled for header, column in headers_of(table) if column == name
        ]
        sentence = _("The same column is there twice: %(columns)s. Keep one of them.")
        raise SheetError(sentence % {"columns": ", ".join(named)})
    missing = [name for name in required if name not in table.columns]
    if missing:
        raise MissingColumnsError(missing)
    if not table.rows:
        raise SheetError(_("The file has the column names but no row below them."))
    if len(table.rows) > MOST_ROWS:
        sentence = _("The file has more than %(limit)s rows. Divide the list.")
        raise SheetError(sentence % {"limit": f"{MOST_ROWS:,}"})


def headers_of(table: Table) -> Iterable[tuple[str, str | None]]:
    return zip(table.headers, table.columns, strict=True)


class MissingColumnsError(SheetError):
    """`names` of the columns; who knows their headers makes the sentence."""

    def __init__(self, names: list[str]):
        super().__init__(names)
        self.names = names
