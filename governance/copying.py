"""The next edition: a copy that may be changed, while the one it came from stays as it is."""

from collections.abc import Callable
from typing import Any

from django.db import models, transaction

from governance.models import Category, Edition, Item, Level, Step
from loei_coop.common.history import HistoryType, write_history


def copy_edition(edition: Edition, *, code: str, year: int, name: str, name_en: str) -> Edition:
    """With all categories, items, scales and levels. `year`: of the Common Era. Items keep their
    codes and know what they were copied from. Raises ValidationError; nothing is copied then."""
    given = {"code": code, "year": year, "name": name, "name_en": name_en}
    copy = Edition(**{**values_of(edition), **given}, copied_from=edition)
    with transaction.atomic():
        copy.full_clean()
        copy.save()
        copy_levels(edition, copy)
        copy_criteria(edition, copy)
    return copy


def copy_levels(edition: Edition, copy: Edition) -> None:
    add_copies(Level, edition.levels.all(), lambda row: {"edition_id": copy.pk})


def copy_criteria(edition: Edition, copy: Edition) -> None:
    categories = add_copies(
        Category, edition.categories.in_order(), lambda row: {"edition_id": copy.pk}
    )
    items = add_copies(
        Item,
        Item.objects.of_edition(edition),
        lambda row: {"category_id": categories[row.category_id].pk, "copied_from_id": row.pk},
    )
    add_copies(
        Step,
        Step.objects.filter(item__category__edition=edition),
        lambda row: {"item_id": items[row.item_id].pk},
    )


def add_copies(model: type[models.Model], rows: models.QuerySet, changed: Callable) -> dict:
    """{primary key of the former: its copy}; `changed` gives the values that differ."""
    rows = list(rows)
    copies = model.objects.bulk_create(model(**{**values_of(row), **changed(row)}) for row in rows)
    write_history(copies, HistoryType.ADDED)
    return dict(zip((row.pk for row in rows), copies, strict=True))


# The primary key and the seal are the row's own; `copied_from` tells of the copy.
NOT_COPIED = {"id", "content_hash", "copied_from_id"}


def values_of(row: models.Model) -> dict[str, Any]:
    names = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in NOT_COPIED}
