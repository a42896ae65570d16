import io

import openpyxl

from loei_coop.common.sheets.reading import read_table
from loei_coop.common.sheets.writing import csv_lines, xlsx_file

HYPERLINK = '=HYPERLINK("http://x","y")'
NAMES = {"name": "name", "note": "note"}


def bytes_of(rows, **options):
    with xlsx_file(["name", "note"], rows, sheet="รายชื่อ", **options) as file:
        return file.read()


def test_csv_begins_with_the_mark_that_excel_knows():
    lines = list(csv_lines(["ชื่อ"], [["ครูเลย"], ['ก "ข", ค']]))
    assert "".join(lines) == '\ufeffชื่อ\r\nครูเลย\r\n"ก ""ข"", ค"\r\n'


def test_the_same_table_is_the_same_file():
    rows = [["ครูเลย", HYPERLINK], ["ท่าลี่", 5]]
    assert bytes_of(rows, notes=["ก"]) == bytes_of(rows, notes=["ก"])


def test_a_long_table_waits_on_the_disk_and_is_complete():
    rows = [[f"โรงสี {n} จำกัด", str(n) * 40] for n in range(9000)]
    table = read_table(bytes_of(rows), names=NAMES, required=[])
    assert [cells for _number, cells in table.rows] == rows


def test_texts_stay_texts_numbers_numbers_and_formulas_are_none():
    data = bytes_of([["0001", HYPERLINK], [7, None]])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [[cell.value for cell in row] for row in sheet["A2:B3"]] == [
        ["0001", f"'{HYPERLINK}"],
        [7, None],
    ]
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}


def test_the_header_stays_in_sight_and_notes_have_a_sheet():
    book = openpyxl.load_workbook(io.BytesIO(bytes_of([], notes=["หนึ่งแถวคือหนึ่งรายการ"])))
    assert book.worksheets[0].freeze_panes == "A2"
    assert book.worksheets[1]["A1"].value == "หนึ่งแถวคือหนึ่งรายการ"
