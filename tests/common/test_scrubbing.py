"""Numbers and addresses are found however they are spelt, and nothing else is."""

import pytest

from loei_coop.common.scrubbing import pattern_of, same_key, scrubbed

MOBILE = "081-234-5678"
OFFICE = "0 4281 1234 ต่อ 12"
MAIL = "malee@example.org"


def without(data, *contacts):
    return scrubbed(data, pattern_of(contacts))


@pytest.mark.parametrize(
    "spelt",
    [
        "081-234-5678",
        "0812345678",
        "08 1234 5678",
        "(081) 234.5678",
        "+66 81 234 5678",
        "66812345678",
        "๐๘๑-๒๓๔-๕๖๗๘",
        "812345678",
        812345678,
    ],
)
def test_a_number_in_any_spelling(spelt):
    assert without(spelt, MOBILE) == ""


@pytest.mark.parametrize("spelt", ["0 4281 1234 ต่อ 12", "042811234 ext. 12", "0-4281-1234 ต่อ ๑๒"])
def test_a_number_with_its_extension(spelt):
    assert without(spelt, OFFICE) == ""


@pytest.mark.parametrize(
    "other",
    ["081-234-5679", "1812345678", "0812345678123", 8123456780, 812345678.5, True, None, ""],
)
def test_other_numbers_stay(other):
    assert without(other, MOBILE) == other


def test_the_words_around_it_stay():
    assert without(f"โทร. {MOBILE} ตอนเย็น", MOBILE) == "โทร.  ตอนเย็น"


def test_an_address_whatever_its_case():
    assert without("ส่งที่ Malee@Example.ORG ได้", MAIL) == "ส่งที่  ได้"


@pytest.mark.parametrize("other", ["xmalee@example.org", "malee@example.organic", "malee"])
def test_other_addresses_stay(other):
    assert without(other, MAIL) == other


def test_a_short_number_goes_only_where_it_stands_alone():
    assert without(["1669", "เลขที่ 1669/2", 42000], "1669") == ["", "เลขที่ 1669/2", 42000]


def test_the_whole_of_a_file_is_walked_and_keys_stay():
    sheet = {"columns": ["phone"], "rows": [[2, MOBILE], [3, MAIL, {"date": "2013-06-30"}]]}
    assert without(sheet, MOBILE, MAIL) == {
        "columns": ["phone"],
        "rows": [[2, ""], [3, "", {"date": "2013-06-30"}]],
    }


@pytest.mark.parametrize("nothing", [[], [""], [" "]])
def test_of_nothing_nothing_is_taken(nothing):
    assert scrubbed([MOBILE, 1, ""], pattern_of(nothing)) == [MOBILE, 1, ""]


def test_two_spellings_of_one_contact_are_the_same():
    assert same_key("+66 81 234 5678") == same_key("๐๘๑๒๓๔๕๖๗๘")
    assert same_key("Malee@Example.org ") == same_key(MAIL)
    assert same_key(OFFICE) != same_key("0 4281 1234")
