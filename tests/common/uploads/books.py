"""Word and Excel files as zips, right and wrong."""

import io
import zipfile

import xlsxwriter

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def contents(main_part=WORD):
    part = f'<Override PartName="/word/document.xml" ContentType="{main_part}"/>'
    return f'<?xml version="1.0"?><Types>{part}</Types>'


def word_file(**parts):
    """`parts`: {name with _ for /: content} beside the usual ones."""
    usual = {"[Content_Types].xml": contents(), "word/document.xml": "<w:document/>"}
    return zipped({**usual, **{name.replace("_", "/"): text for name, text in parts.items()}})


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def excel_file():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write(0, 0, "สหกรณ์")
    return target.getvalue()
