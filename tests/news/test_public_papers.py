"""The paper of a release: nothing of its text is lost, and it carries what its page tells."""

import pytest

from loei_coop.news.blocks import blocks_of
from loei_coop.news.papers import release_paper
from loei_coop.thai.django.keys import search_text
from tests.common.papers.reading import compact, copied, inside, pages
from tests.factories import make_source
from tests.news import sources
from tests.news.public import MINUTE, NINE, add_photo, correct, make_draft, make_release, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]
ADDRESS = "http://testserver/news/1/"
EVERYTHING = "# ก\n\n### ข\n\n- หนึ่ง\n  1. สอง\n\n| ค | ง |\n|---|---|\n| **จ** | *ฉ* |\n\n> ช\n\n[ซ](http://x.org)"
FOOT = "§"  # nowhere in the texts


def paper(release):
    return release_paper(release, ADDRESS)


def text_of(release):
    return copied(paper(release))


def without_foot(release, settings):
    """Its slogan would part the text where a page ends."""
    settings.SLOGAN = [FOOT] * 3
    return compact(text_of(release)).replace(FOOT, "")


@pytest.mark.parametrize("body", [sources.NETWORKS, sources.AWARDS])
def test_the_whole_text_is_copied_out_in_one_piece(poppler, settings, body):
    """Thai in a PDF easily doubles clusters ("ทั้ทั้ง"). None is, and none is missing."""
    found = without_foot(make_release(body=body), settings)
    assert compact(body) in found


def test_it_has_office_heading_title_and_where_it_stands(poppler):
    text = text_of(make_release("เลย... สร้างเครือข่าย"))
    wanted = ["สำนักงานสหกรณ์จังหวัดเลย", "ข่าวประชาสัมพันธ์", "“เลย... สร้างเครือข่าย”", ADDRESS]
    assert [part for part in wanted if part not in text] == []
    assert "เผยแพร่เมื่อวันที่ 2 มีนาคม 2569 เวลา 09.00 น." in text


def test_photo_news_is_called_so(poppler):
    assert "ภาพข่าวกิจกรรม" in text_of(make_release(kind="photo_news"))


def test_what_its_source_says_on_the_date_and_of_which_day_it_tells(poppler):
    release = make_release(
        source=make_source(dating_note="ต้นฉบับไม่ระบุวันที่"),
        as_of="2013-01-01",
        as_of_precision="year",
        composed_at=NINE,
    )
    release.refresh_from_db()
    text = text_of(release)
    assert "ต้นฉบับไม่ระบุวันที่" in text
    assert "เรียบเรียงจากข้อมูลในระบบ ณ พ.ศ. 2556 เมื่อวันที่ 2 มีนาคม 2569" in text


def test_only_a_draft_has_the_line_for_initials_and_no_address(poppler):
    draft, published = text_of(make_draft()), text_of(make_release())
    assert ("ลงนามย่อ" in draft, "ลงนามย่อ" in published) == (True, False)
    assert ("ร่าง" in draft, ADDRESS in draft) == (True, False)


def test_what_is_to_be_published_later_has_no_address_yet(poppler):
    assert ADDRESS not in text_of(make_release(published_at=NINE + MINUTE))


def test_headings_lists_tables_and_emphasis_are_printed(poppler):
    pdf = paper(make_release(body=EVERYTHING))
    assert b"/Table" in inside(pdf)
    text = copied(pdf)
    wanted = ["ก", "ข", "• หนึ่ง", "1. สอง", "ค ง", "จ ฉ", "ช", "ซ (http://x.org)"]
    assert [part for part in wanted if part not in text] == []


@pytest.mark.parametrize(
    "body",
    ["", "-", "1.", "> ", "### ก\n\n# ข\n\n##### ค", "|a|\n|-|", "```\nก\n```", "[](x)", "# "],
)
def test_whatever_was_typed_is_printed_as_an_accessible_paper(body):
    assert b"pdfuaid:part>1<" in inside(paper(make_release(body=body)))


def test_photos_are_printed_with_their_text_and_those_without_a_file_left_out(poppler):
    release = make_draft()
    add_photo(release, caption="ผู้แทนห้าเครือข่าย", credit="สำนักงาน")
    lost = add_photo(release, caption="ภาพที่หายไป")
    lost.file.storage.delete(lost.file.name)
    pdf = paper(publish(release))
    assert b"/Figure" in inside(pdf)
    text = copied(pdf)
    assert "ผู้แทนห้าเครือข่าย (ภาพ: สำนักงาน)" in text
    assert "ภาพที่หายไป" not in text


def test_corrections_stand_below_the_text(poppler):
    release = make_release()
    correct(release, made_at=NINE)
    assert "แก้ไขเพิ่มเติม 2 มีนาคม 2569: ที่ถูกต้องคือ 90 สหกรณ์" in text_of(release)


def test_a_sample_is_marked(poppler):
    assert "ข้อมูลตัวอย่าง" in text_of(make_release(is_sample=True))


def test_all_digits_are_thai_if_the_office_wishes_so(poppler, settings):
    settings.PAPER_THAI_DIGITS = True
    text = text_of(make_release(body="ให้ 89 สหกรณ์\n\n1. ก"))
    assert "ให้ ๘๙ สหกรณ์ ๑. ก" in text
    assert ADDRESS in text


def test_a_long_release_goes_on_over_the_page():
    assert pages(paper(make_release(body="\n\n".join(["ข้อความ " * 90] * 9)))) > 1


def test_markup_of_the_paper_is_text(poppler):
    assert "#strong[x] $a$ @b" in text_of(make_release(body="#strong[x] $a$ @b"))


def test_the_same_words_are_found_and_printed():
    """Blocks lose nothing that the web page shows."""
    (block,) = blocks_of("ให้ **89** *สหกรณ์* `ก`  \nข")
    text = "".join(run["text"] for run in block["runs"])
    assert search_text(text) == search_text("ให้ 89 สหกรณ์ ก ข")
