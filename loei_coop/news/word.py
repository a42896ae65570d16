"""A release as a Word document that shows Thai in one face and size everywhere, to be edited."""

import io

from django.conf import settings
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from loei_coop.common.papers.text import with_digits
from loei_coop.common.sheets.word import FACE, THEME_FACES, WRITTEN, add_text, make_thai
from loei_coop.news.blocks import Block, Run
from loei_coop.news.models import PressRelease
from loei_coop.news.papers import paper_data
from networks.letterhead import letterhead

SIZE = 16  # points: what Thai offices write in
QUIET_SIZE = 13
TITLE_SIZE = 20
INDENT = Mm(16)
COLUMN = Mm(160)
MARGINS = {"left": Mm(30), "right": Mm(20), "top": Mm(20), "bottom": Mm(20)}
PHOTO_HEIGHT = Mm(90)
CENTRE, THAI_JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.THAI_JUSTIFY


def release_document(release: PressRelease, address: str) -> bytes:
    data = with_digits(paper_data(release, address), thai=settings.PAPER_THAI_DIGITS)
    document = thai_document(release.title)
    add_head(document, data)
    add_blocks(document, data["blocks"])
    for photo in data["photos"]:
        add_photo(document, photo)
    add_end(document, data)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def thai_document(title: str):
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "", "th-TH"
    properties.created = properties.modified = WRITTEN
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", width)
    forget_theme_faces(document)
    forget_colours(document)
    make_thai(document.styles["Normal"].element.get_or_add_rPr(), SIZE)
    return document


def forget_theme_faces(document) -> None:
    """Word would take them before the face that is named beside them."""
    for faces in document.styles.element.iter(qn("w:rFonts")):
        for name in THEME_FACES:
            faces.attrib.pop(qn(f"w:{name}"), None)
        for name in ("ascii", "hAnsi", "eastAsia", "cs"):
            faces.set(qn(f"w:{name}"), FACE)


def forget_colours(document) -> None:
    """Headings are blue in the template of the library: a paper of the office is black."""
    for properties in document.styles.element.iter(qn("w:rPr")):
        for colour in properties.findall(qn("w:color")):
            properties.remove(colour)


def add_head(document, data: dict) -> None:
    head = [data["heading"], letterhead().office]
    if data["is_draft"]:
        head.insert(0, "(ร่าง)")
    for line in head:
        add_plain(document, line, alignment=CENTRE, is_bold=True)
    title = document.add_paragraph(style="Heading 1")
    add_plain(document, data["title"], paragraph=title, alignment=CENTRE, size=TITLE_SIZE)
    if data["is_sample"]:
        add_plain(document, "ข้อมูลตัวอย่าง", alignment=CENTRE)


def add_plain(document, text: str, *, paragraph=None, alignment=None, size=SIZE, is_bold=False):
    paragraph = paragraph or document.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(4)
    is_bold = is_bold or paragraph.style.name.startswith("Heading")
    add_text(paragraph, text, size=size, is_bold=is_bold)
    return paragraph


def add_blocks(document, blocks: list[Block], *, depth: int = 0) -> None:
    for block in blocks:
        ADDERS[block["kind"]](document, block, depth)


def add_paragraph(document, block: Block, depth: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = THAI_JUSTIFY
    if depth:
        paragraph.paragraph_format.left_indent = INDENT * depth
    else:
        paragraph.paragraph_format.first_line_indent = INDENT
    write_runs(paragraph, block["runs"])


def add_heading(document, block: Block, _depth: int) -> None:
    paragraph = document.add_paragraph(style=f"Heading {block['level']}")
    write_runs(paragraph, [{**run, "bold": True} for run in block["runs"]])


def add_quote(document, block: Block, depth: int) -> None:
    add_blocks(document, block["blocks"], depth=depth + 1)


def add_table(document, block: Block, _depth: int) -> None:
    table = document.add_table(rows=0, cols=len(block["head"]), style="Table Grid")
    head = [[{**run, "bold": True} for run in cell] for cell in block["head"]]
    for row in [head, *block["rows"]]:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            write_runs(cell.paragraphs[0], runs)


def add_list(document, block: Block, depth: int) -> None:
    """Numbered by Word itself, each list from its own first number."""
    number = new_numbering(document, block["labels"], depth)
    for item in block["items"]:
        first, *others = item or [{"kind": "paragraph", "runs": []}]
        add_item(document, first.get("runs", []), number)
        rest = others if "runs" in first else item
        add_blocks(document, rest, depth=depth + 1)


def add_item(document, runs: list[Run], number: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = THAI_JUSTIFY
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
    write_runs(paragraph, runs)


def new_numbering(document, labels: list[str] | None, depth: int) -> int:
    numbering = document.part.numbering_part.element
    key = len(numbering.findall(qn("w:abstractNum"))) + 1000
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">'
        f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">{level(labels)}'
        f'<w:pPr><w:ind w:left="{INDENT.twips * (depth + 2)}" w:hanging="{INDENT.twips // 2}"/>'
        f'</w:pPr><w:rPr><w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:cs="{FACE}"/>'
        "</w:rPr></w:lvl></w:abstractNum>"
    )
    # All abstract ones stand before the first that is used.
    numbering.insert(len(numbering.findall(qn("w:abstractNum"))), abstract)
    return numbering.add_num(key).numId


def level(labels: list[str] | None) -> str:
    if labels is None:
        return '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    digits = "thaiNumbers" if settings.PAPER_THAI_DIGITS else "decimal"
    first = int(labels[0].rstrip("."))
    return f'<w:start w:val="{first}"/><w:numFmt w:val="{digits}"/><w:lvlText w:val="%1."/>'


def write_runs(paragraph, runs: list[Run]) -> None:
    paragraph.paragraph_format.space_after = Pt(4)
    for run in runs:
        add_text(paragraph, run["text"], size=SIZE, is_bold=run["bold"], is_italic=run["italic"])


ADDERS = {
    "paragraph": add_paragraph,
    "heading": add_heading,
    "quote": add_quote,
    "table": add_table,
    "list": add_list,
}


def add_photo(document, photo: dict) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = CENTRE
    shape = paragraph.add_run().add_picture(io.BytesIO(bytes(photo["content"])), width=COLUMN)
    if shape.height > PHOTO_HEIGHT:
        shape.width, shape.height = COLUMN * PHOTO_HEIGHT // shape.height, PHOTO_HEIGHT
    shape._inline.docPr.set("descr", photo["text"])
    credit = f"(ภาพ: {photo['credit']})" if photo["credit"] else ""
    if words := " ".join(filter(None, [photo["caption"], credit])):
        add_plain(document, words, alignment=CENTRE, size=QUIET_SIZE)


def add_end(document, data: dict) -> None:
    for correction in data["corrections"]:
        add_plain(document, f"แก้ไขเพิ่มเติม {correction['made']}: {correction['text']}")
    for line in filter(None, [*data["dates"], data["address"]]):
        add_plain(document, line, size=QUIET_SIZE)
    if data["is_draft"]:
        add_plain(
            document, "เห็นชอบให้เผยแพร่ ลงนามย่อ ..................... วันที่ ....................."
        )
