import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai.collation import MAX_EXPANSION, MAX_OVERHEAD, sort_key, whole_sort_key

DISTRICTS = [
    *("เชียงคาน", "ด่านซ้าย", "ท่าลี่", "นาด้วง", "นาแห้ว", "ปากชม", "ผาขาว", "ภูกระดึง"),
    *("ภูเรือ", "ภูหลวง", "เมืองเลย", "วังสะพุง", "หนองหิน", "เอราวัณ"),
]
ORGANIZATIONS = [
    "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
    "สหกรณ์กองทุนสวนยางเอราวัณพัฒนา จำกัด",
    "สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด",
    "สหกรณ์การเกษตรด่านซ้าย จำกัด",
    "สหกรณ์การเกษตรท่าลี่ จำกัด",
    "สหกรณ์การเกษตรเมืองเลย จำกัด",
    "สหกรณ์การเกษตรเอราวัณ จำกัด",
    "สหกรณ์ออมทรัพย์ครูเลย จำกัด",
    "สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด",
    "สหกรณ์ออมทรัพย์สาธารณสุขเลย จำกัด",
    "สหกรณ์ออมทรัพย์องค์การบริหารส่วนจังหวัดเลย จำกัด",
]
# Each list as PostgreSQL 15 orders it with COLLATE "th-x-icu".
ICU_ORDER = {
    "districts": DISTRICTS,
    "organizations": ORGANIZATIONS,
    "scripts": ["+", "฿", "0", "๙", "ก", "ฮ", "\u0e4d", "ะ", "ไ", "\u0e3a", "a", "Z", "д", "中"],
    "leading vowels": ["กก", "กะ", "กา", "เก", "เกก", "แก", "ไก", "ขก", "ฤ", "เฤ", "เ"],
    "tone marks": ["กา", "ก์า", "ก็า", "ก่า", "ก้า", "ก๊า", "ก๋า", "ก่าก", "กาข"],
    "a later mark": ["กาก", "กาก่", "ก่าก", "ก่าก่"],
    "sara am": ["กา", "กาก", "กาํ", "กํา", "กำ", "ก้ำ", "กิ"],
    "lakkhangyao": ["า", "ๅ", "าก", "ๅก", "ํา", "ำ", "ํๅ"],
    "capitals": ["coop", "cooP", "Coop", "coöp", "coops"],
    "punctuation": ["ตัวอย่าง", "ตัวอย่าง 012", "ตัวอย่าง-013", "ตัวอย่าง(014)", "ตัวอย่าง๑"],
    "no marks on punctuation": ["ก", "ก ่", "ก่", "กก"],
    "digits": ["ที่ 1", "ที่ ๑", "ที่ 10", "ที่ ๑๑", "ที่ 2"],
}
LETTERS = "กขคงดตนมรลวสหอฤฮ" + "เแโใไ" + "ะาำิีึืุูั" + "่้๊๋็์" + "ํฺ๎ๅ"
SIGNS = "ฯๆ๏ ฿0129๐๑๒๙ .-–,:/()[]“”‘’\"'+=%&*_\u00a0" + "abcXYZabcXYZ"
# About signs that stand above nothing or above punctuation, as in no word, PostgreSQL does not
# agree with itself: they may count or not.
STRAY_MARK = re.compile("(?:^|[^ก-ฮะ-\u0e3aเ-ๅ\u0e47-\u0e4e0-9๐-๙a-zA-Z+=฿])[\u0e47-\u0e4c\u0e4e]")

any_text = st.text() | st.text(alphabet=LETTERS + SIGNS)


def in_order(names):
    return sorted(names, key=lambda name: (sort_key(name), name))


