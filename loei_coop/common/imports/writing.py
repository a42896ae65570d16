"""Carrying a plan out: rows and their history in bulk."""

from typing import Any

from django.db import models

from loei_coop.common.history import (
    BATCH,
    HistoryType,
    batched,
    keep_former_state,
    write_history,
)
from loei_coop.common.imports.plan import Plan
from loei_coop.common.imports.rows import Outcome, PlannedRow
from loei_coop.common.undo import write_values


def write(plan: Plan) -> dict[str, dict[str, Any]]:
    """Writes what is new and changed. Returns the former values that no history keeps:
    {primary key as text: {column: value}}."""
    add(plan)
    return change(plan)


def add(plan: Plan) -> None:
    rows = plan.of(Outcome.NEW)
    plan.resource.prepare_new([row.values for row in rows])
    model = plan.resource.model
    for batch in batched((model(**row.values) for row in rows), BATCH):
        write_history(model._base_manager.bulk_create(batch), HistoryType.ADDED)


def change(plan: Plan) -> dict[str, dict[str, Any]]:
    rows = {row.pk: row for row in plan.of(Outcome.CHANGED)}
    model = plan.resource.model
    keep_former_state(model, rows)
    plan.resource.make_room({pk: row.values for pk, row in rows.items()})
    for pks in batched(rows, BATCH):
        instances = model._base_manager.in_bulk(pks)
        for pk, instance in instances.items():
            write_values(instance, rows[pk].values)
        write_history(instances.values(), HistoryType.CHANGED)
        plan.resource.after_change([(instances[pk], rows[pk].before) for pk in instances])
    return unrecorded(model, rows.values())


def unrecorded(model: type[models.Model], rows: list[PlannedRow]) -> dict[str, dict[str, Any]]:
    recorded = {field.attname for field in model.history.model.tracked_fields}
    former = {
        str(row.pk): {name: value for name, value in row.before.items() if name not in recorded}
        for row in rows
    }
    return {pk: values for pk, values in former.items() if values}
