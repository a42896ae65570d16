from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai.digits import to_arabic_digits, to_thai_digits


def test_thai_digits_replace_arabic_ones_and_nothing_else():
    assert to_thai_digits("ข้อ 12 (3) ปี 2556") == "ข้อ ๑๒ (๓) ปี ๒๕๕๖"


def test_arabic_digits_replace_thai_ones_and_nothing_else():
    assert to_arabic_digits("๐๑๒๓๔๕๖๗๘๙ ก²") == "0123456789 ก²"


@given(st.text(alphabet="0123456789 กa"))
def test_there_and_back_is_the_same_text(text):
    assert to_arabic_digits(to_thai_digits(text)) == text
