"""The standards that the portal starts with."""

from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db.models import Count, Sum

from governance.choices import Origin
from governance.models import Category, Edition, Item, Level, Standard, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]

PRINCIPLES = [
    "หลักประสิทธิผล",
    "หลักประสิทธิภาพ",
    "หลักการตอบสนอง",
    "หลักภาระรับผิดชอบ",
    "หลักความโปร่งใส",
    "หลักการมีส่วนร่วม",
    "หลักการมอบอำนาจ",
    "หลักนิติธรรม",
    "หลักความเสมอภาค",
]
BILINGUAL = [
    (Standard, ["name", "category_word", "item_word"]),
    (Edition, ["name", "origin_note"]),
    (Category, ["name"]),
    (Item, ["name", "guidance", "figure"]),
    (Step, ["label", "meaning"]),
    (Level, ["name"]),
]


def items(code):
    return Item.objects.filter(category__edition__code=code)


def test_governance_has_nine_principles_of_five_items_and_a_hundred_points():
    categories = Category.objects.filter(edition__code="governance-2569").in_order()
    assert [category.name for category in categories] == PRINCIPLES
    assert {category.item_count for category in categories.with_totals()} == {5}
    assert items("governance-2569").aggregate(sum=Sum("points"))["sum"] == 100


def test_ten_items_of_governance_are_on_internal_control_and_have_thirty_points():
    flagged = items("governance-2569").filter(is_internal_control=True)
    assert (flagged.count(), flagged.aggregate(sum=Sum("points"))["sum"]) == (10, 30)
    assert not Item.objects.filter(name__contains="ควบคุมภายใน)").exists()
    assert not Item.objects.filter(name_en__contains="Internal control)").exists()


def test_every_item_of_governance_has_five_steps_and_shows_what_counts_as_evidence():
    steps = Step.objects.filter(item__in=items("governance-2569"))
    assert set(steps.values_list("lowest", flat=True)) == {0, 25, 50, 75, 100}
    assert items("governance-2569").filter(evidence="").count() == 0
    counted = items("governance-2569").annotate(step_count=Count("steps"))
    assert set(counted.values_list("step_count", flat=True)) == {5}


def test_cqa_has_seven_categories_seventeen_items_and_a_thousand_points():
    categories = Category.objects.filter(edition__code="cqa-2569").in_order().with_totals()
    points = [110, 95, 95, 100, 100, 100, 400]
    assert [category.points for category in categories] == points
    assert items("cqa-2569").count() == 17


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("1-1", ["แนวทาง", "การถ่ายทอดเพื่อนำไปปฏิบัติ", "การเรียนรู้", "การบูรณาการ"]),
        ("7-1", ["ระดับ", "แนวโน้ม", "การเปรียบเทียบ", "การบูรณาการ"]),
    ],
)
def test_each_band_of_cqa_tells_four_sides(item, words):
    steps = Step.objects.filter(item=items("cqa-2569").get(code=item))
    assert [(int(s.lowest), int(s.highest)) for s in steps.order_by("lowest")] == [
        (0, 5),
        (10, 25),
        (30, 45),
        (50, 65),
        (70, 85),
        (90, 100),
    ]
    for step in steps:
        assert [line.split(":")[0] for line in step.meaning.splitlines()] == words


def test_the_levels_of_governance_are_the_offices_words():
    levels = Level.objects.filter(edition__code="governance-2569").order_by("-minimum")
    assert [(level.name, level.minimum) for level in levels] == [
        ("ดีเด่น", 90),
        ("ดีมาก", 80),
        ("ดี", 70),
        ("พอใช้", 60),
        ("ควรพัฒนา", 0),
    ]


def test_criteria_say_that_they_are_the_offices_own_setting():
    own = Edition.objects.filter(code__in=["governance-2569", "cqa-2569"])
    assert {edition.origin for edition in own} == {Origin.OFFICE}
    for edition in own:
        assert "เกณฑ์ที่สำนักงานกำหนดเอง" in edition.origin_note


def test_the_edition_of_2556_has_a_source_and_no_criteria():
    edition = Edition.objects.get(code="governance-2556")
    assert (edition.origin, edition.source.code) == (Origin.UNRECORDED, "release-awards")
    assert (edition.year, edition.categories.count(), edition.levels.count()) == (2013, 0, 0)


@pytest.mark.parametrize(("model", "names"), BILINGUAL, ids=lambda v: getattr(v, "__name__", ""))
def test_every_text_is_there_in_english(model, names):
    for name in names:
        untranslated = model.objects.exclude(**{name: ""}).filter(**{f"{name}_en": ""})
        assert list(untranslated) == [], name


def test_all_but_that_of_2556_are_drafts_that_the_office_may_change():
    drafts = Edition.objects.drafts().values_list("code", flat=True)
    assert set(drafts) == {"governance-2569", "cqa-2569"}


def test_loading_again_adds_nothing():
    before = (Item.objects.count(), Step.objects.count())
    call_command("load_records", verbosity=0)
    assert (Item.objects.count(), Step.objects.count()) == before


def test_targets_are_percentages_of_an_items_points():
    assert set(items("governance-2569").values_list("target", flat=True)) == {Decimal(75)}


@pytest.mark.parametrize(
    ("code", "asking"),
    [
        ("governance-2569", ["1.3", "1.5", "2.1", "2.4", "6.1", "9.3"]),
        ("cqa-2569", ["7.1", "7.2", "7.3", "7.4", "7.5"]),
    ],
)
def test_some_items_ask_for_a_figure_and_say_in_which_unit(code, asking):
    rows = items(code).exclude(figure="").order_by("category__order", "order")
    assert [item.number for item in rows] == asking
    for item in rows:
        assert "ร้อยละ" in item.figure or "บาท" in item.figure
        assert "percent" in item.figure_en or "baht" in item.figure_en
