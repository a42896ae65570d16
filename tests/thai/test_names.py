import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai.names import full_name, short_name, split_name, without_title

TITLES = [
    "นาย",
    "นาง",
    "นางสาว",
    "น.ส.",
    "ดร.",
    "รศ.ดร.",
    "พ.ต.อ.",
    "ว่าที่ร้อยตรี",
    "ว่าที่ ร.ต.",
    "ม.ร.ว.",
    "",
]
FIRST_NAMES = ["อนันต์", "กันทิมา", "ก๊ก", "เอกวิทย์", "ก่อเกียรติ", "วิตรี", "ดรุณี", "ศักดิ์"]
LAST_NAMES = ["มหัจฉริยพันธุ์", "ดอนสำราญ", "ณ อยุธยา", ""]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("นาย", "อนันต์", "มหัจฉริยพันธุ์"), "นายอนันต์ มหัจฉริยพันธุ์"),
        (("", "อนันต์", "มหัจฉริยพันธุ์"), "อนันต์ มหัจฉริยพันธุ์"),
        (("นาง", "สมใจ", ""), "นางสมใจ"),
        (("Mr.", "John", "Smith"), "Mr. John Smith"),
        (("ดร.", "John", "Smith"), "ดร. John Smith"),
        (("", "", ""), ""),
    ],
)
def test_a_full_name_has_a_space_behind_the_title_only_in_latin_letters(parts, expected):
    assert full_name(*parts) == expected


def test_the_second_mention_leaves_out_the_last_name():
    assert short_name("นาย", "อนันต์") == "นายอนันต์"
    assert short_name("Mrs.", "Ann") == "Mrs. Ann"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นายอนันต์ มหัจฉริยพันธุ์", ("นาย", "อนันต์", "มหัจฉริยพันธุ์")),
        ("นาย  อนันต์\u00a0มหัจฉริยพันธุ์ ", ("นาย", "อนันต์", "มหัจฉริยพันธุ์")),
        ("นางสาวกันทิมา สุนทรวีรัตน์", ("นางสาว", "กันทิมา", "สุนทรวีรัตน์")),
        ("นางสมใจ ใจดี", ("นาง", "สมใจ", "ใจดี")),
        ("น.ส. มาลี ใจดี", ("น.ส.", "มาลี", "ใจดี")),
        ("นายก๊ก ดอนสำราญ", ("นาย", "ก๊ก", "ดอนสำราญ")),
        ("รศ.ดร.สมชาย ณ อยุธยา", ("รศ.ดร.", "สมชาย", "ณ อยุธยา")),
        ("รศ. ดร. สมชาย ใจดี", ("รศ.ดร.", "สมชาย", "ใจดี")),
        ("ศ.สมชาย ใจดี", ("ศ.", "สมชาย", "ใจดี")),
        ("ว่าที่ร้อยตรีสมชาย ใจดี", ("ว่าที่ร้อยตรี", "สมชาย", "ใจดี")),
        ("ว่าที่ ร.ต.หญิง สมใจ ใจดี", ("ว่าที่ ร.ต.หญิง", "สมใจ", "ใจดี")),
        ("พ.ต.อ.หญิง สมใจ ใจดี", ("พ.ต.อ.หญิง", "สมใจ", "ใจดี")),
        ("พล.ต.อ.สมชาย ใจดี", ("พล.ต.อ.", "สมชาย", "ใจดี")),
        ("จ่าสิบเอก สมชาย ใจดี", ("จ่าสิบเอก", "สมชาย", "ใจดี")),
        ("ร้อยตำรวจเอกสมชาย ใจดี", ("ร้อยตำรวจเอก", "สมชาย", "ใจดี")),
        ("ม.ล.สมชาย ใจดี", ("ม.ล.", "สมชาย", "ใจดี")),
        ("Mr. John Smith", ("Mr.", "John", "Smith")),
        ("Mrs Ann Smith", ("Mrs", "Ann", "Smith")),
        ("Assoc. Prof. Dr. Ann Lee", ("Assoc. Prof. Dr.", "Ann", "Lee")),
        ("อนันต์ มหัจฉริยพันธุ์", ("", "อนันต์", "มหัจฉริยพันธุ์")),
        ("", ("", "", "")),
    ],
)
def test_a_name_is_taken_apart(text, expected):
    assert split_name(text) == expected


@pytest.mark.parametrize("name", ["นาย", "นายก", "นางสาว", "ดร.", "ดรุณี", "นายิกา", "Drew", "Mr."])
def test_a_first_name_that_only_begins_like_a_title_stays_whole(name):
    assert split_name(name) == ("", name, "")


def test_the_shorter_title_is_taken_when_the_longer_would_break_a_syllable():
    assert split_name("นางสาวิตรี ใจดี") == ("นาง", "สาวิตรี", "ใจดี")


def test_a_first_name_like_a_rank_is_kept_behind_a_civil_title():
    assert split_name("นายพลเอก ใจดี") == ("นาย", "พลเอก", "ใจดี")


def test_a_name_can_be_had_without_its_title():
    assert without_title("นายอนันต์ มหัจฉริยพันธุ์") == "อนันต์ มหัจฉริยพันธุ์"
    assert without_title("อนันต์") == "อนันต์"


@given(st.sampled_from(TITLES), st.sampled_from(FIRST_NAMES), st.sampled_from(LAST_NAMES))
def test_a_name_put_together_comes_apart_the_same(title, first_name, last_name):
    expected = (title, first_name, last_name)
    assert split_name(full_name(title, first_name, last_name)) == expected


@given(st.text() | st.text(alphabet="นายงสวดร. กMrิ"))
def test_taking_apart_loses_nothing_but_spaces(text):
    assert "".join(split_name(text)).replace(" ", "") == "".join(text.split())
