"""The words of releases: template files in which no figure and no name is typed."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from governance.models import Standard
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.drafting import draft, in_markdown
from loei_coop.news.rendering import as_html
from networks.models import Agency, District, Organization, Person

FOLDER = Path(settings.BASE_DIR) / "templates/news/drafts"
FILES = sorted(FOLDER.rglob("*.md"))
OFFICE = {"office": {"name": "สำนักงาน"}, "province": {"short": "เลย"}, "slogan": ["คำขวัญ"]}


@pytest.mark.parametrize("kind", ReleaseKind)
def test_every_kind_has_a_draft_in_both_languages(kind):
    assert (FOLDER / f"{kind.value}.md").exists()
    assert (FOLDER / f"{kind.value}.en.md").exists()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_digit_is_typed(path):
    assert re.findall(r"[0-9๐-๙]", path.read_text()) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_name_of_the_records_is_typed(path):
    text = path.read_text()
    assert [name for name in names_of_the_records() if name in text] == []


def names_of_the_records():
    for model in (Organization, Agency, District, Standard):
        yield from model.objects.values_list("name", flat=True)
    for model in (Agency, District, Standard):
        yield from filter(None, model.objects.values_list("name_en", flat=True))
    for first, last in Person.objects.values_list("first_name", "last_name"):
        yield f"{first} {last}"
    yield from settings.SLOGAN


def test_facts_mean_themselves_whatever_signs_are_in_them():
    name = "กลุ่ม *ดาว* [ก](http://x) <b>หนา</b> 1_2_3 & `ข`"
    assert as_html(in_markdown(name)) == (
        "<p>กลุ่ม *ดาว* [ก](http://x) &lt;b&gt;หนา&lt;/b&gt; 1_2_3 &amp; `ข`</p>\n"
    )


@pytest.mark.parametrize("text", ["# หนึ่ง", "- หนึ่ง", "1. หนึ่ง", "+ หนึ่ง", "==="])
def test_a_fact_at_the_beginning_of_a_line_is_no_heading_and_no_list(text):
    assert as_html(in_markdown(text)) == f"<p>{text}</p>\n"


def test_sections_without_facts_leave_neither_words_nor_gaps():
    facts = {**OFFICE, "occasion": "การประชุม", "presider": "นายสมชาย ใจดี"}
    made = draft(ReleaseKind.PHOTO_NEWS, facts)
    assert made.title == "การประชุม"
    assert made.body == "นายสมชาย ใจดี เป็นประธานการประชุม\n\nคำขวัญ"


def test_somebody_without_a_known_post_leaves_no_gap():
    chair = {"name": "นางสาวกันทิมา สุนทรวีรัตน์", "post": "", "post_en": ""}
    committee = {"name": "คณะกรรมการ", "name_en": "", "published_name": "เครือข่าย"}
    body = draft(ReleaseKind.NEW_COMMITTEE, {"committee": committee, "chair": chair}).body
    assert "เครือข่าย มีนางสาวกันทิมา สุนทรวีรัตน์ เป็นประธาน" in body


def test_photo_news_is_told_in_the_order_of_the_house():
    facts = {
        **OFFICE,
        "day": {"text": "วันที่ 26 กุมภาพันธ์ 2568"},
        "time": {"text": "09.00 น."},
        "presider": "นายสมชาย ใจดี",
        "presider_post": "ผู้จัดการ",
        "occasion": "การประชุม",
        "place": "ห้องประชุม",
        "participants": ["สหกรณ์จังหวัด", "เจ้าหน้าที่"],
        "purpose": "แลกเปลี่ยนเรียนรู้",
    }
    assert draft(ReleaseKind.PHOTO_NEWS, facts).body.startswith(
        "เมื่อวันที่ 26 กุมภาพันธ์ 2568 เวลา 09.00 น. นายสมชาย ใจดี ผู้จัดการ เป็นประธานการประชุม ณ ห้องประชุม "
        "โดยมีสหกรณ์จังหวัด และเจ้าหน้าที่ เข้าร่วม ทั้งนี้ เพื่อแลกเปลี่ยนเรียนรู้"
    )
