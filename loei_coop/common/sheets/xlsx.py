"""Reading .xlsx workbooks that somebody else made: nothing in one may exhaust the memory."""

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from loei_coop.common.sheets.errors import SheetError

SIGNATURE = b"PK\x03\x04"
LARGEST_UNPACKED = 100_000_000  # bytes of all parts together
MOST_PARTS = 1000
MOST_CELLS = 5_000_000  # of one sheet, counted as the rectangle that holds them all
CHUNK = 65_536
LOCAL_HEADER = 30  # bytes before the name of a part
LONGEST_REFERENCE = 12
_REFERENCE = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"')


def read_workbook(data: bytes) -> Iterator[tuple[str, list[list[Any]]]]:
    """(name, rows) of every sheet, the cells as `tidy` leaves them. Raises SheetError."""
    check_size(data)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).iter_rows()
            yield name, [[tidy(cell) for cell in row] for row in rows]
    except (CalamineError, ValueError, OSError) as error:
        raise broken() from error


def broken() -> SheetError:
    return SheetError(
        _("The file cannot be read as an Excel workbook (.xlsx). Open it and save it again.")
    )


def tidy(cell: Any) -> Any:
    """Texts, whole numbers as int; a date as {"date": "2013-06-30"}, which JSON can hold too."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, datetime.date):  # a datetime is one as well
        return {"date": cell.isoformat()[:10]}
    if isinstance(cell, datetime.time | datetime.timedelta):
        return str(cell)
    return cell


def check_size(data: bytes) -> None:
    """Unpacks without keeping anything, and stops where a real list never comes: what a part
    says of its own size is not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise broken() from error
    if len(parts) > MOST_PARTS:
        raise too_large()
    left = LARGEST_UNPACKED
    for part in parts:
        left -= check_part(data, part, left)


def check_part(data: bytes, part: zipfile.ZipInfo, allowed: int) -> int:
    """The size of the part unpacked, at most `allowed`."""
    size, last_column, last_row, tail = 0, 1, 1, b""
    is_sheet = part.filename.startswith("xl/worksheets/")
    for chunk in unpacked(data, part):
        size += len(chunk)
        if size > allowed:
            raise too_large()
        if is_sheet:
            for letters, digits in set(_REFERENCE.findall(tail + chunk)):
                last_column = max(last_column, column_number(letters))
                last_row = max(last_row, int(digits))
            tail = chunk[-LONGEST_REFERENCE:]
        if last_column * last_row > MOST_CELLS:
            raise too_wide(last_column, last_row)
    return size


def unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    header = data[part.header_offset : part.header_offset + LOCAL_HEADER]
    if len(header) < LOCAL_HEADER or header[:4] != SIGNATURE or part.flag_bits & 1:
        raise broken()
    begin = part.header_offset + LOCAL_HEADER
    begin += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[begin : begin + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        yield from inflated(packed)
    else:
        raise broken()


def inflated(packed: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, CHUNK)
            packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise broken() from error


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def too_large() -> SheetError:
    return SheetError(_("The file unpacks to more than a list can be. It was not read."))


def too_wide(columns: int, rows: int) -> SheetError:
    sentence = _(
        "A sheet reaches to column %(columns)s and row %(rows)s. Delete the empty rows and columns "
        "behind the list, save the file, and upload it again."
    )
    return SheetError(sentence % {"columns": columns, "rows": rows})
