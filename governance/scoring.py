"""From answers to points, percentages and a level. Pure: values in, values out.

Rounding: the points of an item are its points × share, rounded half up to hundredths; sums are
exact; a percentage is 100 × points / possible points, rounded half up to hundredths, and a level is
judged by that percentage, as it is shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import Enum

HUNDRED = Decimal(100)
HUNDREDTH = Decimal("0.01")
HALF_A_HUNDREDTH = HUNDREDTH / 2
NOUGHT = Decimal(0)


class Answer(Enum):
    NOT_APPLICABLE = "not-applicable"


# {code of an item: the percentage of its points that was given}; without an entry it is unanswered.
Answers = Mapping[str, Decimal | Answer]


# The rules


@dataclass(frozen=True)
class StepRule:
    lowest: Decimal
    highest: Decimal
    interval: int = 5

    def shares(self) -> Iterator[Decimal]:
        share = self.lowest
        while share <= self.highest:
            yield share
            share += self.interval


@dataclass(frozen=True)
class ItemRule:
    code: str
    points: Decimal
    steps: tuple[StepRule, ...] = ()
    target: Decimal | None = None
    is_internal_control: bool = False

    def shares(self) -> list[Decimal]:
        """The percentages that may be given, ascending."""
        return sorted({share for step in self.steps for share in step.shares()})


@dataclass(frozen=True)
class CategoryRule:
    code: str
    items: tuple[ItemRule, ...]
    is_assessed: bool = True


@dataclass(frozen=True)
class LevelRule:
    """Percentages to be reached; None is not asked."""

    code: str
    minimum: Decimal
    category_minimum: Decimal | None = None
    internal_control_minimum: Decimal | None = None


@dataclass(frozen=True)
class Rules:
    categories: tuple[CategoryRule, ...]
    levels: tuple[LevelRule, ...] = ()
    allows_not_applicable: bool = False


class AnswerError(ValueError):
    """An answer that the rules do not know: `code` of its item."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


# The result


@dataclass(frozen=True)
class Score:
    points: Decimal
    possible: Decimal

    @property
    def percent(self) -> Decimal | None:
        """None where nothing could be had."""
        if not self.possible:
            return None
        return (HUNDRED * self.points / self.possible).quantize(HUNDREDTH, ROUND_HALF_UP)

    @property
    def lost(self) -> Decimal:
        return self.possible - self.points

    def lacks(self, minimum: Decimal) -> Decimal:
        """The fewest points, to the hundredth, with which the percentage reaches the minimum."""
        needed = self.possible * (minimum - HALF_A_HUNDREDTH) / HUNDRED - self.points
        return max(needed.quantize(HUNDREDTH, ROUND_CEILING), NOUGHT)


@dataclass(frozen=True)
class ItemScore:
    """`share` is None without an answer, and for an item that is not applicable."""

    rule: ItemRule
    score: Score
    share: Decimal | None = None
    is_missing: bool = False

    @property
    def is_below_target(self) -> bool:
        return None not in (self.share, self.rule.target) and self.share < self.rule.target


@dataclass(frozen=True)
class CategoryScore:
    """Of a category that is not assessed `score` is nought of nought, and it has no items."""

    code: str
    score: Score
    items: tuple[ItemScore, ...]


class Measure(Enum):
    TOTAL = "total"
    CATEGORY = "category"
    INTERNAL_CONTROL = "internal-control"


@dataclass(frozen=True)
class Threshold:
    """One condition of a level. `category`: the code of the one that it is about."""

    measure: Measure
    minimum: Decimal
    score: Score
    category: str = ""

    @property
    def is_met(self) -> bool:
        """What could not be had is not asked."""
        return self.score.percent is None or self.score.percent >= self.minimum

    @property
    def lacking(self) -> Decimal:
        return self.score.lacks(self.minimum)


@dataclass(frozen=True)
class Decision:
    """Which level, and why no better one. `deciding`: the thresholds of the next better level that
    are not reached, or those of the best one, which all are. `items`: where the points were lost
    that lack for the next, most points first."""

    level: LevelRule | None
    next: LevelRule | None
    deciding: tuple[Threshold, ...]
    items: tuple[ItemScore, ...]


