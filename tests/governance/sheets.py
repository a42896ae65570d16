"""Workbooks of criteria as an officer sends them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from governance.criteria_file.columns import all_columns, headers
from tests.common.sheets.books import workbook

NAMES = [column.name for column in all_columns(2)]
ROW = {
    "category.number": "1",
    "category.name": "หลักประสิทธิผล",
    "item.number": "1.1",
    "item.name": "มีแผนงานประจำปี",
    "item.points": 2,
    "step1.lowest": 0,
    "step1.meaning": "ไม่มีแผน",
    "step2.lowest": "50-65",
    "step2.meaning": "มีแผน",
}


def row(**changed):
    """The cells of an item; `item__name="..."` changes one of them."""
    values = ROW | {name.replace("__", "."): value for name, value in changed.items()}
    return [values.get(name) for name in NAMES]


def book(*rows):
    """Bytes of a workbook with these rows, or with one right row."""
    return workbook([headers(all_columns(2)), *(rows or [row()])])


def file_of(data, name="เกณฑ์.xlsx"):
    return SimpleUploadedFile(name, data)
