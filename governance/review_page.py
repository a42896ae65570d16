"""What a reviewer has before the eyes of each item: the answer, its step, the evidence, what was
asked and answered before, and last year's answer, result and plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from governance import evidence, figures
from governance.completeness import asked_items
from governance.entries import by_item, first
from governance.evidence import Shown
from governance.models import (
    Answer,
    Assessment,
    Category,
    ImprovementAction,
    Item,
    ItemReview,
    ReturnedItem,
    Step,
)


@dataclass(frozen=True)
class LastYear:
    """Of the item of the same code."""

    assessment: Assessment
    answer: Answer | None
    review: ItemReview | None
    plan: list[ImprovementAction] = field(default_factory=list)


@dataclass
class Looked:
    """One item. `returned`: what was asked of it, earliest first. `form`: where the review is
    written; None where it is only shown."""

    item: Item
    answer: Answer | None
    review: ItemReview | None
    evidence: list[Shown]
    returned: list[ReturnedItem]
    last_year: LastYear | None
    form: object = None

    @property
    def step(self) -> Step | None:
        return step_of(self.item, self.answer)

    @property
    def figure_before(self) -> str:
        """Last year's, to be laid beside; empty where something else was asked."""
        before = self.last_year.answer if self.last_year else None
        return figures.figure_before(self.item, before)

    @property
    def is_changed(self) -> bool:
        """Differs from what it was when it was returned last."""
        return bool(self.returned and self.answer) and (
            self.returned[-1].content != self.answer.content
        )


def step_of(item: Item, answer: Answer | None) -> Step | None:
    """The step of the scale that the answer chose."""
    if answer is None or answer.share is None:
        return None
    steps = (row for row in item.steps.all() if row.lowest <= answer.share <= row.highest)
    return next(steps, None)


def looked_at(assessment: Assessment, items) -> list[Looked]:
    """`items`: a queryset, in order. A dozen queries at most, whatever their number."""
    items = list(items.select_related("category__edition").with_scale())
    given = by_item(assessment.answers.with_authors())
    reviews = by_item(assessment.item_reviews.select_related("reviewed_by"))
    shown = evidence.by_item(assessment)
    returned = by_item(returned_rows(assessment))
    last_year = last_year_of(assessment)
    return [
        Looked(
            item=item,
            answer=first(given, item),
            review=first(reviews, item),
            evidence=shown.get(item.pk, []),
            returned=returned.get(item.pk, []),
            last_year=last_year.get(item.code),
        )
        for item in items
    ]


def returned_rows(assessment: Assessment):
    rows = ReturnedItem.objects.filter(of_return__assessment=assessment)
    return rows.select_related("of_return__made_by").order_by("of_return__number")


def items_of(assessment: Assessment, category: Category):
    return asked_items(assessment).filter(category=category)


def items_asked_again(assessment: Assessment):
    """Those of the latest return."""
    latest = assessment.returns.order_by("-number")[:1]
    rows = ReturnedItem.objects.filter(of_return__in=list(latest))
    return asked_items(assessment).filter(pk__in=rows.values("item"))


def last_year_of(assessment: Assessment) -> dict[str, LastYear]:
    """{code of an item: what was there}, of the assessment before by the same standard."""
    before = assessment_before(assessment)
    if before is None:
        return {}
    answers = by_code(before.answers.select_related("item"))
    reviews = by_code(before.item_reviews.select_related("item"))
    plan = by_code(ImprovementAction.objects.standing().filter(assessment=before).with_items())
    return {
        code: LastYear(
            before,
            next(iter(answers.get(code, [])), None),
            next(iter(reviews.get(code, [])), None),
            plan.get(code, []),
        )
        for code in answers.keys() | plan.keys()
    }


def assessment_before(assessment: Assessment) -> Assessment | None:
    round_ = assessment.round
    rows = Assessment.objects.of_organization(assessment.organization_id).handed_in()
    rows = rows.filter(
        round__edition__standard=round_.edition.standard_id,
        round__fiscal_year__lt=round_.fiscal_year,
    )
    return rows.with_names().order_by("-round__fiscal_year", "-pk").first()


def by_code(rows: Iterable) -> dict[str, list]:
    found: dict[str, list] = {}
    for row in rows:
        found.setdefault(row.item.code, []).append(row)
    return found


# How far the review is


@dataclass(frozen=True)
class Part:
    """A category with the numbers of its items: all, reviewed, marked for return."""

    category: Category
    total: int
    reviewed: int
    to_return: int

    @property
    def is_done(self) -> bool:
        return self.reviewed == self.total


def parts_of(assessment: Assessment) -> list[Part]:
    """Of the categories that are assessed, in order. Two queries."""
    reviews = {row.item_id: row for row in assessment.item_reviews.all()}
    found: dict[Category, list[Item]] = {}
    for item in asked_items(assessment):
        found.setdefault(item.category, []).append(item)
    return [part(category, items, reviews) for category, items in found.items()]


def part(category: Category, items: list[Item], reviews: dict[int, ItemReview]) -> Part:
    own = [reviews[item.pk] for item in items if item.pk in reviews]
    return Part(category, len(items), len(own), sum(row.is_to_return for row in own))
