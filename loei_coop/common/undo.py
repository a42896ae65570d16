"""Taking a whole ChangeSet back: the former values return, what it added goes.

A row that was edited since, or that others refer to by now, stays as it is and is named. What was
taken back before counts as if it had not been: imports can be undone one after the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from loei_coop.common.changes.labels import labels
from loei_coop.common.frozen import FrozenModel
from loei_coop.common.history import (
    BATCH,
    HistoryType,
    batched,
    current_change_set,
    models_with_history,
    recording,
    write_history,
)
from loei_coop.common.models import ChangeSet
from loei_coop.thai.django.dates import show_moment
from loei_coop.thai.django.keys import with_keys


@dataclass(frozen=True)
class Refusal:
    """A row that stays as it is, and why."""

    model: type[models.Model]
    pk: Any
    label: str
    reason: str


@dataclass
class ModelUndo:
    """`restore`: {primary key: history row with the former values}."""

    model: type[models.Model]
    remove: set = field(default_factory=set)
    restore: dict[Any, models.Model] = field(default_factory=dict)
    revive: dict[Any, models.Model] = field(default_factory=dict)
    refused: dict[Any, str] = field(default_factory=dict)

    def refuse(self, pk: Any, reason: str) -> None:
        self.remove.discard(pk)
        self.restore.pop(pk, None)
        self.revive.pop(pk, None)
        self.refused[pk] = reason


@dataclass
class Undo:
    """What taking a ChangeSet back does, or did."""

    models: list[ModelUndo]

    @property
    def removed(self) -> int:
        return sum(len(part.remove) for part in self.models)

    @property
    def restored(self) -> int:
        return sum(len(part.restore) + len(part.revive) for part in self.models)

    @property
    def refusals(self) -> list[Refusal]:
        return [
            Refusal(part.model, pk, label, part.refused[pk])
            for part in self.models
            for pk, label in labels(part.model, part.refused).items()
        ]

    def part(self, model) -> ModelUndo | None:
        return next((part for part in self.models if part.model is model), None)


def plan_undo(change_set: ChangeSet) -> Undo:
    """Reads only."""
    parts = [part for model in models_with_history() if (part := plan_model(model, change_set))]
    undo = Undo(parts)
    refuse_referred(undo)
    return undo


def plan_model(model, change_set: ChangeSet) -> ModelUndo | None:
    part = ModelUndo(model)
    for pk, rows in histories(model, change_set).items():
        plan_row(part, pk, rows, change_set)
    refuse_frozen(part)
    refuse_moved(part)
    return part if part.remove or part.restore or part.revive or part.refused else None


def histories(model, change_set: ChangeSet) -> dict[Any, list]:
    """{primary key: its history rows, oldest first} of what the ChangeSet touched."""
    pk = model._meta.pk.attname
    touched = model.history.filter(change_set=change_set).order_by().values(pk)
    rows = model.history.filter(**{f"{pk}__in": touched}).select_related("change_set")
    found = defaultdict(list)
    for row in rows.order_by("history_date", "history_id"):
        found[getattr(row, pk)].append(row)
    return found


def plan_row(part: ModelUndo, pk: Any, rows: list, change_set: ChangeSet) -> None:
    standing = without_undone(rows)
    if all(row.change_set_id != change_set.pk for row in standing):
        return  # taken back already
    if standing[-1].change_set_id != change_set.pk:
        part.refuse(pk, edited_since(standing[-1]))
        return
    present = stands(standing)
    while standing and standing[-1].change_set_id == change_set.pk:
        standing.pop()
    if stands(standing):
        (part.restore if present else part.revive)[pk] = standing[-1]
    elif present:  # else it came and went in the same act
        part.remove.add(pk)


def refuse_frozen(part: ModelUndo) -> None:
    """What froze since stays as it is; nothing comes back into a frozen record."""
    if not issubclass(part.model, FrozenModel):
        return
    frozen = part.model._base_manager.filter(pk__in=[*part.remove, *part.restore]).frozen()
    for row in frozen:
        part.refuse(row.pk, _("frozen since"))
    for pk, history_row in list(part.revive.items()):
        if history_row.instance.is_frozen:
            part.refuse(pk, _("frozen since"))


def refuse_moved(part: ModelUndo) -> None:
    """What a model says of its own rows: `why_not_undone(former history row or None)`."""
    if not hasattr(part.model, "why_not_undone"):
        return
    for pk, row in part.model._base_manager.in_bulk([*part.remove, *part.restore]).items():
        if reason := row.why_not_undone(part.restore.get(pk)):
            part.refuse(pk, reason)


def stands(rows: list) -> bool:
    """By its history, oldest first, the record is in the register."""
    return bool(rows) and rows[-1].history_type != HistoryType.REMOVED


def without_undone(rows: Iterable) -> list:
    """The rows that still count: an undo and what it took back leave nothing."""
    standing = []
    for row in rows:
        undone = row.change_set.undoes_id
        if undone is None:
            standing.append(row)
            continue
        while standing and standing[-1].change_set_id == undone:
            standing.pop()
    return standing


def edited_since(row) -> str:
    by = row.change_set.made_by
    sentence = _("edited since, on %(when)s by %(who)s")
    when = show_moment(row.change_set.made_at)
    return sentence % {"when": when, "who": by or row.change_set.get_source_display()}


def refuse_referred(undo: Undo) -> None:
    """What others refer to by now stays; and so what that refers to stays too."""
    found = True
    while found:
        found = [(part, pk, reason) for part in undo.models for pk, reason in referred(undo, part)]
        for part, pk, reason in found:
            part.refuse(pk, reason)


def referred(undo: Undo, part: ModelUndo) -> Iterator[tuple[Any, str]]:
    if not part.remove:
        return
    for relation in part.model._meta.related_objects:
        if outlives(relation):
            continue
        holder = undo.part(relation.related_model)
        leaving = holder.remove | set(holder.restore) if holder else set()
        name = relation.field.attname
        rows = relation.related_model._base_manager.exclude(**{name: None})
        for pk, target in rows.values_list("pk", name):
            if target in part.remove and pk not in leaving:
                what = relation.related_model._meta.verbose_name
                yield target, _("referred to since (%(what)s)") % {"what": what}


def outlives(relation) -> bool:
    """What refers so is no part of the register, such as a log: it holds nothing back."""
    return relation.on_delete is models.SET_NULL


def undo(
    change_set: ChangeSet,
    *,
    made_by: Callable,
    reason: str = "",
    kept: Mapping[str, Mapping] | None = None,
) -> Undo:
    """Takes the ChangeSet back in one transaction. `kept`: {primary key as text: {column: former
    value}} of columns that no history keeps."""
    values = {"undoes": change_set, "file_name": change_set.file_name, "reason": reason}
    with recording(ChangeSet.Source.UNDO, made_by=made_by, **values), transaction.atomic():
        done = plan_undo(change_set)
        for part in done.models:
            remove(part)
        for part in done.models:
            restore(part, kept or {})
        if done.removed or done.restored:
            current_change_set()
    return done


def remove(part: ModelUndo) -> None:
    for pks in batched(sorted(part.remove, key=str), BATCH):
        # In no order: one by the record that they belong to would miss them once that is gone.
        rows = part.model._base_manager.filter(pk__in=pks).order_by()
        write_history(rows, HistoryType.REMOVED)
        let_go(part.model, pks)
        # Nothing refers to them, and what does not fit is refused when the transaction ends.
        rows._raw_delete(rows.db)


def let_go(model: type[models.Model], pks: list) -> None:
    for relation in filter(outlives, model._meta.related_objects):
        name = relation.field.name
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": pks})
        rows.update(**{name: None})


def restore(part: ModelUndo, kept: Mapping[str, Mapping]) -> None:
    if hasattr(part.model.objects, "step_aside"):
        part.model.objects.step_aside(part.restore)
    for pks in batched(list(part.restore), BATCH):
        try:
            with transaction.atomic():
                restore_rows(part, pks, kept)
        except IntegrityError:
            restore_one_by_one(part, pks, kept)
    revived = [row.instance for row in part.revive.values()]
    part.model._base_manager.bulk_create(revived, batch_size=BATCH)
    if revived:
        write_history(revived, HistoryType.ADDED)


def restore_one_by_one(part: ModelUndo, pks: list, kept: Mapping[str, Mapping]) -> None:
    for pk in pks:
        try:
            with transaction.atomic():
                restore_rows(part, [pk], kept)
        except IntegrityError:
            part.refuse(pk, _("its former values belong to another record by now"))


def restore_rows(part: ModelUndo, pks: list, kept: Mapping[str, Mapping]) -> None:
    rows = part.model._base_manager.select_for_update().in_bulk(pks)
    for pk, row in rows.items():
        former = former_values(part.restore[pk]) | dict(kept.get(str(pk), {}))
        write_values(row, former)
    write_history(rows.values(), HistoryType.CHANGED)


def former_values(history_row) -> dict[str, Any]:
    names = (field.attname for field in type(history_row).tracked_fields)
    return {name: getattr(history_row, name) for name in names}


def write_values(row: models.Model, values: Mapping[str, Any]) -> None:
    """Sets and stores attributes of a stored row, with the keys derived from them."""
    for name, value in values.items():
        setattr(row, name, value)
    names = with_keys(row, set(values)) - {row._meta.pk.attname}
    stored = {name: getattr(row, name) for name in names}
    type(row)._base_manager.filter(pk=row.pk).update(**stored)
