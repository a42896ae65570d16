"""Workbooks that mean harm, and the values of cells."""

import datetime
import io
import struct
import zipfile

import openpyxl
import pytest
from django.utils import translation

from loei_coop.common.sheets import xlsx
from loei_coop.common.sheets.errors import SheetError
from tests.common.sheets.books import saved, with_part, workbook

SHEET = "xl/worksheets/sheet1.xml"


def rows_of(data):
    (_name, rows), *_others = xlsx.read_workbook(data)
    return rows


def refusal(data):
    with translation.override("th"), pytest.raises(SheetError) as caught:
        list(xlsx.read_workbook(data))
    return str(caught.value)


def test_cells_come_as_texts_whole_numbers_and_dates():
    day = datetime.datetime(2013, 6, 30)
    row = ["0001", 12, 12.0, 2.5, day, datetime.date(2013, 6, 30), datetime.time(9, 30), True]
    date = {"date": "2013-06-30"}
    assert rows_of(workbook([row])) == [["0001", 12, 12, 2.5, date, date, "09:30:00", True]]


def test_a_formula_is_read_as_its_value_and_never_calculated():
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    assert rows_of(saved(book)) in ([], [[""]])


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", 200_000)
    data = with_part(workbook([["a"]]), "xl/media/zeros.bin", b"\0" * 1_000_000)
    assert len(data) < 20_000
    assert "ระบบจึงไม่อ่าน" in refusal(data)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", 200_000)
    data = with_part(workbook([["a"]]), "xl/media/zeros.bin", b"\0" * 1_000_000)
    lying = data.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
    assert lying != data
    assert "ระบบจึงไม่อ่าน" in refusal(lying)


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_PARTS", 3)
    assert "ระบบจึงไม่อ่าน" in refusal(workbook([["a"]]))


def test_a_single_cell_far_away_does_not_fill_the_memory():
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "x"
    assert "XFD1048576"[3:] in refusal(saved(book)).replace(",", "")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:200],
        lambda data: b"PK\x03\x04" + b"z" * 100,
        lambda data: with_part(data, SHEET, "<worksheet"),
        lambda data: with_part(data, SHEET, "x" * 500, method=zipfile.ZIP_BZIP2),
        lambda data: with_part(data, "xl/workbook.xml", "<workbook"),
    ],
)
def test_a_broken_workbook_is_told(spoil):
    assert "Excel" in refusal(spoil(workbook([["ชื่อ"], ["ครูเลย"]])))


def test_packed_bytes_that_are_none_are_told():
    data = bytearray(workbook([["ชื่อ"], ["ครูเลย"] * 50]))
    part = zipfile.ZipFile(io.BytesIO(data)).getinfo(SHEET)
    begin = part.header_offset + 30 + len(SHEET)
    data[begin : begin + 40] = b"\xff" * 40
    assert "Excel" in refusal(bytes(data))


def test_an_encrypted_part_is_told():
    data = bytearray(workbook([["ชื่อ"]]))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "Excel" in refusal(bytes(data))


def test_a_header_that_lies_elsewhere_is_told():
    data = bytearray(workbook([["ชื่อ"]]))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 42 : directory + 46] = struct.pack("<L", len(data) - 5)
    assert "Excel" in refusal(bytes(data))


def test_a_part_that_is_not_packed_is_read():
    data = workbook([["ครูเลย"]])
    stored = with_part(data, SHEET, zipfile.ZipFile(io.BytesIO(data)).read(SHEET), method=0)
    assert rows_of(stored) == [["ครูเลย"]]
