"""What the page of a release shows of its facts."""

import pytest
from django.utils import translation

from loei_coop.news.shown_facts import Part, shown_facts

KOK = {"name": "นายก๊ก ดอนสำราญ", "post": "ประธานกรรมการ", "post_en": "Board chair"}
EKKAWIT = {"name": "นายเอกวิทย์ สายแก้วเทศ", "post": "", "post_en": ""}


def parts(value, **fact):
    (shown,) = shown_facts({"any": {"label": "ที่ปรึกษา", "value": value, **fact}})
    return shown.parts


def test_people_are_named_with_their_posts():
    assert parts([KOK, EKKAWIT]) == [
        Part("นายก๊ก ดอนสำราญ ประธานกรรมการ"),
        Part("นายเอกวิทย์ สายแก้วเทศ"),
    ]


def test_one_person_leads_to_the_page_of_the_post():
    assert parts(KOK, url="/organizations/0001/") == [
        Part("นายก๊ก ดอนสำราญ ประธานกรรมการ", "/organizations/0001/")
    ]


def test_on_an_english_page_the_post_is_english():
    with translation.override("en"):
        assert parts([KOK])[0].text == "นายก๊ก ดอนสำราญ Board chair"


def test_records_without_a_value_of_their_own_lead_to_their_pages():
    links = [{"label": "เครือข่ายที่ 1", "public": "/networks/1/"}]
    assert parts([1, 2], links=links) == [Part("เครือข่ายที่ 1", "/networks/1/")]


@pytest.mark.parametrize("value", [None, [], {"begins": "x"}, [[]]])
def test_what_visitors_can_neither_read_nor_open_is_left_out(value):
    assert list(shown_facts({"any": {"label": "x", "value": value}})) == []
