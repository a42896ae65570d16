"""Both standards as they are loaded, reckoned by hand, category by category."""

from decimal import Decimal

import pytest

from governance.models import Edition, Level
from governance.rules import rules_of
from governance.scoring import Measure, Score, score

D = Decimal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]


def rules_named(code):
    return rules_of(Edition.objects.get(code=code))


def answers(rules, share_of):
    """`share_of`: {item code or category: share}; an item's own counts before its category's."""
    return {
        item.code: D(share_of.get(item.code, share_of[category.code]))
        for category in rules.categories
        for item in category.items
    }


def scores(result):
    return {
        category.code: (category.score.points, category.score.possible)
        for category in result.categories
    }


def level_named(decision):
    return Level.objects.get(pk=decision.level.code).name


# A category of governance has five items of 2 points, of which those on internal control have 3.
GOVERNANCE = {
    "1": 75,  # 8.25 of 11
    "2": 100,  # 11 of 11
    "3": 50,  # 5.50 of 11
    "4": 75,  # 9.00 of 12, two items of 3
    "5": 100,  # 11 of 11, but 5-3 (3 points) at 25: 11 - 2.25
    "5-3": 25,
    "6": 75,  # 8.25 of 11
    "7": 100,  # 11 of 11
    "8": 75,  # 8.25 of 11
    "9": 100,  # 11 of 11
}


def test_governance_reckoned_by_hand():
    rules = rules_named("governance-2569")
    result = score(rules, answers(rules, GOVERNANCE))
    assert scores(result) == {
        "1": (D("8.25"), D(11)),
        "2": (D("11.00"), D(11)),
        "3": (D("5.50"), D(11)),
        "4": (D("9.00"), D(12)),
        "5": (D("8.75"), D(11)),
        "6": (D("8.25"), D(11)),
        "7": (D("11.00"), D(11)),
        "8": (D("8.25"), D(11)),
        "9": (D("11.00"), D(11)),
    }
    assert result.total == Score(D("81.00"), D(100))
    assert (result.total.percent, level_named(result.decision)) == (D("81.00"), "ดีมาก")


def test_the_internal_control_of_governance_reckoned_by_hand():
    """Ten items of 3 points: 2.25 + 3 + 1.5 + 2.25 × 2 + 0.75 + 2.25 + 3 + 2.25 + 3."""
    rules = rules_named("governance-2569")
    result = score(rules, answers(rules, GOVERNANCE))
    assert result.internal_control == Score(D("22.50"), D(30))
    assert result.internal_control.percent == D("75.00")


def test_what_governance_lacks_for_the_best_level_and_where_it_was_lost():
    rules = rules_named("governance-2569")
    decision = score(rules, answers(rules, GOVERNANCE)).decision
    (threshold,) = decision.deciding
    assert (threshold.measure, threshold.minimum) == (Measure.TOTAL, D(90))
    assert threshold.lacking == D("9.00")
    # 5-3 lost 2.25, 3-4 lost 1.5, the others of principle 3 one each; then items of 3 points.
    lost = [(found.rule.code, found.score.lost) for found in decision.items]
    assert lost[:3] == [
        ("5-3", D("2.25")),
        ("3-4", D("1.50")),
        ("3-1", D("1.00")),
    ]
    assert sum(points for _code, points in lost) >= D("9.00")


def test_a_principle_that_is_not_assessed_makes_eighty_nine_the_whole():
    edition = Edition.objects.get(code="governance-2569")
    edition.categories.filter(number="3").update(is_assessed=False)
    rules = rules_of(edition)
    result = score(rules, answers(rules, GOVERNANCE))
    assert result.total == Score(D("75.50"), D(89))
    assert result.total.percent == D("84.83")
    assert result.internal_control == Score(D("21.00"), D(27))


CQA = {
    "1": 55,  # 60 × 55 % + 50 × 55 % = 33 + 27.5
    "2": 35,  # 45 × 35 % + 50 × 35 % = 15.75 + 17.5
    "3": 40,  # 45 × 40 % + 50 × 40 % = 18 + 20
    "4": 30,  # 55 × 30 % + 45 × 30 % = 16.5 + 13.5
    "5": 45,  # 45 × 45 % + 55 × 45 % = 20.25 + 24.75
    "6": 50,  # 55 × 50 % + 45 × 50 % = 27.5 + 22.5
    "7": 35,  # 120, 75, 75, 65 at 35 %: 42 + 26.25 + 26.25 + 22.75, and 65 at 5 %: 3.25
    "7-5": 5,
}


def test_cqa_reckoned_by_hand():
    rules = rules_named("cqa-2569")
    result = score(rules, answers(rules, CQA))
    assert scores(result) == {
        "1": (D("60.50"), D(110)),
        "2": (D("33.25"), D(95)),
        "3": (D("38.00"), D(95)),
        "4": (D("30.00"), D(100)),
        "5": (D("45.00"), D(100)),
        "6": (D("50.00"), D(100)),
        "7": (D("120.50"), D(400)),
    }
    assert result.total == Score(D("377.25"), D(1000))
    assert (result.total.percent, level_named(result.decision)) == (D("37.73"), "เริ่มเป็นระบบ")
    assert result.decision.items[0].rule.code == "7-1"


@pytest.mark.parametrize(("code", "items"), [("governance-2569", 45), ("cqa-2569", 17)])
def test_the_best_answers_give_all_points(code, items):
    rules = rules_named(code)
    best = {item.code: max(item.shares()) for c in rules.categories for item in c.items}
    result = score(rules, best)
    assert len(best) == items
    assert result.total.percent == D("100.00")


@pytest.mark.parametrize("code", ["governance-2569", "cqa-2569"])
def test_the_rules_of_an_edition_take_four_questions(django_assert_num_queries, code):
    edition = Edition.objects.get(code=code)
    with django_assert_num_queries(4):
        rules_of(edition)
