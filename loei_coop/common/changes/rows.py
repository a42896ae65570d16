"""Which history rows: of all models at once, newest first, one for each record and act."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.utils import timezone

from loei_coop.common.changes.labels import find_removed, reference_names
from loei_coop.common.history import HistoryType
from loei_coop.common.models import ChangeSet
from loei_coop.thai import search

MADE_OF_WORDS = (models.CharField, models.TextField)


@dataclass(frozen=True)
class Wanted:
    """What changes are asked for; what is left empty allows all."""

    model: type[models.Model] | None = None
    who: models.Model | None = None
    source: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    text: str = ""
    change_set: ChangeSet | None = None


@dataclass(frozen=True)
class Changed:
    """The last history row that an act wrote of a record; `before`: the one that stood before
    the act, or None. `stands`: the record is there today."""

    row: models.Model
    before: models.Model | None
    kind: HistoryType
    stands: bool


def find(seen: Mapping[type[models.Model], Q], wanted: Wanted, *, start: int, size: int) -> list:
    """[(model, history id)], newest first. `seen`: {model: rows that may be shown}."""
    chosen = [model for model in seen if wanted.model in (None, model)]
    end = start + size
    arms = [
        newest(model, rows_of(model, seen[model], wanted), end).annotate(
            kind_place=Value(place, IntegerField())
        )
        for place, model in enumerate(chosen)
    ]
    if not arms:
        return []
    columns = ("history_date", "kind_place", "history_id")
    first, *others = [arm.values_list(*columns) for arm in arms]
    rows = first.union(*others, all=True).order_by("-history_date", "kind_place", "-history_id")
    return [(chosen[place], pk) for _moment, place, pk in rows[start:end]]


def newest(model, rows: QuerySet, number: int) -> QuerySet:
    """Each table gives only what the page may need: the others are never sorted."""
    pks = rows.order_by("-history_date", "-history_id").values("pk")[:number]
    return model.history.filter(pk__in=pks).order_by()


def rows_of(model, seen: Q, wanted: Wanted) -> QuerySet:
    later = same_record(model).filter(
        change_set=OuterRef("change_set"), history_id__gt=OuterRef("history_id")
    )
    return model.history.filter(seen, ~Exists(later), conditions(model, wanted))


def same_record(model) -> QuerySet:
    name = model._meta.pk.attname
    return model.history.filter(**{name: OuterRef(name)}).order_by()


def conditions(model, wanted: Wanted) -> Q:
    asked = {
        "change_set": wanted.change_set,
        "change_set__source": wanted.source,
        "history_date__gte": wanted.since and start_of(wanted.since),
        "history_date__lt": wanted.until and start_of(wanted.until + datetime.timedelta(days=1)),
    }
    rows = Q(**{name: value for name, value in asked.items() if value})
    rows &= is_by(wanted.who) if wanted.who else Q()
    return rows & has_text(model, wanted.text) if wanted.text else rows


def is_by(user) -> Q:
    """Also what an officer did for this person."""
    return Q(change_set__made_by=user) | Q(change_set__on_behalf_of=user)


def start_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def has_text(model, text: str) -> Q:
    """In the reason, the name of the file, what the record said then, or what it or a record that
    it refers to is called today, however that is spelt."""
    rows = Q(change_set__reason__icontains=text) | Q(change_set__file_name__icontains=text)
    for field in model.history.model.tracked_fields:
        if isinstance(field, MADE_OF_WORDS) and not field.choices:
            rows |= Q((f"{field.name}__icontains", text))
    if not search.terms(text):
        return rows
    named = [(model, model._meta.pk.attname)]
    named += [(model._meta.get_field(n).related_model, n) for n in reference_names(model)]
    for target, name in named:
        records = target._default_manager.all()
        if hasattr(records, "search"):
            rows |= Q((f"{name}__in", records.search(text).order_by().values("pk")))
    return rows


def read(found: list) -> list[Changed]:
    """The rows that `find` found, in its order: one question for each model."""
    wanted = defaultdict(list)
    for model, pk in found:
        wanted[model].append(pk)
    known = {model: read_model(model, pks) for model, pks in wanted.items()}
    find_removed(row for rows in known.values() for row in rows.values())
    return [changed(known[model], pk) for model, pk in found]


def read_model(model, pks: list) -> dict[Any, models.Model]:
    """{history id: row} of the rows and of those that stood before them."""
    before = (
        same_record(model)
        .filter(history_id__lt=OuterRef("history_id"))
        .exclude(change_set=OuterRef("change_set"))
        .order_by("-history_id")
        .values("pk")[:1]
    )
    added = same_record(model).filter(
        change_set=OuterRef("change_set"), history_type=HistoryType.ADDED
    )
    name = model._meta.pk.attname
    stands = model._base_manager.filter(pk=OuterRef(name))
    former = model.history.filter(pk__in=pks).order_by().values(row_before=Subquery(before))
    rows = (
        model.history.filter(Q(pk__in=pks) | Q(pk__in=former))
        .annotate(row_before=Subquery(before), act_added=Exists(added), is_there=Exists(stands))
        .select_related("change_set__made_by", "change_set__on_behalf_of", *reference_names(model))
    )
    return rows.in_bulk()


def changed(rows: Mapping[Any, models.Model], pk: Any) -> Changed:
    row = rows[pk]
    kind = HistoryType(row.history_type)
    if row.act_added and kind == HistoryType.CHANGED:
        kind = HistoryType.ADDED
    return Changed(row, rows.get(row.row_before), kind, row.is_there)
