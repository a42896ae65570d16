"""A result explained: the self score and the confirmed one side by side, what the review changed,
by whom and why, and which threshold decided the level.

    explanation = explain(assessment)          # as the organization may read it
    explanation = explain_review(assessment)   # as the review stands, for the office
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from governance import results, scoring
from governance.models import Assessment, Category, Item, ItemReview, Level
from governance.scoring import Decision, ItemScore, Measure, Result, Score, Threshold
from governance.states import State


@dataclass(frozen=True)
class Side:
    """One of the two scores, with its level if one is reached."""

    result: Result
    level: Level | None

    @property
    def percent(self) -> Decimal | None:
        return self.result.total.percent

    @property
    def internal_control(self) -> Score:
        return self.result.internal_control


@dataclass(frozen=True)
class Pair:
    """What both say of one part; `verified` is None before there is a review to show."""

    own: Score
    verified: Score | None


@dataclass(frozen=True)
class CategoryLine(Pair):
    category: Category

    @property
    def is_assessed(self) -> bool:
        return bool(self.own.possible or (self.verified and self.verified.possible))


@dataclass(frozen=True)
class ItemChange:
    """An item on which the review differs; `review` tells who, when and why."""

    item: Item
    own: ItemScore
    verified: ItemScore
    review: ItemReview

    @property
    def is_lowered(self) -> bool:
        return None not in (self.own.share, self.verified.share) and (
            self.verified.share < self.own.share
        )

    @property
    def is_raised(self) -> bool:
        return None not in (self.own.share, self.verified.share) and (
            self.verified.share > self.own.share
        )


@dataclass(frozen=True)
class Condition:
    """One threshold; `category`: of one on a category."""

    threshold: Threshold
    category: Category | None

    @property
    def measure(self) -> str:
        return self.threshold.measure.value


@dataclass(frozen=True)
class DecidingItem:
    item: Item
    score: ItemScore


@dataclass(frozen=True)
class Explanation:
    """`verified` is None where the reader is shown no review. Without `own` only the word for the
    level is known, as of results of the past. `next_level`, `conditions` and `deciding` are about
    the better one of the two sides: see `Decision`."""

    assessment: Assessment
    own: Side | None = None
    verified: Side | None = None
    total: Pair | None = None
    internal_control: Pair | None = None
    categories: tuple[CategoryLine, ...] = ()
    changes: tuple[ItemChange, ...] = ()
    next_level: Level | None = None
    conditions: tuple[Condition, ...] = ()
    deciding: tuple[DecidingItem, ...] = ()

    @property
    def side(self) -> Side | None:
        """The one that counts."""
        return self.verified or self.own

    @property
    def level(self) -> Level | None:
        return self.side.level if self.side else None

    @property
    def level_name(self) -> str:
        if self.own is None:
            return self.assessment.local_level
        return self.level.local_name if self.level else ""

    @property
    def is_decided(self) -> bool:
        """All is answered, and there are levels."""
        return self.side is not None and self.side.result.decision is not None

    @property
    def has_internal_control(self) -> bool:
        return bool(self.internal_control and self.internal_control.own.possible)

    @property
    def lowered(self) -> list[ItemChange]:
        return [change for change in self.changes if change.is_lowered]

    @property
    def raised(self) -> list[ItemChange]:
        return [change for change in self.changes if change.is_raised]


def explain(assessment: Assessment) -> Explanation:
    """The review is shown once the working group has confirmed it. Ten queries at most, whatever
    the number of items."""
    is_confirmed = assessment.state == State.CONFIRMED
    return explanation_of(assessment, reviews_of(assessment) if is_confirmed else None)


def explain_review(assessment: Assessment) -> Explanation:
    """Items without a review count as the organization sees them."""
    return explanation_of(assessment, reviews_of(assessment))


def reviews_of(assessment: Assessment) -> dict[str, ItemReview]:
    rows = assessment.item_reviews.select_related("item", "reviewed_by")
    return {row.item.code: row for row in rows}


def explanation_of(assessment: Assessment, reviews: dict[str, ItemReview] | None) -> Explanation:
    answers = results.self_answers(assessment)
    if not answers:
        return Explanation(assessment)
    rules = results.rules_for(assessment)
    levels = {str(level.pk): level for level in assessment.round.edition.levels.all()}
    own = side(scoring.score(rules, answers), levels)
    verified = None
    if reviews is not None:
        shares = {
            code: results.given(row.share, row.share is None) for code, row in reviews.items()
        }
        verified = side(scoring.score(rules, answers | shares), levels)
    return compared(assessment, own, verified, levels, reviews or {})


def side(result: Result, levels: dict[str, Level]) -> Side:
    reached = result.decision and result.decision.level
    return Side(result, levels[reached.code] if reached else None)


def compared(assessment, own: Side, verified: Side | None, levels, reviews) -> Explanation:
    categories = {row.number: row for row in assessment.round.edition.categories.in_order()}
    items = {row.code: row for row in Item.objects.of_edition(assessment.round.edition_id)}
    decision = (verified or own).result.decision
    return Explanation(
        assessment=assessment,
        own=own,
        verified=verified,
        total=Pair(own.result.total, verified and verified.result.total),
        internal_control=Pair(own.internal_control, verified and verified.internal_control),
        categories=tuple(category_lines(own, verified, categories)),
        changes=tuple(changes_between(own, verified, items, reviews)) if verified else (),
        **reasons(decision, levels, categories, items),
    )


def category_lines(own: Side, verified: Side | None, categories) -> Iterator[CategoryLine]:
    others = {row.code: row.score for row in verified.result.categories} if verified else {}
    for row in own.result.categories:
        yield CategoryLine(row.score, others.get(row.code), categories[row.code])


def changes_between(own: Side, verified: Side, items, reviews) -> Iterator[ItemChange]:
    """In the order of the form."""
    after = {row.rule.code: row for row in verified.result.items}
    for before in own.result.items:
        code = before.rule.code
        if code in reviews and (before.share, before.score) != (
            after[code].share,
            after[code].score,
        ):
            yield ItemChange(items[code], before, after[code], reviews[code])


def reasons(decision: Decision | None, levels, categories, items) -> dict:
    """Why this level and no better one."""
    if decision is None:
        return {}
    return {
        "next_level": levels[decision.next.code] if decision.next else None,
        "conditions": tuple(condition(row, categories) for row in decision.deciding),
        "deciding": tuple(DecidingItem(items[row.rule.code], row) for row in decision.items),
    }


def condition(threshold: Threshold, categories: dict[str, Category]) -> Condition:
    is_of_category = threshold.measure is Measure.CATEGORY
    return Condition(threshold, categories[threshold.category] if is_of_category else None)
