"""Word documents that show Thai in the same face and size everywhere: tables, and the tools for
other ones."""

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from loei_coop.common.xml_text import possible

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FACE = "TH Sarabun New"
SIZE, HEADING_SIZE = 14, 18  # points
WRITTEN = datetime.datetime(2000, 1, 1)
MARGIN = Mm(15)
THEME_FACES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def word_table(
    title: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    widths: Sequence[int],
    notes: Sequence[str] = (),
) -> BinaryIO:
    """A4 landscape; the header stands on every page. `widths` in millimetres."""
    document = landscape()
    add_line(document, title, size=HEADING_SIZE, is_bold=True)
    table = document.add_table(rows=0, cols=len(headers), style="Table Grid")
    table.autofit = False
    add_row(table, headers, widths, is_header=True)
    for row in rows:
        add_row(table, row, widths)
    for note in notes:
        add_line(document, note)
    file = io.BytesIO()
    document.save(file)
    file.seek(0)
    return file


def landscape():
    document = Document()
    document.core_properties.created = document.core_properties.modified = WRITTEN
    document.core_properties.author = ""
    make_thai(document.styles["Normal"].element.get_or_add_rPr(), SIZE)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    return document


def make_thai(properties, size: int, *, is_bold: bool = False) -> None:
    """Word takes Thai from the settings of complex scripts: without them it is another face and
    another size."""
    faces = properties.get_or_add_rFonts()
    for name in THEME_FACES:
        faces.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{name}"), FACE)
    if is_bold:
        put(properties, "w:b")
        put(properties, "w:bCs")
    put(properties, "w:sz", val=str(size * 2))
    put(properties, "w:szCs", val=str(size * 2))
    put(properties, "w:lang", bidi="th-TH")


def put(properties, tag: str, **values: str) -> None:
    for old in properties.findall(qn(tag)):
        properties.remove(old)
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    properties.append(element)


def add_line(document, text: str, *, size: int = SIZE, is_bold: bool = False) -> None:
    write(document.add_paragraph(), text, size=size, is_bold=is_bold)


def write(paragraph, text: str, *, size: int = SIZE, is_bold: bool = False) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    add_text(paragraph, text, size=size, is_bold=is_bold)


def add_text(
    paragraph, text: str, *, size: int, is_bold: bool = False, is_italic: bool = False
) -> None:
    run = paragraph.add_run(possible(text))
    make_thai(run._element.get_or_add_rPr(), size, is_bold=is_bold)
    if is_italic:
        run.font.italic = run.font.cs_italic = True


def add_row(
    table, values: Sequence[Any], widths: Sequence[int], *, is_header: bool = False
) -> None:
    row = table.add_row()
    if is_header:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, value, width in zip(row.cells, values, widths, strict=True):
        cell.width = Mm(width)
        write(cell.paragraphs[0], "" if value is None else str(value), is_bold=is_header)
