"""Seals of frozen records: hashes by which a change behind the portal's back is found out.

When a record freezes, each of its rows gets the hash of its columns; the record's own takes in
those of its parts, so that none can be added or taken away. A column that has its default counts
as if it were not there: one that is added later breaks no seal. A migration that changes or
renames columns of frozen records seals them again.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F
from django.db.models.fields.files import FieldFile

from loei_coop.common.frozen import FrozenModel, whole_of
from loei_coop.common.history import BATCH, batched

Parts = list[tuple[str, int, str]]  # model, primary key, hash


def seal(record: FrozenModel) -> None:
    """Stores the hashes of a record that freezes now, and of all its parts."""
    parts: Parts = []
    for model in part_models(type(record)):
        rows = list(model._base_manager.filter(**{model.PART_OF: record.pk}).order_by("pk"))
        for row in rows:
            row.content_hash = content_hash(row)
        store_hashes(model, rows)
        parts += [as_part(row) for row in rows]
    record.refresh_from_db()
    record.content_hash = content_hash(record, parts)
    store_hashes(type(record), [record])


def seal_unsealed() -> None:
    """Records that are frozen from the moment they are added, such as results of the past."""
    for model in frozen_models():
        if not model.PART_OF:
            for record in model._base_manager.frozen().filter(content_hash=""):
                seal(record)


def store_hashes(model: type[FrozenModel], rows: list[FrozenModel]) -> None:
    """Past the guard: this is what freezing writes."""
    for batch in batched(rows, BATCH):
        models.QuerySet(model).bulk_update(batch, ["content_hash"])


def altered_rows() -> Iterator[FrozenModel]:
    """Frozen rows that are not as they were sealed: parts first, then the record they are of. A
    constant number of queries for each model."""
    for model in frozen_models():
        if not model.PART_OF:
            yield from altered_of(model)


def altered_of(model: type[FrozenModel]) -> Iterator[FrozenModel]:
    parts: dict[int, Parts] = defaultdict(list)
    for part_model in part_models(model):
        rows = part_model._base_manager.frozen().annotate(whole_pk=F(part_model.PART_OF))
        for row in rows.order_by("pk").iterator(chunk_size=BATCH):
            parts[row.whole_pk].append(as_part(row))
            if row.content_hash != content_hash(row):
                yield row
    for record in model._base_manager.frozen().order_by("pk"):
        if record.content_hash != content_hash(record, parts[record.pk]):
            yield record


def frozen_count() -> int:
    """How many records are frozen, parts not counted."""
    return sum(
        model._base_manager.frozen().count() for model in frozen_models() if not model.PART_OF
    )


def frozen_models() -> list[type[FrozenModel]]:
    return [model for model in apps.get_models() if issubclass(model, FrozenModel)]


def part_models(whole: type[FrozenModel]) -> list[type[FrozenModel]]:
    return [model for model in frozen_models() if model.PART_OF and whole_of(model) is whole]


def as_part(row: FrozenModel) -> tuple[str, int, str]:
    return row._meta.label_lower, row.pk, row.content_hash


def content_hash(row: FrozenModel, parts: Iterable[tuple] = ()) -> str:
    content = [row._meta.label_lower, content_of(row), sorted(parts)]
    text = json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def content_of(row: FrozenModel) -> dict:
    """{column: value} of what must not change, without what has its default."""
    open_columns = {*row.STAYS_OPEN, "content_hash"}
    fields = [field for field in row._meta.concrete_fields if field.name not in open_columns]
    values = {field: plain(getattr(row, field.attname)) for field in fields}
    return {field.attname: value for field, value in values.items() if value != field.get_default()}


def plain(value):
    """Of a file the name: a stored one is never written over."""
    return value.name if isinstance(value, FieldFile) else value
