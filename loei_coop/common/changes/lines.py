"""Changes as an officer reads them: an act, the records it touched, old → new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from django.contrib import admin
from django.db import models
from django.forms.models import _get_foreign_key
from django.urls import reverse

from loei_coop.common.changes import rows
from loei_coop.common.changes.labels import label_of
from loei_coop.common.changes.rights import is_row_of, proxies, seen_models
from loei_coop.common.changes.rows import Changed, Wanted
from loei_coop.common.changes.values import ShownValues
from loei_coop.common.history import HistoryType
from loei_coop.common.models import ChangeSet

PAGE_SIZE = 50
# Nobody turns more pages than these; a larger number in the address would only cost.
LAST_PAGE = 2_000


@dataclass(frozen=True)
class Line:
    """One record that an act touched. `changes`: dicts of field, old and new."""

    model_name: str
    label: str
    address: str | None
    kind: HistoryType
    changes: list[dict[str, Any]]


@dataclass(frozen=True)
class Act:
    change_set: ChangeSet
    moment: datetime
    lines: list[Line]


@dataclass(frozen=True)
class Page:
    acts: list[Act]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1


def page_of(user, wanted: Wanted, *, number: int = 1, size: int = PAGE_SIZE) -> Page:
    """What the user may see of it. The number of queries does not depend on how much there is."""
    number = min(max(number, 1), LAST_PAGE)
    # One more than is shown tells whether there is a next page.
    found = rows.find(seen_models(user), wanted, start=(number - 1) * size, size=size + 1)
    return Page(acts_of(rows.read(found[:size])), number, has_next=len(found) > size)


def acts_of(changes: Iterable[Changed]) -> list[Act]:
    return [
        Act(own[0].row.change_set, own[0].row.history_date, [line_of(item) for item in own])
        for _pk, group in groupby(changes, key=lambda item: item.row.change_set_id)
        if (own := list(group))
    ]


def line_of(changed: Changed) -> Line:
    model = changed.row.instance_type
    return Line(
        model_name=str(face_of(model, changed.row)._meta.verbose_name),
        label=label_of(changed.row),
        address=address_of(model, changed.row, page="change" if changed.stands else "history"),
        kind=changed.kind,
        changes=differences(changed) if changed.kind == HistoryType.CHANGED else [],
    )


def differences(changed: Changed) -> list[dict[str, Any]]:
    if changed.before is None:
        return []
    delta = changed.row.diff_against(changed.before, foreign_keys_are_objs=True)
    return ShownValues(changed.row.instance_type, changed.row).context_for_delta_changes(delta)


def face_of(model: type[models.Model], row: models.Model) -> type[models.Model]:
    """The proxy that the row belongs to, or the model itself."""
    return next((proxy for proxy in proxies(model) if is_row_of(proxy, row)), model)


def address_of(model: type[models.Model], row: models.Model, *, page: str) -> str | None:
    """The page of the record in the admin; of what is edited in another's form, that form.
    `row`: the record or a history row of it."""
    face = face_of(model, row)
    if admin.site.is_registered(face):
        opts = face._meta
        name = f"admin:{opts.app_label}_{opts.model_name}_{page}"
        return reverse(name, args=[getattr(row, model._meta.pk.attname)])
    owner_name = owner_of(model)
    owner = getattr(row, owner_name, None) if owner_name else None
    if owner is None:
        return None
    return address_of(type(owner)._meta.concrete_model, owner, page="change")


@cache
def owner_of(model: type[models.Model]) -> str | None:
    """The reference to the record in whose form the model's rows are edited."""
    for owner, model_admin in admin.site._registry.items():
        for inline in model_admin.inlines:
            if inline.model is model:
                return _get_foreign_key(owner, model, fk_name=inline.fk_name).name
    return None
