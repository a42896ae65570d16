"""What records of the past are called, without a question for each."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.text import capfirst


def reference_names(model: type[models.Model]) -> list[str]:
    """The references that the history of the model keeps."""
    return [field.name for field in model.history.model.tracked_fields if field.remote_field]


def as_it_was(row) -> models.Model:
    """The record of a history row, with the references that the row has at hand. Unsaved."""
    model = row.instance_type
    values = {field.attname: getattr(row, field.attname) for field in type(row).tracked_fields}
    record = model(**values)
    record._state.fields_cache.update(row._state.fields_cache)
    return record


def label_of(row) -> str:
    """Of a history row whose references are at hand."""
    try:
        return str(as_it_was(row))
    except (ObjectDoesNotExist, AttributeError):
        opts = row.instance_type._meta
        return f"{capfirst(opts.verbose_name)} {getattr(row, opts.pk.attname)}"


def find_removed(rows: Iterable[models.Model]) -> None:
    """Gives history rows the records that they refer to and that were removed since: the latest
    that the history knows of them. One question for each model that lacks some."""
    missing = defaultdict(list)
    for row in rows:
        for name in reference_names(row.instance_type):
            field = row._meta.get_field(name)
            pk = getattr(row, field.attname)
            if pk is not None and field.get_cached_value(row, default=None) is None:
                missing[field.related_model].append((row, name, pk))
    for model, gaps in missing.items():
        if hasattr(model, "history"):
            known = latest_states(model, {pk for _row, _name, pk in gaps})
            for row, name, pk in gaps:
                row._state.fields_cache[name] = known.get(pk)


def latest_states(model: type[models.Model], pks: Iterable) -> dict[Any, models.Model]:
    """{primary key: the record as it was last}"""
    name = model._meta.pk.attname
    rows = model.history.filter(**{f"{name}__in": list(pks)}).order_by("history_id")
    rows = rows.select_related(*reference_names(model))
    return {getattr(row, name): as_it_was(row) for row in rows}


def labels(model: type[models.Model], pks: Iterable) -> dict[Any, str]:
    """What records are called today; of removed ones what the history says."""
    pks = set(pks)
    rows = model._base_manager.select_related(*reference_names(model)).in_bulk(list(pks))
    found = {pk: str(row) for pk, row in rows.items()}
    name = model._meta.pk.attname
    gone = model.history.filter(**{f"{name}__in": pks - set(found)}).order_by("history_id")
    gone = list(gone.select_related(*reference_names(model)))
    find_removed(gone)
    return found | {getattr(row, name): label_of(row) for row in gone}
