import shutil

import pytest

from loei_coop.common import papers
from loei_coop.common.papers import Frame, pictures, render
from loei_coop.common.papers.text import AsTyped
from tests.common.papers.reading import compact, copied, inside, pages

OFFICE = Frame(office="สำนักงานสหกรณ์จังหวัดเลย", office_lines=("โทร. 042-811-234",))
# Each with marks on two floors, below, or beside a long stroke.
HARD = (
    "ทั้งที่ผู้จัดการครั้งนี้ตั้งใจมั่น น้ำ ก้ำ ป้ำ ปู่ ป้า ปี่ ปี้ ฝั่ง ฝ้าย ฟื้น ฟ้า ฎีกา ฐาน ญู ญุ ฐุ ฎุ ฏุ ผู้ซื้อ ก็ เป็น "
    "สิทธิ์ พันธุ์ พึ่งพา เจ้าหน้าที่ ขั้นตอน ชื่อ กุ้ง ปั้น ปิ้ง ฟู่ ฬ้ำ โต๊ะ เก๋ไก๋ ปั๊ม ใหญ่ ศูนย์ ปุ๋ย ทฤษฎี กุฏิ วุฒิ ฤๅษี สำนักงาน"
)
RED_DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'


@pytest.fixture(autouse=True)
def sheet(tmp_path, monkeypatch, settings):
    """A template beside the portal's own, in a folder of the test."""
    for path in [*papers.TEMPLATES.glob("*.typ"), settings.BASE_DIR / SHEET]:
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(papers, "TEMPLATES", tmp_path)


SHEET = "tests/common/papers/sheet.typ"


def sheet_of(*lines, **options):
    return render("sheet", **{"title": "ใบแจ้ง", "data": lines, "frame": OFFICE, **options})


def test_thai_is_copied_out_exactly_as_it_was_put_in(poppler):
    assert compact(copied(sheet_of(HARD))).count(compact(HARD)) == 2


def test_text_is_never_markup(poppler):
    line = '#strong[x] *b* _i_ $a$ = c // d \\ <e> @f "g" #read("/etc/passwd")'
    assert line in copied(sheet_of(line))


def test_a_paper_has_office_title_signature_seal_and_slogan(poppler, settings):
    text = copied(sheet_of("ข้อความ"))
    wanted = [OFFICE.office, "โทร. 042-811-234", "ใบแจ้ง", "ลงชื่อ", "ประทับตรา", *settings.SLOGAN]
    assert [part for part in wanted if part not in text] == []


def test_all_digits_are_thai_if_the_office_wishes_so(poppler, settings):
    settings.PAPER_THAI_DIGITS = True
    text = copied(sheet_of("ณ วันที่ 26 กุมภาพันธ์ 2568", AsTyped("WXYZ-2345")))
    assert "ณ วันที่ ๒๖ กุมภาพันธ์ ๒๕๖๘" in text
    assert "โทร. ๐๔๒-๘๑๑-๒๓๔" in text
    assert "WXYZ-2345" in text


def test_digits_are_arabic_without_the_setting(poppler):
    assert "26 กุมภาพันธ์ 2568" in copied(sheet_of("26 กุมภาพันธ์ 2568"))


def test_the_pdf_is_tagged_thai_and_has_a_title():
    pdf = inside(sheet_of("ข้อความ"))
    wanted = [b"pdfuaid:part>1<", b"/StructTreeRoot", b"/Lang(th", b"/DisplayDocTitle true", b"/H1"]
    assert [part for part in wanted if part not in pdf.replace(b"/Lang (", b"/Lang(")] == []


def test_the_same_data_gives_the_same_bytes():
    assert sheet_of(HARD) == sheet_of(HARD)


def test_only_sarabun_is_at_hand():
    assert papers.fonts().families() == ["Sarabun"]


def test_every_sign_that_is_let_through_can_be_printed():
    thai = "".join(map(chr, [*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C)]))
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
    assert sheet_of(thai, latin, "–—‘’“”…•").startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("สมชาย 😀", "สมชาย ?"), ("中村", "??"), ("ส\u200bม\x00ช\u00adาย", "สมชาย")],
)
def test_what_the_face_has_no_sign_for_does_not_stop_a_paper(poppler, typed, printed):
    assert f"<{printed}>" in copied(sheet_of(f"<{typed}>"))


def test_the_head_has_the_emblem_that_the_office_uploaded_and_else_none():
    with_emblem = sheet_of("ก", frame=Frame(office="สำนักงาน", emblem=RED_DOT))
    assert (b"/Figure" in inside(with_emblem), b"/Figure" in inside(sheet_of("ก"))) == (True, False)


def test_a_long_paper_goes_on_over_the_page():
    assert (pages(sheet_of("สั้น")), pages(sheet_of(*["ยาว"] * 16))) == (1, 2)


def test_a_page_can_be_looked_at():
    (picture,) = pictures("sheet", title="ใบแจ้ง", data=[HARD], frame=OFFICE)
    assert picture.startswith(b"\x89PNG")
