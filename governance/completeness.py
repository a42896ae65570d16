"""How far an assessment is, by one definition everywhere, and what is missing before it can be
submitted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from governance.models import Answer, Assessment, Category, Item, LeftOutCategory


class Lack(Enum):
    UNANSWERED = "unanswered"
    TO_LOOK_AT = "to-look-at"  # carried over from last year
    TWO_VERSIONS = "two-versions"
    FIGURE = "figure"  # of the accounting year, and "not closed yet" is not said either
    ACCOUNTING_YEAR = "accounting-year"


@dataclass(frozen=True)
class Missing:
    """`item` is None for what belongs to the whole form."""

    lack: Lack
    item: Item | None = None


@dataclass(frozen=True)
class Progress:
    """ "12 of 45": items answered, of those that are asked; an answer carried over counts when
    it was looked at."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 100


@dataclass(frozen=True)
class CategoryProgress:
    """`reason`: why it is not assessed; empty where it is."""

    category: Category
    progress: Progress
    reason: str = ""


def asked_items(assessment: Assessment):
    """Of categories that are assessed, in order."""
    left_out = assessment.left_out.values("category")
    return (
        Item.objects.of_edition(assessment.round.edition_id)
        .counted()
        .exclude(category__in=left_out)
        .select_related("category")
    )


def progress_of(assessment: Assessment) -> Progress:
    items = asked_items(assessment).order_by()
    done = assessment.answers.given().filter(item__in=items.values("pk"), is_confirmed=True)
    return Progress(done.count(), items.count())


def progress_by_category(assessment: Assessment) -> list[CategoryProgress]:
    """Of the categories of the edition, in order. Three queries."""
    given = assessment.answers.given().filter(is_confirmed=True)
    done = Counter(given.values_list("item__category", flat=True))
    reasons = dict(assessment.left_out.values_list("category", "reason"))
    categories = Category.objects.filter(edition=assessment.round.edition_id, is_assessed=True)
    return [
        CategoryProgress(row, Progress(done[row.pk], row.item_count), reasons.get(row.pk, ""))
        for row in categories.with_totals().in_order()
    ]


def progress_of_each(assessments: Iterable[Assessment]) -> dict[int, Progress]:
    """{key of the assessment: how far it is}. Three queries, however many there are."""
    assessments = list(assessments)
    editions = {row.round.edition_id for row in assessments}
    items = list(
        Item.objects.counted()
        .filter(category__edition__in=editions)
        .values_list("category__edition", "category", "pk")
    )
    given = Answer.objects.given().filter(assessment__in=assessments, is_confirmed=True)
    done = set(given.values_list("assessment", "item"))
    left_out = LeftOutCategory.objects.filter(assessment__in=assessments)
    left_out = set(left_out.values_list("assessment", "category"))
    return {row.pk: progress_among(row, items, done, left_out) for row in assessments}


def progress_among(row: Assessment, items, done: set, left_out: set) -> Progress:
    asked = [
        item
        for edition, category, item in items
        if edition == row.round.edition_id and (row.pk, category) not in left_out
    ]
    return Progress(sum((row.pk, item) in done for item in asked), len(asked))


def missing_of(assessment: Assessment) -> list[Missing]:
    """In the order of the form; empty when it can be submitted. Four queries."""
    answers = {answer.item_id: answer for answer in assessment.answers.all()}
    doubled = set(assessment.rival_answers.filter(settled_at=None).values_list("item", flat=True))
    found = [] if has_accounting_year(assessment) else [Missing(Lack.ACCOUNTING_YEAR)]
    for item in asked_items(assessment):
        found += [Missing(lack, item) for lack in lacks_of(item, answers.get(item.pk), doubled)]
    return found


def has_accounting_year(assessment: Assessment) -> bool:
    return assessment.accounting_year_end is not None or assessment.is_year_closed is False


def lacks_of(item: Item, answer: Answer | None, doubled: set[int]) -> list[Lack]:
    if item.pk in doubled:
        return [Lack.TWO_VERSIONS]
    if answer is None or not answer.is_given:
        return [Lack.UNANSWERED]
    if not answer.is_confirmed:
        return [Lack.TO_LOOK_AT]
    if item.figure and not (answer.figure or answer.is_figure_open or answer.is_not_applicable):
        return [Lack.FIGURE]
    return []
