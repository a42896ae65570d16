import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from loei_coop.common.imports.lookup import Lookup

LOEI = [
    ("4201", "4201", ["เมืองเลย", "Mueang Loei", "เมือง"]),
    ("4202", "4202", ["นาด้วง", "Na Duang"]),
    ("4203", "4203", ["เชียงคาน", "Chiang Khan"]),
]


@pytest.fixture
def districts():
    return Lookup(LOEI)


@pytest.mark.parametrize("text", ["4202", "นาด้วง", "อ.นาด้วง", "อำเภอนาด้วง", " นา ด้วง", "na duang"])
def test_a_record_is_found_by_code_and_name_however_spelt(districts, text):
    assert districts.find(text) == "4202"


def test_a_misspelt_name_is_refused_with_what_may_be_meant(districts):
    with translation.override("th"), pytest.raises(ValidationError) as caught:
        districts.find("อ.นาดัง")
    assert "นาด้วง ใช่หรือไม่" in caught.value.messages[0]


def test_a_name_like_no_other_is_refused_plainly(districts):
    with translation.override("th"), pytest.raises(ValidationError) as caught:
        districts.find("กรุงเทพมหานคร")
    assert "ใช่หรือไม่" not in caught.value.messages[0]


def test_of_namesakes_the_code_is_asked_for_and_shown():
    people = Lookup(
        [(1, "p-001", ["สมชาย ใจดี"]), (2, "p-002", ["สมชาย ใจดี"]), (3, "p-003", ["มาลี"])]
    )
    with pytest.raises(ValidationError) as caught:
        people.find("สมชาย ใจดี")
    assert "p-001, p-002" in caught.value.messages[0]
    assert [people.label(pk) for pk in (1, 2, 3)] == ["p-001", "p-002", "มาลี"]


def test_what_is_shown_is_found_again(districts):
    assert [districts.find(districts.label(pk)) for pk, *_rest in LOEI] == ["4201", "4202", "4203"]


def test_a_record_without_a_name_is_shown_by_its_code():
    assert Lookup([(7, "s7", [])]).label(7) == "s7"


def test_an_empty_register_finds_nothing():
    with pytest.raises(ValidationError):
        Lookup([]).find("นาด้วง")
