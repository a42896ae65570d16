"""A result explained: both scores, what was lowered by whom and why, and what decided the level."""

from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from governance import workflow
from governance.explaining import explain, explain_review
from governance.models import Assessment
from tests.governance.assessing import (
    make_case,
    make_confirmer,
    make_meeting,
    make_reviewer,
    make_small_edition,
    make_weighted_edition,
    open_round,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """88 by itself, 79 by the review, with two items lowered."""
    edition = make_weighted_edition(i1_1=44, i1_2=28, i1_3=8, i1_4=20)
    case = make_case(round_=open_round(edition))
    case.fill(share=75)
    case.answer(case.item("1.1"), base=1, share=100)
    case.answer(case.item("1.3"), base=1, share=100)
    case.submit()
    return case


def reviewed(case):
    case.review(make_reviewer(), **{"1_2": 50, "1_3": 75})
    return case


def confirmed(case):
    reviewer, confirmer = make_reviewer(), make_confirmer()
    case.review(reviewer, **{"1_2": 50, "1_3": 75})
    workflow.recommend(case.assessment, by=reviewer)
    meeting = make_meeting(case.round, by=confirmer)
    workflow.confirm([case.assessment], meeting=meeting, by=confirmer)
    return case


def shown(case):
    return render_to_string(
        "governance/includes/explanation.html", {"explanation": explain(case.assessment)}
    )


def test_both_scores_stand_side_by_side_with_what_was_lowered(case):
    explanation = explain(confirmed(case).assessment)
    assert explanation.own.percent == Decimal("88.00")
    assert explanation.verified.percent == Decimal("79.00")
    assert [change.item.number for change in explanation.lowered] == ["1.2", "1.3"]
    assert [change.review.reason for change in explanation.lowered] == ["หลักฐานไม่พอ"] * 2
    assert {change.review.reviewed_by.username for change in explanation.changes} == {"wichai"}
    assert explanation.raised == []


def test_the_level_is_explained_by_its_threshold_and_the_items_that_decided(case):
    explanation = explain(confirmed(case).assessment)
    assert (explanation.own.level.name, explanation.level.name) == ("ดีมาก", "ดี")
    assert explanation.next_level.name == "ดีมาก"
    (condition,) = explanation.conditions
    assert (condition.threshold.minimum, condition.threshold.lacking) == (80, Decimal("1.00"))
    assert [row.item.number for row in explanation.deciding] == ["1.2"]


def test_the_organization_sees_no_review_before_the_working_group_confirmed_it(case):
    reviewed(case)
    assert explain(case.assessment).verified is None
    assert explain(case.assessment).changes == ()
    assert explain_review(case.assessment).verified.percent == Decimal("79.00")


def test_a_review_may_raise_an_item(case):
    case.review(make_reviewer(), **{"1_2": 100})
    explanation = explain_review(case.assessment)
    assert [change.item.number for change in explanation.raised] == ["1.2"]
    assert explanation.level.name == "ดีเด่น"
    assert explanation.next_level is None


def test_internal_control_has_its_own_score():
    case = make_case()
    case.fill(share=75)
    case.submit()
    case.review(make_reviewer(), **{"1_1": 25})
    pair = explain_review(case.assessment).internal_control
    assert (pair.own.percent, pair.verified.percent) == (Decimal("75.00"), Decimal("50.00"))


def test_a_category_that_was_left_out_is_not_assessed():
    case = make_case()
    case.fill(share=75)
    category = case.item("2.1").category
    case.assessment.left_out.create(category=category, reason="ไม่มีธุรกิจนี้")
    lines = explain(case.assessment).categories
    assert [line.is_assessed for line in lines] == [True, False]


def test_without_answers_there_is_only_the_word_for_the_level():
    case = make_case()
    assert explain(case.assessment).own is None
    Assessment.objects.filter(pk=case.assessment.pk).update(level_name="ดีเด่น", state="confirmed")
    case.assessment.refresh_from_db()
    assert explain(case.assessment).level_name == "ดีเด่น"
    assert "ดีเด่น" in shown(case)


def test_an_unfinished_form_has_a_score_but_no_level():
    case = make_case()
    case.answer(case.item("1.1"), share=100)
    explanation = explain(case.assessment)
    assert not explanation.is_decided
    assert explanation.level_name == ""


def test_the_page_tells_scores_reasons_and_what_is_lacking(case):
    page = shown(confirmed(case))
    for words in ["88 %", "79 %", "หลักฐานไม่พอ", "75 % → 50 %"]:
        assert words in " ".join(page.replace("\n", " ").split())


@pytest.mark.parametrize("items", [2, 9])
def test_an_explanation_takes_the_same_questions_for_any_size(items, django_assert_num_queries):
    case = make_case(round_=open_round(make_small_edition(items=items)))
    case.fill()
    case.submit()
    case.review(make_reviewer())
    assessment = Assessment.objects.with_names().get(pk=case.assessment.pk)
    with django_assert_num_queries(10):
        explain_review(assessment)
