"""Figures of the accounting year beside those of an earlier one. What a figure is, its unit too, is
told by the wording of the item alone: where that changed, the two are not compared."""

from dataclasses import dataclass

from governance.models import Answer, Assessment, Item


@dataclass(frozen=True)
class FigureLine:
    """`now` and `before` as they are shown; empty where nothing was said."""

    item: Item
    now: str
    before: str


def figure_before(item: Item, before: Answer | None) -> str:
    """What was answered before, if the item asked for the same figure."""
    is_same = before is not None and before.item.figure == item.figure
    return before.shown_figure if is_same and item.figure else ""


def figure_lines(assessment: Assessment, earlier: Assessment | None) -> list[FigureLine]:
    """In the order of the form. Two queries."""
    before = {row.item.code: row for row in answered(earlier)} if earlier else {}
    return [
        FigureLine(row.item, row.shown_figure, figure_before(row.item, before.get(row.item.code)))
        for row in answered(assessment)
    ]


def answered(assessment: Assessment):
    """Answers to the items that ask for a figure, of the parts that are assessed."""
    rows = assessment.answers.exclude(item__figure="")
    rows = rows.filter(item__category__is_assessed=True)
    rows = rows.exclude(item__category__in=assessment.left_out.values("category"))
    return rows.select_related("item").order_by("item__category__order", "item__order", "item")
