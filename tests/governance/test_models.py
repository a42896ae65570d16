"""What must never be in the criteria is refused twice: by the form and by the database."""

import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from governance.models import AssessmentRound, Category, Edition, Item, Level, Step
from governance.rounds import make_round
from tests.governance.factories import (
    MAY,
    OCTOBER,
    make_category,
    make_edition,
    make_item,
    make_level,
    make_standard,
    make_step,
    make_used_edition,
)
from tests.networks.rules import assert_database_refuses, refusal, sentences

pytestmark = pytest.mark.django_db


def test_a_category_has_its_number_alone():
    edition = make_category(number="1").edition
    second = Category(edition=edition, number="1", name="หลักประสิทธิภาพ")
    assert sentences(second) == ["This number is there already."]
    assert_database_refuses(second, rule="category_number_once")


@pytest.mark.parametrize(
    ("values", "rule", "sentence"),
    [
        ({"number": "1.2"}, "item_code_once", "This edition has an item with this code already."),
        ({"code": "1-2"}, "item_number_once", "This number is there already."),
    ],
)
def test_an_item_has_its_code_and_its_number_alone(values, rule, sentence):
    category = make_item(number="1.1", code="1-1").category
    values = {"number": "1.1", "code": "1-1", "name": "ซ้ำ", "points": 2, **values}
    second = Item(category=category, **values)
    assert sentence in sentences(second)
    assert_database_refuses(second, rule=rule)


def test_a_code_is_once_in_a_whole_edition():
    edition = make_item(number="1.1", code="1-1").category.edition
    category = make_category(edition=edition, number="2")
    item = Item(category=category, number="2.1", code="1-1", name="ซ้ำ", points=2)
    assert sentences(item) == ["This edition has an item with this code already."]


def test_the_same_code_is_the_same_item_in_another_edition():
    make_item(number="1.1", code="1-1")
    other = make_category(edition=make_edition(), number="1")
    Item(category=other, number="1.1", code="1-1", name="แผนงาน", points=2).full_clean()


@pytest.mark.parametrize(
    ("model", "values", "rule"),
    [
        (Item, {"points": -1}, "item_points_not_negative"),
        (Item, {"target": 101}, "item_target_percentage"),
        (Step, {"lowest": 60, "highest": 50}, "step_within_the_whole"),
        (Step, {"lowest": 60, "highest": 101}, "step_within_the_whole"),
        (Step, {"interval": 0}, "step_interval"),
        (Level, {"minimum": 101}, "level_percentages"),
        (Level, {"category_minimum": 101}, "level_percentages"),
    ],
)
def test_a_number_outside_its_bounds_is_refused(model, values, rule):
    item = make_item()
    whole = {
        Item: {"category": item.category, "number": "1.2", "code": "1-2", "points": 2},
        Step: {"item": item, "lowest": 50, "highest": 50, "meaning": "ทำบางส่วน"},
        Level: {"edition": item.category.edition, "minimum": 90, "name": "ดีเด่น"},
    }[model]
    row = model(**{**whole, **values})
    assert sentences(row)
    assert_database_refuses(row, rule=rule)


@pytest.mark.parametrize("make", [make_step, lambda item, share: make_level(minimum=share)])
def test_two_steps_or_levels_do_not_begin_at_the_same_percentage(make):
    item = make_item()
    make(item, 50)
    step = Step(item=item, lowest=50, highest=60, label="50", meaning="ซ้ำ")
    level = Level(edition=Edition.objects.order_by("-pk").first(), minimum=50, name="ซ้ำ")
    row, rule = (step, "step_once") if item.steps.exists() else (level, "level_once")
    assert_database_refuses(row, rule=rule)


def test_names_are_in_the_language_of_the_page_and_thai_where_there_is_no_english_one():
    category = make_category("หลักนิติธรรม", name_en="Rule of law", number="8")
    item = make_item("คุ้มครองข้อมูลส่วนบุคคล", category=category, number="8.5")
    with translation.override("en"):
        assert (str(category), str(item)) == ("8 Rule of law", "8.5 คุ้มครองข้อมูลส่วนบุคคล")
    assert str(category) == "8 หลักนิติธรรม"


def test_texts_of_a_standard_and_a_step_follow_the_language_too():
    standard = make_standard(item_word="ข้อ", item_word_en="item", category_word_en="principle")
    step = make_step(meaning="ทำบางส่วน", meaning_en="Partly done", label_en="half")
    item = make_item(guidance="ดูแผน", guidance_en="See the plan", evidence="แผน", number="1.2")
    with translation.override("en"):
        assert (standard.local_category_word, standard.local_item_word) == ("principle", "item")
        assert (str(step), step.local_meaning) == ("half", "Partly done")
        assert (item.local_guidance, item.local_evidence) == ("See the plan", "แผน")


def test_an_edition_is_a_draft_until_a_round_uses_it():
    draft, used = make_edition("ฉบับร่าง"), make_used_edition("ฉบับที่ใช้")
    assert list(Edition.objects.drafts()) == [draft]
    assert list(Edition.objects.frozen()) == [used]
    assert [(e.name, e.in_use) for e in Edition.objects.with_use().order_by("pk")] == [
        ("ฉบับร่าง", False),
        ("ฉบับที่ใช้", True),
    ]


def test_totals_leave_out_what_is_not_assessed():
    edition = make_edition()
    make_item(category=make_category(edition=edition, number="1"), points=3)
    left_out = make_category(edition=edition, number="2", is_assessed=False)
    make_item(category=left_out, number="2.1", points=5)
    row = Edition.objects.with_totals().get()
    assert (row.item_count, row.points) == (1, Decimal(3))


def test_the_name_of_a_round_follows_from_its_year():
    made = AssessmentRound(fiscal_year=2026)
    with translation.override("en"):
        assert str(made) == "Assessment of fiscal year 2026 (B.E. 2569)"


@pytest.mark.parametrize(
    ("closes_at", "rule", "sentence"),
    [
        (OCTOBER, "round_closes_after_it_opens", "The round closes before it opens."),
        (MAY, "round_once_a_year", "This year has a round by this edition already."),
    ],
)
def test_a_round_that_cannot_be_is_refused(closes_at, rule, sentence):
    edition = make_used_edition(fiscal_year=2025)
    given = {"fiscal_year": 2025, "opens_at": OCTOBER, "closes_at": closes_at}
    assert sentence in refusal(make_round, edition, **given)
    assert_database_refuses(AssessmentRound(edition=edition, **given), rule=rule)


def test_a_round_invites_by_kind_and_type_or_everybody():
    made = make_round(
        make_edition(),
        fiscal_year=2026,
        opens_at=OCTOBER,
        closes_at=OCTOBER + datetime.timedelta(days=90),
        invited_kinds=["farmer_group"],
    )
    assert (made.invited_kinds, made.invited_types) == (["farmer_group"], [])
    assert sentences(AssessmentRound(edition=made.edition, invited_kinds=["club"]))
