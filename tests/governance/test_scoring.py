"""Points, percentages and levels, without a database."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.scoring import (
    Answer,
    AnswerError,
    CategoryRule,
    ItemRule,
    LevelRule,
    Measure,
    Rules,
    Score,
    StepRule,
    points_of,
    score,
)

D = Decimal
FIVE_STEPS = tuple(StepRule(D(share), D(share)) for share in (0, 25, 50, 75, 100))
LEVELS = tuple(
    LevelRule(code, D(minimum))
    for code, minimum in [("ดีเด่น", 90), ("ดีมาก", 80), ("ดี", 70), ("พอใช้", 60), ("ควรพัฒนา", 0)]
)


def item(code, points=2, **values):
    return ItemRule(code, D(points), FIVE_STEPS, **values)


def two_categories(**values):
    """1: 2 and 3 points; 2: 5 points on internal control."""
    return Rules(
        categories=(
            CategoryRule("1", (item("1-1", 2), item("1-2", 3)), **values),
            CategoryRule("2", (item("2-1", 5, is_internal_control=True),)),
        ),
        levels=LEVELS,
    )


ALL = {"1-1": D(100), "1-2": D(100), "2-1": D(100)}


def points(result):
    return {category.code: category.score.points for category in result.categories}


# Points


def test_an_item_gives_its_points_by_the_share_that_was_chosen():
    result = score(two_categories(), {"1-1": D(50), "1-2": D(75), "2-1": D(25)})
    assert points(result) == {"1": D("3.25"), "2": D("1.25")}
    assert (result.total.points, result.total.possible) == (D("4.50"), D(10))
    assert result.total.percent == D("45.00")


@pytest.mark.parametrize(
    ("of", "share", "expected"),
    [("3", "33.33", "1.00"), ("1", "0.5", "0.01"), ("1", "0.49", "0.00"), ("45", "35", "15.75")],
)
def test_half_a_hundredth_of_a_point_is_rounded_up(of, share, expected):
    assert points_of(D(of), D(share)) == D(expected)


@pytest.mark.parametrize(
    ("got", "of", "percent"),
    [("89.995", "100", "90.00"), ("89.994", "100", "89.99"), ("1", "3", "33.33")],
)
def test_a_percentage_is_rounded_half_up_to_hundredths(got, of, percent):
    assert Score(D(got), D(of)).percent == D(percent)


def test_internal_control_has_a_score_of_its_own():
    result = score(two_categories(), ALL | {"2-1": D(75)})
    assert result.internal_control == Score(D("3.75"), D(5))
    assert result.internal_control.percent == D("75.00")


def test_without_such_items_internal_control_has_no_percentage():
    rules = Rules((CategoryRule("1", (item("1-1"),)),))
    assert score(rules, {"1-1": D(0)}).internal_control.percent is None


# Left out


def test_a_category_that_is_not_assessed_leaves_the_denominator():
    result = score(two_categories(is_assessed=False), {"2-1": D(100)})
    assert (result.total.possible, result.total.percent) == (D(5), D("100.00"))
    assert result.categories[0].score.percent is None
    assert result.missing == ()


def test_an_unanswered_item_is_missing_stays_in_the_denominator_and_no_level_is_told():
    result = score(two_categories(), {"1-1": D(100), "2-1": D(100)})
    assert result.missing == ("1-2",)
    assert result.total == Score(D(7), D(10))
    assert result.decision is None


def test_an_item_that_is_not_applicable_leaves_the_denominator():
    rules = Rules(two_categories().categories, LEVELS, allows_not_applicable=True)
    result = score(rules, ALL | {"2-1": Answer.NOT_APPLICABLE})
    assert (result.total.possible, result.missing) == (D(5), ())
    assert result.internal_control.percent is None


@pytest.mark.parametrize("answer", [Answer.NOT_APPLICABLE, D(60), D(101), D(-25)])
def test_an_answer_that_the_scale_or_the_standard_has_not_is_refused(answer):
    with pytest.raises(AnswerError) as refused:
        score(two_categories(), ALL | {"1-2": answer})
    assert refused.value.code == "1-2"


def test_where_nothing_is_assessed_there_is_no_percentage_and_no_level():
    result = score(Rules((), LEVELS), {})
    assert (result.total.percent, result.decision) == (None, None)


@pytest.mark.parametrize(("share", "is_below"), [(50, True), (75, False), (100, False)])
def test_an_item_below_its_target_is_one_to_improve(share, is_below):
    rules = Rules((CategoryRule("1", (item("1-1", target=D(75)),)),))
    (only,) = score(rules, {"1-1": D(share)}).items
    assert only.is_below_target is is_below


def test_a_band_offers_every_fifth_percentage():
    band = ItemRule("1-1", D(60), (StepRule(D(0), D(5)), StepRule(D(10), D(25))))
    assert band.shares() == [
        D(0),
        D(5),
        D(10),
        D(15),
        D(20),
        D(25),
    ]


# Levels


def test_the_best_level_has_no_next_and_its_own_threshold_decided():
    decision = score(two_categories(), ALL).decision
    assert (decision.level.code, decision.next, decision.items) == ("ดีเด่น", None, ())
    (threshold,) = decision.deciding
    assert (threshold.minimum, threshold.score.percent) == (D(90), D("100.00"))


def test_a_level_tells_which_threshold_decided_and_which_items_lost_it():
    result = score(two_categories(), {"1-1": D(50), "1-2": D(75), "2-1": D(100)})
    decision = result.decision
    assert result.total.percent == D("82.50")
    assert (decision.level.code, decision.next.code) == ("ดีมาก", "ดีเด่น")
    (threshold,) = decision.deciding
    assert (threshold.measure, threshold.lacking) == (Measure.TOTAL, D("0.75"))
    assert [found.rule.code for found in decision.items] == ["1-1"]


def test_a_weak_category_keeps_the_level_down_and_only_its_items_are_named():
    rules = Rules(
        two_categories().categories,
        (LevelRule("ดีเด่น", D(70), category_minimum=D(60)), LevelRule("ดี", D(0))),
    )
    decision = score(rules, {"1-1": D(75), "1-2": D(25), "2-1": D(100)}).decision
    assert decision.level.code == "ดี"
    assert [(t.measure, t.category, t.score.percent) for t in decision.deciding] == [
        (Measure.CATEGORY, "1", D("45.00"))
    ]
    assert [found.rule.code for found in decision.items] == ["1-2"]


def test_weak_internal_control_keeps_the_level_down():
    rules = Rules(
        two_categories().categories,
        (
            LevelRule("ดีเด่น", D(50), internal_control_minimum=D(80)),
            LevelRule("ดี", D(0)),
        ),
    )
    decision = score(rules, ALL | {"2-1": D(75)}).decision
    assert [t.measure for t in decision.deciding] == [Measure.INTERNAL_CONTROL]
    assert [found.rule.code for found in decision.items] == ["2-1"]


def test_below_every_level_there_is_none_and_the_lowest_is_next():
    rules = Rules(two_categories().categories, LEVELS[:2])
    decision = score(rules, ALL | {"2-1": D(0)}).decision
    assert (decision.level, decision.next.code) == (None, "ดีมาก")


# Whatever is answered

SHARES = st.sampled_from([step.lowest for step in FIVE_STEPS])


@st.composite
def assessed(draw):
    """Rules of some categories, and an answer to each item or none."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    categories, answers = [], {}
    for number, size in enumerate(sizes, 1):
        rules = []
        for place in range(1, size + 1):
            code = f"{number}-{place}"
            worth = draw(st.decimals("0.25", 120, places=2))
            rules.append(item(code, worth, is_internal_control=draw(st.booleans())))
            answers[code] = draw(st.none() | SHARES)
        categories.append(CategoryRule(str(number), tuple(rules), draw(st.booleans())))
    given_answers = {code: share for code, share in answers.items() if share is not None}
    return Rules(tuple(categories), LEVELS), given_answers


