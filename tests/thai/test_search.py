import pytest
from hypothesis import given
from hypothesis import strategies as st

from loei_coop.thai import search
from loei_coop.thai.search import fold, loose, search_text, similar, terms

DISTRICTS = [
    *("เมืองเลย", "นาด้วง", "เชียงคาน", "ปากชม", "ด่านซ้าย", "นาแห้ว", "ภูเรือ", "ท่าลี่"),
    *("วังสะพุง", "ภูกระดึง", "ภูหลวง", "ผาขาว", "เอราวัณ", "หนองหิน"),
]
TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
CENTRAL = "สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด"
HOSPITAL = "สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด"
# Whatever the folding turns on: its marks, its word, spaces, and letters that expand.
tricky_texts = st.lists(
    st.sampled_from([*"เแกจดำาํั่้็์ิฺุฯ ๐.\u200b\u0301", "จำกัด", "ﷺ", "ß", "ﬃ", "İ", "ͅ"]), max_size=12
).map("".join)
any_text = st.text() | tricky_texts


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ครู เลย จํากัด", "ครูเลย"),
        ("ครูเลยจำกัด", "ครูเลย"),
        ("ครูเลย จำกัด (มหาชน)", "ครูเลยมหาชน"),
        ("จำกัดสิทธิ์", "จำกัดสิทธิ์"),
        ("๐๑๒", "012"),
        ("เเปลก", "แปลก"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("ป่ี", "ปี่"),
        ("กลุ่่ม", "กลุ่ม"),
        ("“เลย...”", "เลย"),
        ("นายอนันต์ ฯ", "นายอนันต์"),
        ("เลย\u200bพัฒนา\u00a0", "เลยพัฒนา"),
        ("CQA ＣＱＡ Café", "cqacqacafé"),
        (" -–.,()'\"/", ""),
    ],
)
def test_ways_of_typing_fold_to_one(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ครูเลย", TEACHERS),
        ("กรป กลาง", CENTRAL),
        ("โรงพยาบาล เลย", HOSPITAL),
        ("นพค. เลย", CENTRAL),
    ],
)
def test_a_part_of_a_name_is_found_however_it_is_spaced(query, name):
    assert fold(query) in fold(name)


def test_loose_forms_do_not_mind_a_missing_tone_mark():
    assert loose("ท่าลี จำกัด") == loose("ท่าลี่")
    assert loose("เป็นกลุ่มสหกรณ์") == "เปนกลุมสหกรณ"


def test_strict_and_loose_queries_are_both_in_the_stored_text():
    stored = search_text("สหกรณ์การเกษตรท่าลี่ จำกัด", "", "เลย")
    assert stored == "สหกรณ์การเกษตรท่าลี่ สหกรณการเกษตรทาลี เลย"
    assert fold("ท่าลี่") in stored
    assert loose("ท่าลี") in stored


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ครู  เลย จำกัด", ["ครู", "เลย"]),
        ("อ.นาด้วง จ.เลย", ["นาดวง"]),
        ("อ. นาด้วง", ["นาดวง"]),
        ("ต.กุดป่อง ม.๓", ["กุดปอง", "3"]),
        ("อำเภอนาด้วง", ["นาดวง"]),
        ("เลย เลย ่ . จำกัด", ["เลย"]),
        ("จ.เลย", ["เลย"]),
        ("จังหวัดเลย", ["เลย"]),
        ("อำเภอ", ["อำเภอ"]),
        (" \u200b", []),
    ],
)
def test_a_query_is_split_into_its_words(query, expected):
    assert terms(query) == expected


def test_a_query_has_at_most_ten_terms_of_at_most_a_hundred_letters():
    many = terms(" ".join(str(number) for number in range(50)))
    assert many == [str(number) for number in range(10)]
    assert terms("ก" * 5000 + " ข") == ["ก" * 100]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("นาดัง", "นาด้วง"),
        ("อ.นาดัง", "นาด้วง"),
        ("อำเภอ นาดัง", "นาด้วง"),
        ("วังสพุง", "วังสะพุง"),
        ("ภูกระดึก", "ภูกระดึง"),
        ("เชียงคาร", "เชียงคาน"),
    ],
)
def test_a_misspelt_district_is_suggested(query, expected):
    assert similar(query, DISTRICTS)[0] == expected


def test_a_misspelt_end_of_a_long_name_is_suggested():
    assert similar("ครเลย", [HOSPITAL, TEACHERS])[0] == TEACHERS


def test_nothing_is_suggested_for_what_is_like_no_name():
    assert similar("xyz", DISTRICTS) == []
    assert similar("อ.", DISTRICTS) == []
    assert similar("นาดัง", []) == []


def test_no_more_suggestions_than_asked_for():
    names = [f"สหกรณ์ตัวอย่าง {number}" for number in range(9)]
    assert len(similar("สหกรณ์ตัวอยาง", names)) == 3
    assert len(similar("สหกรณ์ตัวอยาง", names, limit=5)) == 5


@given(any_text)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert loose(loose(text)) == loose(text)


@given(any_text)
def test_what_is_folded_has_no_space_in_it(text):
    assert fold(text).split() in ([], [fold(text)])


@given(st.lists(any_text, max_size=3))
def test_the_stored_text_fits_its_column(texts):
    assert len(search_text(*texts)) <= search.MAX_EXPANSION * sum(map(len, texts))


@pytest.mark.parametrize("name", [TEACHERS, CENTRAL, HOSPITAL, *DISTRICTS])
def test_a_name_typed_in_full_finds_itself(name):
    assert all(term in search_text(name) for term in terms(name))
