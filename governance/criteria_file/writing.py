"""The criteria of an edition as a workbook that can be read back."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import override

from governance.criteria_file.columns import (
    CATEGORY_COLUMNS,
    ITEM_COLUMNS,
    Column,
    all_columns,
    headers,
    step_columns,
)
from governance.models import Category, Edition, Item, Step
from loei_coop.common.sheets.writing import xlsx_file

# So many columns a new edition has for steps.
FEWEST_STEPS = 5


def workbook(edition: Edition) -> BinaryIO:
    categories = list(edition.categories.with_items().prefetch_related("items__steps"))
    steps = [len(item.steps.all()) for category in categories for item in category.items.all()]
    columns = all_columns(max([FEWEST_STEPS, *steps]))
    return xlsx_file(headers(columns), rows(categories), sheet=edition.code, notes=notes())


def rows(categories: list[Category]) -> Iterator[list[Any]]:
    for category in categories:
        for item in category.items.all():
            yield row(category, item)


def row(category: Category, item: Item) -> list[Any]:
    cells = [*written(CATEGORY_COLUMNS, category), *written(ITEM_COLUMNS, item)]
    for number, step in enumerate(item.steps.all(), 1):
        cells += step_cells(step_columns(number), step)
    return cells


def step_cells(columns: list[Column], step: Step) -> list[Any]:
    share, *texts = columns
    return [share.write((step.lowest, step.highest)), *written(texts, step)]


def written(columns: list[Column], record) -> list[Any]:
    return [column.write(getattr(record, column.attribute)) for column in columns]


def notes() -> list[str]:
    with override("th"):
        return [
            _("One row is one item. The file is the whole edition: what is not in it is removed."),
            _("Rows of one category repeat its number and name."),
            _("The code stays the same from edition to edition; empty, it is made of the number."),
            _("A step gives a percentage of the points, such as 50, or a band, such as 50-65."),
            _("Yes or no: ใช่ or ไม่ใช่."),
            _("A figure is told with its unit; where its cell is empty, the item asks for none."),
        ]
