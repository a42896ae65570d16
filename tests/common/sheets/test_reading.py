"""Files as people save them, and what is said of those that cannot be read."""

import openpyxl
import pytest
from django.utils import translation

from loei_coop.common.sheets import reading
from loei_coop.common.sheets.errors import SheetError
from loei_coop.common.sheets.reading import MissingColumnsError, read_table
from loei_coop.thai.search import fold
from tests.common.sheets.books import saved, workbook

NAMES = {fold(word): name for word, name in [("ชื่อ", "name"), ("name", "name"), ("รหัส", "code")]}


def read(data, required=("name",)):
    return read_table(data, names=NAMES, required=required)


def refusal(data):
    with translation.override("th"), pytest.raises(SheetError) as caught:
        read(data)
    return str(caught.value)


def test_a_title_above_the_header_is_skipped_and_lines_keep_their_numbers():
    table = read(workbook([["ทะเบียนสหกรณ์จังหวัดเลย"], [], ["รหัส", "ชื่อ"], ["0001", "ครูเลย"]]))
    assert (table.columns, table.rows) == (["code", "name"], [(4, ["0001", "ครูเลย"])])


def test_blank_rows_below_the_list_are_no_rows():
    table = read(workbook([["ชื่อ"], ["ครูเลย"], [None], [""], ["ท่าลี่"], [None]]))
    assert [cells for _number, cells in table.rows] == [["ครูเลย"], ["ท่าลี่"]]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["รหัส", "สหกรณ์"], [None, "ชื่อ"]),
        (["องค์กร", None], ["รหัส", "ชื่อ"]),
        (["รหัส", "ชื่อ"], [None, None]),
    ],
)
def test_a_header_merged_over_two_lines_is_read(upper, lower):
    book = openpyxl.Workbook()
    for row in (upper, lower, ["0001", "ครูเลย"]):
        book.active.append(row)
    book.active.merge_cells("A1:A2" if lower[0] is None else "A1:B1")
    table = read(saved(book))
    assert (table.columns, table.rows) == (["code", "name"], [(3, ["0001", "ครูเลย"])])


def test_the_sheet_with_the_list_is_found_and_the_other_is_named():
    data = workbook(อ่านก่อน=[["อ่านก่อน"]], รายชื่อ=[["ชื่อ"], ["ครูเลย"]], ของเดิม=[["ชื่อ"], ["ก"]])
    table = read(data)
    assert (table.sheet, table.other_sheets) == ("รายชื่อ", ["ของเดิม"])


def test_columns_that_are_not_known_are_named():
    table = read(workbook([["ชื่อ", "ลำดับที่", None], ["ครูเลย", 1, None]]))
    assert table.unknown_headers == ["ลำดับที่"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_is_read_whichever_sign_parts_its_cells(sign, mark):
    data = f"{mark}รหัส{sign}ชื่อ\r\n0001{sign}ครูเลย\r\n".encode()
    assert read(data).rows == [(2, ["0001", "ครูเลย"])]


def test_quoted_cells_of_csv_may_hold_commas_and_lines():
    assert read('รหัส,ชื่อ\n1,"ก, ข\nค"\n'.encode()).rows == [(2, ["1", "ก, ข\nค"])]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" \n", "ไฟล์นี้ว่างเปล่า"),
        ("ชื่อ\nครูเลย".encode("cp874"), "UTF-8"),
        ("ชื่อ\nครูเลย".encode("utf-16"), "UTF-8"),
        ("ชื่อ\n\0".encode(), "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel"),
        (b"%PDF-1.7", "Excel"),
        ("เรื่อง\nครูเลย".encode(), "แบบ"),
        ("ชื่อ,name\nก,ข".encode(), "ชื่อ, name"),
        ("ชื่อ\n".encode(), "ไม่มี"),
        ('ชื่อ\n"ครู"เลย"\n'.encode(), "บรรทัดที่ 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(data, sentence):
    assert sentence in refusal(data)


def test_missing_columns_are_named():
    with pytest.raises(MissingColumnsError) as caught:
        read(workbook([["รหัส"], ["0001"]]))
    assert caught.value.names == ["name"]


def test_more_rows_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    assert "2" in refusal("ชื่อ\nก\nข\nค".encode())


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_FILE", 5)
    assert "เมกะไบต์" in refusal("ชื่อ\nครูเลย".encode())