@dataclass(frozen=True)
class Result:
    """`decision` is None while answers are missing, and without levels or points."""

    total: Score
    categories: tuple[CategoryScore, ...]
    internal_control: Score
    missing: tuple[str, ...]
    decision: Decision | None

    @property
    def items(self) -> list[ItemScore]:
        return [item for category in self.categories for item in category.items]


# From one to the other


def score(rules: Rules, answers: Answers) -> Result:
    """Raises AnswerError for an answer that the item's scale, or the standard, does not have."""
    categories = tuple(score_category(rules, category, answers) for category in rules.categories)
    items = [item for category in categories for item in category.items]
    total = sum_of(items)
    internal_control = sum_of(item for item in items if item.rule.is_internal_control)
    missing = tuple(item.rule.code for item in items if item.is_missing)
    decision = None
    if rules.levels and total.possible and not missing:
        decision = decide(rules.levels, total, categories, internal_control)
    return Result(total, categories, internal_control, missing, decision)


def score_category(rules: Rules, category: CategoryRule, answers: Answers) -> CategoryScore:
    rows = category.items if category.is_assessed else ()
    items = tuple(score_item(rules, item, answers.get(item.code)) for item in rows)
    return CategoryScore(category.code, sum_of(items), items)


def score_item(rules: Rules, item: ItemRule, answer: Decimal | Answer | None) -> ItemScore:
    if answer is None:
        return ItemScore(item, Score(NOUGHT, item.points), is_missing=True)
    if answer is Answer.NOT_APPLICABLE:
        if not rules.allows_not_applicable:
            raise AnswerError(item.code)
        return ItemScore(item, Score(NOUGHT, NOUGHT))
    if answer not in item.shares():
        raise AnswerError(item.code)
    return ItemScore(item, Score(points_of(item.points, answer), item.points), answer)


def points_of(points: Decimal, share: Decimal) -> Decimal:
    """`share`: a percentage."""
    return (points * share / HUNDRED).quantize(HUNDREDTH, ROUND_HALF_UP)


def sum_of(parts: Iterable[ItemScore]) -> Score:
    scores = [part.score for part in parts]
    return Score(sum((s.points for s in scores), NOUGHT), sum((s.possible for s in scores), NOUGHT))


def decide(
    levels: Iterable[LevelRule],
    total: Score,
    categories: tuple[CategoryScore, ...],
    internal_control: Score,
) -> Decision:
    """The best level of which all thresholds are reached."""
    better, reached = None, None
    for level in sorted(levels, key=lambda level: level.minimum, reverse=True):
        conditions = thresholds(level, total, categories, internal_control)
        unmet = tuple(condition for condition in conditions if not condition.is_met)
        if not unmet:
            reached = level
            break
        better, lacking = level, unmet
    if better is None:
        return Decision(reached, None, conditions, ())
    return Decision(reached, better, lacking, deciding_items(lacking, categories))


def thresholds(level, total, categories, internal_control) -> tuple[Threshold, ...]:
    found = [Threshold(Measure.TOTAL, level.minimum, total)]
    if level.category_minimum is not None:
        found += [
            Threshold(Measure.CATEGORY, level.category_minimum, category.score, category.code)
            for category in categories
        ]
    if level.internal_control_minimum is not None:
        least = level.internal_control_minimum
        found.append(Threshold(Measure.INTERNAL_CONTROL, least, internal_control))
    return tuple(found)


def deciding_items(
    lacking: Iterable[Threshold], categories: tuple[CategoryScore, ...]
) -> tuple[ItemScore, ...]:
    found = [item for unmet in lacking for item in most_lost(unmet, subject(unmet, categories))]
    return tuple(sorted(dict.fromkeys(found), key=lambda item: -item.score.lost))


def subject(threshold: Threshold, categories: tuple[CategoryScore, ...]) -> list[ItemScore]:
    """The items that a threshold is about."""
    return [
        item
        for category in categories
        for item in category.items
        if threshold.measure is not Measure.CATEGORY or category.code == threshold.category
        if threshold.measure is not Measure.INTERNAL_CONTROL or item.rule.is_internal_control
    ]


def most_lost(threshold: Threshold, items: list[ItemScore]) -> Iterator[ItemScore]:
    """The fewest items that, with all their points, would reach it."""
    lacking = threshold.lacking
    for item in sorted(items, key=lambda item: -item.score.lost):
        if lacking <= 0:
            return
        lacking -= item.score.lost
        yield item
