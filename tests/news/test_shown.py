"""Facts in one line, as an officer checks them."""

from loei_coop.news.facts.shown import text_of


def test_each_part_stands_once_in_the_language_of_the_page(english):
    assert text_of({"name": "จังหวัดเลย", "name_en": "Loei Province", "short": "เลย"}) == (
        "Loei Province"
    )
    assert text_of({"th": ["ทุน", "บริการ"], "en": ["capital", "services"]}) == "capital, services"


def test_words_of_the_code_and_what_is_missing_are_left_out():
    award = {"object": "plaque", "level": "ดีเด่น", "presented": None, "is_pilot": True, "number": 5}
    assert text_of([award, {"level": "ดี"}]) == "ดีเด่น 5 · ดี"
