import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.common.sheets.cells import defused, restored

HYPERLINK = '=HYPERLINK("http://x","y")'


@pytest.mark.parametrize("text", [HYPERLINK, "+cmd|' /C calc'!A0", "@SUM(1)", "-1+1|x", "\t=1"])
def test_what_a_spreadsheet_would_calculate_leaves_as_text(text):
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["042-811-222", "+66 42 811 222", "-17.5", "สหกรณ์", "", "a=b"])
def test_what_is_no_formula_leaves_as_it_is(text):
    assert defused(text) == text


@pytest.mark.parametrize("value", [None, 5, -5, 2.5, True])
def test_only_texts_are_changed(value):
    assert defused(value) is value


@given(st.text("'=+-@\t1 ก", max_size=8))
def test_every_text_comes_back_as_it_left(text):
    assert restored(str(defused(text))) == text