@pytest.mark.parametrize("names", ICU_ORDER.values(), ids=ICU_ORDER)
def test_names_are_in_the_order_of_the_dictionary(names):
    assert in_order(reversed(names)) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ครู เลย", "ครูเลย"),
        ("กรป.กลาง", "กรป กลาง"),
        ("เครือข่าย ๆ", "เครือข่าย"),
        ("นายอนันต์ฯ", "นายอนันต์"),
        ("“เลย”", "เลย"),
        ("ที่ ๑๒", "ที่ 12"),
        ("เลย\u200bพัฒนา", "เลยพัฒนา"),
        ("น\u0e38\u0e48น", "น\u0e48\u0e38น"),
    ],
)
def test_what_does_not_count_leaves_the_key_the_same(one, other):
    assert sort_key(one) == sort_key(other)


def test_an_empty_name_comes_first():
    assert in_order(["ก", "0", "+", ""])[0] == ""


def test_marks_far_into_a_long_name_still_count():
    long_name = "กา" * 400
    assert in_order([long_name + "ก่", long_name + "ก", "ก่" + long_name[1:] + "ก"]) == [
        long_name + "ก",
        long_name + "ก่",
        "ก่" + long_name[1:] + "ก",
    ]


@given(any_text)
def test_any_text_has_a_key_of_plain_characters(text):
    assert set(sort_key(text)) <= set("0123456789abcdef")


@given(any_text)
def test_a_key_fits_its_column(text):
    assert len(sort_key(text)) <= MAX_EXPANSION * len(text) + MAX_OVERHEAD


@given(st.sampled_from(["가", "ᾂ", "Ӂ", "\u0dde", "𝅘𝅥𝅮", "É", "ำ"]), st.integers(1, 60))
def test_a_key_of_letters_that_take_the_most_room_fits_its_column(letter, times):
    assert len(sort_key(letter * times)) <= MAX_EXPANSION * times + MAX_OVERHEAD


@given(any_text, any_text)
def test_the_whole_key_orders_by_the_key_and_equal_keys_by_their_bytes(one, other):
    def by_two_columns(text):
        return sort_key(text), text.encode(errors="surrogatepass")

    expected = by_two_columns(one) < by_two_columns(other)
    assert (whole_sort_key(one) < whole_sort_key(other)) is expected


@pytest.mark.django_db
class TestAgainstPostgreSQL:
    """The real collation, where the server has it."""

    def icu_order(self, cursor, names):
        cursor.execute(
            'SELECT name FROM unnest(%s::text[]) AS name ORDER BY name COLLATE "th-x-icu"', [names]
        )
        return [name for (name,) in cursor.fetchall()]

    def test_the_lists_above_are_in_its_order(self, icu_cursor):
        for names in ICU_ORDER.values():
            assert self.icu_order(icu_cursor, names[::-1]) == names

    def test_names_of_many_organizations_are_in_its_order(self, icu_cursor):
        names = [
            f"{kind}{gap}ตัวอย่าง{gap}{number}{end}"
            for kind in ("สหกรณ์การเกษตร", "กลุ่มเกษตรกร", "ชุมนุม", "Coop", "coop")
            for gap in ("", " ", "-", " (สถานีสูบน้ำด้วยไฟฟ้า) ")
            for number in ("1", "012", "๐๑๒", "12", "2", "ก", "เก", "ก่")
            for end in (" จำกัด", "", ".")
        ]
        assert self.icu_order(icu_cursor, names) == in_order(names)

    @pytest.mark.parametrize("seed", range(4))
    def test_random_texts_are_in_its_order(self, icu_cursor, seed):
        names = random_texts(random.Random(seed), count=4000)
        assert self.icu_order(icu_cursor, names) == in_order(names)


def random_texts(source, *, count):
    """Different texts of few different characters, so that many are nearly alike."""
    texts = set()
    while len(texts) < count:
        alphabet = source.choices(LETTERS, k=4) + source.choices(SIGNS, k=2)
        text = "".join(source.choices(alphabet, k=source.randint(0, 9)))
        if not STRAY_MARK.search(text):
            texts.add(text)
    return sorted(texts)
