import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai.highlight import pieces
from loei_coop.thai.search import terms


def marked(name, query):
    return [piece for piece, matches in pieces(name, terms(query)) if matches]


@pytest.mark.parametrize(
    ("name", "query", "expected"),
    [
        ("สหกรณ์ออมทรัพย์ครูเลย จำกัด", "ครูเลย", ["ครูเลย"]),
        ("สหกรณ์ออมทรัพย์ครูเลย จำกัด", "ครู เลย จํากัด", ["ครูเลย"]),
        ("สหกรณ์การเกษตรท่าลี่ จำกัด", "ทาลี", ["ท่าลี่"]),
        ("สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด", "กรปกลาง", ["กรป.กลาง"]),
        ("สหกรณ์การเกษตรตัวอย่าง 012 จำกัด", "๐๑๒", ["012"]),
        ("Na Duang", "na", ["Na"]),
        ("สหกรณ์โคนมเลย จำกัด", "เมือง", []),
        ("", "ครู", []),
    ],
)
def test_what_matches_is_marked_whatever_its_spelling(name, query, expected):
    assert marked(name, query) == expected


@given(st.text(max_size=60), st.text(max_size=20))
def test_the_pieces_together_are_the_text(text, query):
    assert "".join(piece for piece, _matches in pieces(text, terms(query))) == text


def test_a_mark_is_never_parted_from_its_letter():
    assert [piece for piece, _ in pieces("ที่ปรึกษา", ["ที"])] == ["ที่", "ปรึกษา"]