@given(assessed())
def test_the_categories_make_the_whole_and_no_percentage_leaves_its_bounds(case):
    result = score(*case)
    assert result.total.points == sum(category.score.points for category in result.categories)
    assert result.total.possible == sum(category.score.possible for category in result.categories)
    assert result.total.percent is None or 0 <= result.total.percent <= 100


@given(assessed(), st.data())
def test_a_better_answer_never_lowers_the_result(case, data):
    rules, answers = case
    if not answers:
        return
    code = data.draw(st.sampled_from(sorted(answers)))
    better = data.draw(SHARES.filter(lambda share: share >= answers[code]))
    before, after = score(rules, answers), score(rules, answers | {code: better})
    assert after.total.points >= before.total.points
    if before.decision:
        assert after.decision.level.minimum >= before.decision.level.minimum


@given(assessed())
def test_an_answer_missing_is_an_item_of_an_assessed_category_without_one(case):
    rules, answers = case
    asked = [i.code for c in rules.categories if c.is_assessed for i in c.items]
    assert list(score(rules, answers).missing) == [code for code in asked if code not in answers]


@given(st.decimals(0, 1000, places=2), st.sampled_from([D(60), D("72.5"), D(90)]))
def test_what_is_lacking_is_just_enough_to_reach_the_threshold(got, minimum):
    possible = D(1000)
    lacking = Score(got, possible).lacks(minimum)
    assert Score(got + lacking, possible).percent >= minimum
    if lacking:
        assert Score(got + lacking - D("0.01"), possible).percent < minimum


@given(assessed())
def test_the_items_named_would_reach_the_total_with_all_their_points(case):
    result = score(*case)
    if result.decision and result.decision.next:
        regained = sum(found.score.lost for found in result.decision.items)
        reached = Score(result.total.points + regained, result.total.possible)
        assert reached.percent >= result.decision.next.minimum
