"""The Word document: Thai in the right face, size and justification, lists that count anew."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from loei_coop.news.word import release_document
from tests.news import sources
from tests.news.public import NINE, add_photo, correct, make_draft, make_release, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]
ADDRESS = "http://testserver/news/1/"
FACE = "TH Sarabun New"


def document(release):
    return Document(io.BytesIO(release_document(release, ADDRESS)))


def lines(release):
    return [paragraph.text for paragraph in document(release).paragraphs]


def runs(opened):
    return [run for paragraph in opened.paragraphs for run in paragraph.runs if run.text]


def test_every_run_is_thai_in_its_face_and_size():
    for run in runs(document(make_release(body=sources.NETWORKS))):
        properties = run._element.rPr
        faces = {properties.rFonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs")}
        assert faces == {FACE}
        assert properties.find(qn("w:szCs")) is not None
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"


def test_no_face_of_a_theme_is_left():
    styles = document(make_release()).styles.element
    theme = [
        name for faces in styles.iter(qn("w:rFonts")) for name in faces.attrib if "heme" in name
    ]
    assert theme == []


def test_nothing_is_coloured():
    styles = document(make_release()).styles.element
    assert list(styles.iter(qn("w:color"))) == []


def test_the_text_is_justified_as_thai():
    opened = document(make_release(body=sources.NETWORKS))
    first = next(p for p in opened.paragraphs if p.text.startswith("สำนักงานสหกรณ์จังหวัดเลย ข"))
    assert first._p.pPr.find(qn("w:jc")).get(qn("w:val")) == "thaiDistribute"


@pytest.mark.parametrize("body", [sources.NETWORKS, sources.AWARDS])
def test_it_has_every_word_of_the_text(body):
    written = "".join("".join(lines(make_release(body=body))).split())
    plain = [word for word in body.split() if not word.rstrip(".").isdigit()]
    assert [word for word in plain if word not in written] == []


def test_each_list_counts_from_its_first_number():
    opened = document(make_release(body="1. ก\n2. ข\n\nกับ\n\n1. ค"))
    keys = [n.val for p in opened.paragraphs for n in p._p.iter(qn("w:numId"))]
    assert (len(keys), keys[0] == keys[1], keys[1] == keys[2]) == (3, True, False)
    assert len(opened.part.numbering_part.element.findall(qn("w:num"))) >= 2


def test_strong_words_are_strong_in_thai_too():
    opened = document(make_release(body="**หนา** *เอน*"))
    found = {run.text: run.font for run in runs(opened)}
    assert (found["หนา"].bold, found["หนา"].cs_bold) == (True, True)
    assert (found["เอน"].italic, found["เอน"].cs_italic) == (True, True)


def test_a_photo_says_what_it_shows():
    release = make_draft()
    add_photo(release, caption="ผู้แทน", credit="สำนักงาน")
    opened = document(publish(release))
    (shape,) = opened.inline_shapes
    assert shape._inline.docPr.get("descr") == "ผู้แทนห้าเครือข่าย"
    assert "ผู้แทน (ภาพ: สำนักงาน)" in [p.text for p in opened.paragraphs]


def test_tables_and_what_is_below_the_text():
    release = make_release(body="| ก | ข |\n|---|---|\n| 1 | 2 |")
    correct(release, made_at=NINE)
    opened = document(release)
    (table,) = opened.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["ก", "ข"], ["1", "2"]]
    told = [p.text for p in opened.paragraphs]
    assert "แก้ไขเพิ่มเติม 2 มีนาคม 2569: ที่ถูกต้องคือ 90 สหกรณ์" in told
    assert told[-1] == ADDRESS


def test_only_a_draft_has_the_line_for_initials():
    found = ["ลงนามย่อ" in "".join(lines(make())) for make in (make_draft, make_release)]
    assert found == [True, False]


@pytest.mark.parametrize("body", ["", "-", "1.", "> - ก", "- > ก\n\n  1. ข", "# \x0b"])
def test_whatever_was_typed_makes_a_document(body):
    assert lines(make_release(body=body))


def test_digits_are_thai_if_the_office_wishes_so(settings):
    settings.PAPER_THAI_DIGITS = True
    opened = document(make_release(body="ให้ 89 สหกรณ์\n\n1. ก"))
    assert "ให้ ๘๙ สหกรณ์" in [p.text for p in opened.paragraphs]
    formats = [f.get(qn("w:val")) for f in opened.part.numbering_part.element.iter(qn("w:numFmt"))]
    assert "thaiNumbers" in formats
