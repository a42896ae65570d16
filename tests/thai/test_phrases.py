from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai.phrases import pieces


def test_compounds_are_kept_and_the_rest_is_free():
    assert list(pieces("คณะกรรมการเครือข่ายระดับจังหวัด")) == [
        ("คณะกรรมการ", True),
        ("เครือข่าย", True),
        ("ระดับ", False),
        ("จังหวัด", True),
    ]


def test_the_longer_compound_wins():
    assert next(pieces("สหกรณ์เข้มแข็ง")) == ("สหกรณ์เข้มแข็ง", True)


@given(st.text(max_size=40))
def test_the_pieces_together_are_the_text(text):
    assert "".join(piece for piece, _keep in pieces(text)) == text
