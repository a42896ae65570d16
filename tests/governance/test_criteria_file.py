"""A workbook of criteria: all its faults are told, or all of it becomes the draft."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.utils import translation

from governance.criteria_file import loading
from governance.criteria_file.reading import letters
from governance.criteria_file.writing import workbook
from governance.models import Category, Edition, Item, Step
from governance.rounds import make_round
from loei_coop.common.frozen import FrozenError
from loei_coop.common.imports.workflow import ImportRefusedError, undo_import
from loei_coop.common.models import ImportRun
from loei_coop.common.sheets.errors import SheetError
from tests.governance.factories import (
    MAY,
    OCTOBER,
    make_category,
    make_edition,
    make_item,
    make_step,
    make_used_edition,
)
from tests.governance.sheets import book, row

pytestmark = pytest.mark.django_db


BAND = "Write a percentage such as 50, or a band such as 50-65."
CODE = (
    "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens. "
    "Small Latin letters, digits and single hyphens, such as 0012."
)

TOO_LONG = "Ensure this value has at most 150 characters (it has 151)."


@pytest.fixture
def draft():
    return make_edition("ฉบับร่าง")


def receive(edition, data):
    with translation.override("en"):
        return loading.receive(edition, data, file_name="เกณฑ์.xlsx", by=None)


def faults(edition, *rows):
    with pytest.raises(loading.FaultyFileError) as refused:
        receive(edition, book(*rows))
    assert not ImportRun.objects.exists()
    return {fault.cell: fault.sentence for fault in refused.value.faults}


def load(edition, *rows):
    run = receive(edition, book(*rows))
    seen = loading.plan_of(run, edition).fingerprint()
    return run, loading.load(run, seen=seen, made_by=lambda: None)


# In


def test_a_file_becomes_categories_items_and_scales(draft):
    _run, done = load(draft, row(), row(item__number="1.2", item__name="ติดตามผล"))
    first, second = Item.objects.of_edition(draft)
    assert (first.code, first.points, str(first.category)) == ("1-1", 2, "1 หลักประสิทธิผล")
    assert [(s.label, s.lowest, s.highest) for s in first.steps.all()] == [
        ("0", 0, 0),
        ("50-65", 50, 65),
    ]
    assert (second.number, second.order, len(done.added)) == ("1.2", 2, 2)


def test_the_file_is_the_whole_edition(draft):
    item = make_item("ข้อเดิม", category=make_category(edition=draft, number="9"), number="9.1")
    _run, done = load(draft)
    assert [removed.code for removed in done.removed] == [item.code]
    assert [i.number for i in Item.objects.of_edition(draft)] == ["1.1"]
    assert [c.number for c in Category.objects.filter(edition=draft)] == ["1"]


def test_what_is_there_is_changed_and_keeps_its_history(draft):
    load(draft)
    _run, done = load(draft, row(item__name="มีแผนงานสามปี", item__is_internal_control="ใช่"))
    item = Item.objects.get()
    assert (done.added, done.changed) == ([], ["1.1 มีแผนงานสามปี"])
    assert (item.name, item.is_internal_control) == ("มีแผนงานสามปี", True)
    assert list(item.history.values_list("history_type", flat=True)) == ["~", "+"]


def test_steps_come_and_go_with_the_file(draft):
    load(draft)
    load(draft, row(step2__lowest=100, step2__meaning="ครบ"))
    assert [(s.lowest, s.meaning) for s in Step.objects.all()] == [(0, "ไม่มีแผน"), (100, "ครบ")]


def test_items_may_change_numbers(draft):
    load(draft, row(), row(item__number="1.2", item__name="ติดตามผล"))
    load(
        draft,
        row(item__number="1.2", item__code="1-1"),
        row(item__number="1.1", item__code="1-2", item__name="ติดตามผล"),
    )
    assert [(i.number, i.code) for i in Item.objects.of_edition(draft)] == [
        ("1.2", "1-1"),
        ("1.1", "1-2"),
    ]


def test_the_same_file_again_has_nothing_new(draft):
    load(draft)
    run = receive(draft, book())
    plan = loading.plan_of(run, draft)
    assert (plan.has_effect, plan.same) == (False, ["1.1 มีแผนงานประจำปี"])
    with pytest.raises(ImportRefusedError):
        loading.load(run, seen=plan.fingerprint(), made_by=lambda: None)


def test_thai_digits_dashes_and_words_are_understood(draft):
    load(draft, row(item__points="๒.๕", step2__lowest="๕๐–๖๕ %", category__is_assessed="ไม่ใช่"))
    item = Item.objects.get()
    assert (item.points, item.category.is_assessed) == (Decimal("2.5"), False)
    assert item.steps.last().highest == 65


def test_a_figure_is_asked_changed_and_not_asked_any_more(draft):
    load(draft, row(item__figure="กำไรสุทธิ (บาท)", item__figure_en="Net profit (baht)"))
    item = Item.objects.get()
    assert (item.figure, item.figure_en) == ("กำไรสุทธิ (บาท)", "Net profit (baht)")
    _run, done = load(draft, row(item__figure="กำไรสุทธิ (พันบาท)"))
    assert (len(done.changed), Item.objects.get().figure_en) == (1, "")
    load(draft)
    assert Item.objects.get().figure == ""


# Faults


@pytest.mark.parametrize(
    ("changed", "cell", "sentence"),
    [
        ({"item__name": None}, "G2", "This must be given."),
        ({"category__number": None}, "A2", "This must be given."),
        ({"item__points": "สอง"}, "O2", "“สอง” is not such a number."),
        ({"item__points": -1}, "O2", "Ensure this value is greater than or equal to 0."),
        ({"item__target": 120}, "P2", "Ensure this value is less than or equal to 100."),
        ({"item__is_internal_control": "อาจจะ"}, "Q2", "Write ใช่ or ไม่ใช่."),
        ({"item__code": "ก"}, "F2", CODE),
        ({"item__figure": "ก" * 151}, "M2", TOO_LONG),
        ({"item__figure_en": "x" * 151}, "N2", TOO_LONG),
        ({"step1__lowest": "1-2-3"}, "R2", BAND),
        ({"step2__lowest": "65-50"}, "W2", "A step goes from a percentage up to 100 at most."),
        ({"step2__meaning": None}, "Z2", "This must be given."),
        ({"step2__lowest": None}, "W2", "This must be given."),
        ({"step2__lowest": "0-5"}, "R2", "Two steps begin at the same percentage."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_cell(draft, changed, cell, sentence):
    assert faults(draft, row(**changed)) == {cell: sentence}


def test_all_faults_are_told_at_once_and_nothing_is_done(draft):
    found = faults(draft, row(), row(item__points=None), row(item__name=None))
    assert found["O3"] == "This must be given."
    assert found["G4"] == "This must be given."
    assert not Item.objects.exists()


def test_a_number_or_code_twice_is_told_at_each_place(draft):
    again = "This is in the file more than once."
    assert faults(draft, row(), row()) == {"E2": again, "E3": again, "F2": again, "F3": again}


def test_rows_that_say_different_things_of_a_category_are_told(draft):
    other = row(item__number="1.2", category__name="หลักประสิทธิภาพ")
    assert faults(draft, row(), other) == {"A3": "Row 2 says something else of this category."}


def test_an_item_without_a_scale_is_told(draft):
    empty = dict.fromkeys(["step1__lowest", "step1__meaning", "step2__lowest", "step2__meaning"])
    assert faults(draft, row(**empty)) == {"R2": "An item needs the steps of its scale."}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", "ชื่อ,ที่อยู่\nก,ข".encode()])
def test_what_is_no_list_of_criteria_is_refused_in_a_sentence(draft, data):
    with pytest.raises(SheetError):
        receive(draft, data)


def test_columns_that_are_missing_are_named(draft):
    with pytest.raises(SheetError, match="Points"):
        receive(draft, "Number,Name\n1.1,แผน".encode())


def test_columns_of_a_spreadsheet_are_named_as_it_names_them():
    assert [letters(position) for position in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


# Frozen, meanwhile, undone


def test_a_used_edition_takes_no_file():
    with pytest.raises(FrozenError, match="can no longer change"):
        receive(make_used_edition(), book())


def test_an_edition_that_froze_after_the_preview_is_left_as_it_is(draft):
    run = receive(draft, book())
    seen = loading.plan_of(run, draft).fingerprint()
    make_round(draft, fiscal_year=2026, opens_at=OCTOBER, closes_at=MAY)
    with translation.override("en"), pytest.raises(ImportRefusedError, match="no longer change"):
        loading.load(run, seen=seen, made_by=lambda: None)
    run.refresh_from_db()
    assert (run.state, Item.objects.count()) == (ImportRun.State.PREVIEWED, 0)


def test_what_was_shown_must_still_be_what_happens(draft):
    run = receive(draft, book())
    seen = loading.plan_of(run, draft).fingerprint()
    make_item(category=make_category(edition=draft, number="9"), number="9.1")
    with pytest.raises(ImportRefusedError):
        loading.load(run, seen=seen, made_by=lambda: None)
    assert Item.objects.get().number == "9.1"


def test_a_file_is_loaded_once(draft):
    run, _done = load(draft)
    with pytest.raises(ImportRefusedError):
        loading.load(run, seen="", made_by=lambda: None)


def test_an_item_that_another_edition_was_copied_from_is_not_removed(draft):
    item = make_item(category=make_category(edition=draft, number="9"), number="9.1")
    make_item(category=make_category(edition=make_edition()), copied_from=item)
    run = receive(draft, book())
    seen = loading.plan_of(run, draft).fingerprint()
    with translation.override("en"), pytest.raises(ImportRefusedError, match="cannot be removed"):
        loading.load(run, seen=seen, made_by=lambda: None)
    assert Item.objects.of_edition(draft).get() == item


def test_an_import_is_taken_back_as_one_act(draft):
    make_step(make_item("ข้อเดิม", category=make_category(edition=draft, number="9"), number="9.1"))
    run, _done = load(draft)
    undo_import(run, made_by=lambda: None)
    assert [str(item) for item in Item.objects.of_edition(draft)] == ["9.1 ข้อเดิม"]
    assert Step.objects.count() == 1


def test_what_an_import_added_goes_with_a_history_when_it_is_taken_back(draft):
    run, _done = load(draft)
    undo_import(run, made_by=lambda: None)
    for model, number in [(Category, 1), (Item, 1), (Step, 2)]:
        assert model.history.filter(history_type="-").count() == number


# Out


def written(edition):
    with workbook(edition) as file:
        return file.read()


def sheet_of(edition):
    book = openpyxl.load_workbook(io.BytesIO(written(edition)))
    return [list(line) for line in book.worksheets[0].iter_rows(values_only=True)]


def test_what_goes_out_comes_back_the_same(draft):
    category = make_category(edition=draft)
    make_step(make_item("=1+1", category=category, target="75.5"))
    make_step(make_item("-", category=category, number="1.2", order=2), 10, highest=25)
    plan = loading.plan_of(receive(draft, written(draft)), draft)
    assert (plan.has_effect, len(plan.same)) == (False, 2)


def test_figures_go_out_under_their_names_and_come_back_the_same(draft):
    figure = {"figure": "=กำไรสุทธิ (บาท)", "figure_en": "Net profit (baht)"}
    make_step(make_item(category=make_category(edition=draft), **figure))
    header, line = sheet_of(draft)
    cells = dict(zip(header, line, strict=True))
    assert cells["ตัวเลขของปีบัญชี"] == "'=กำไรสุทธิ (บาท)"
    assert cells["ตัวเลขของปีบัญชี (ภาษาอังกฤษ)"] == "Net profit (baht)"
    assert not loading.plan_of(receive(draft, written(draft)), draft).has_effect


def test_nothing_that_goes_out_is_a_formula(draft):
    make_step(make_item("=1+1", category=make_category(edition=draft)))
    assert "'=1+1" in sheet_of(draft)[1]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("code", ["governance-2569", "cqa-2569"])
def test_both_standards_go_out_and_come_back_the_same(code):
    edition = Edition.objects.get(code=code)
    plan = loading.plan_of(receive(edition, written(edition)), edition)
    assert (plan.added, plan.changed, plan.removed) == ([], [], [])


def test_an_empty_edition_gives_the_columns_to_fill_in(draft):
    (header,) = sheet_of(draft)
    assert len(header) == 17 + 5 * 5


@pytest.mark.parametrize("items", [1, 12])
def test_a_plan_takes_three_questions(draft, django_assert_num_queries, items):
    category = make_category(edition=draft)
    for number in range(1, items + 1):
        make_step(make_item(category=category, number=f"1.{number}"))
    run = receive(draft, book())
    with django_assert_num_queries(3):
        loading.plan_of(run, draft)
