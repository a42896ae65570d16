"""A result beside an earlier one of the same standard, item by item. The editions may differ: items
are told by their codes, and what one of the two did not ask is never shown as nought."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from governance.models import Assessment, Category, Item
from governance.scoring import ItemScore, Result

FULL = Decimal(100)


class Kind(Enum):
    SAME = "same"
    NEW = "new"  # was not asked then
    ENDED = "ended"  # is not asked any more


@dataclass(frozen=True)
class ItemLine:
    """`now` and `before`: percent of the item's points, None where it was not asked, not answered
    or not applicable."""

    item: Item
    kind: Kind
    now: Decimal | None = None
    before: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        return None if None in (self.now, self.before) else self.now - self.before


@dataclass(frozen=True)
class CategoryLine:
    """`before` is None where the earlier form had no such part, or did not assess it."""

    category: Category
    now: Decimal | None
    before: Decimal | None


@dataclass(frozen=True)
class ItemResult:
    item: Item
    score: ItemScore

    @property
    def share(self) -> Decimal | None:
        return self.score.share

    @property
    def is_weak(self) -> bool:
        return self.score.is_below_target

    @property
    def is_strong(self) -> bool:
        """Reaches its target; without one, has all points."""
        target = FULL if self.score.rule.target is None else self.score.rule.target
        return self.share is not None and self.share >= target


def earlier_of(assessment: Assessment) -> Assessment | None:
    """The latest confirmed one of the organization by the same standard, of a year before."""
    rows = Assessment.objects.of_organization(assessment.organization_id).confirmed()
    rows = rows.filter(
        round__edition__standard=assessment.round.edition.standard_id,
        round__fiscal_year__lt=assessment.round.fiscal_year,
    )
    return rows.with_names().order_by("-round__fiscal_year", "-pk").first()


def items_by_code(assessment: Assessment) -> dict[str, Item]:
    """All of its edition, in order."""
    rows = Item.objects.of_edition(assessment.round.edition_id).select_related("category")
    return {row.code: row for row in rows}


def item_results(items: dict[str, Item], result: Result) -> list[ItemResult]:
    """In the order of the form; `items` by their codes."""
    return [ItemResult(items[score.rule.code], score) for score in result.items]


def item_lines(
    items: dict[str, Item], now: Result, items_before: dict[str, Item], before: Result
) -> Iterator[ItemLine]:
    """Those of now in the order of the form, then those that are no more."""
    shares, earlier = shares_of(now), shares_of(before)
    for code, share in shares.items():
        kind = Kind.SAME if code in earlier else Kind.NEW
        yield ItemLine(items[code], kind, share, earlier.get(code))
    for code, share in earlier.items():
        if code not in items:
            yield ItemLine(items_before[code], Kind.ENDED, before=share)


def shares_of(result: Result) -> dict[str, Decimal | None]:
    return {score.rule.code: score.share for score in result.items}


def category_lines(
    categories: dict[str, Category], now: Result, before: Result | None
) -> list[CategoryLine]:
    """Those that are assessed; parts are told by their numbers."""
    earlier = percents_of(before) if before else {}
    return [
        CategoryLine(categories[number], percent, earlier.get(number))
        for number, percent in percents_of(now).items()
        if percent is not None
    ]


def percents_of(result: Result) -> dict[str, Decimal | None]:
    return {category.code: category.score.percent for category in result.categories}
