"""Workbooks as Excel and others save them."""

import io
import zipfile

import openpyxl


def workbook(*sheets, **named):
    """Bytes of an .xlsx; each sheet is a list of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in {**{f"Sheet{n}": s for n, s in enumerate(sheets, 1)}, **named}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data, name, content, *, method=zipfile.ZIP_DEFLATED):
    """The workbook with one part put in the place of another, or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content, compress_type=method)
    return file.getvalue()
