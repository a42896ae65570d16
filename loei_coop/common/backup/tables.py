"""The rows of a table as lines, and lines as rows. Nothing is held but a handful of them."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from types import SimpleNamespace

from django.db import connections, models
from django.db.models.functions import Collate

from loei_coop.common.backup.values import decoder, encoder, stored_field, to_line

BATCH = 100


def fields_of(model: type[models.Model]) -> list[models.Field]:
    """Of the table itself, without what the database computes."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def columns_of(model: type[models.Model]) -> list[str]:
    return [field.attname for field in fields_of(model)]


def lines(model: type[models.Model], alias: str) -> Iterator[bytes]:
    """Each row as a JSON list, in the order of the primary key."""
    encoders = [encoder(field) for field in fields_of(model)]
    rows = model._base_manager.using(alias).order_by(in_order(model, alias))
    for row in rows.values_list(*columns_of(model)).iterator(chunk_size=BATCH):
        yield to_line([encode(value) for encode, value in zip(encoders, row, strict=True)])


def in_order(model: type[models.Model], alias: str):
    """Texts by their bytes: what a language makes of them differs between databases."""
    is_text = isinstance(stored_field(model._meta.pk), models.CharField | models.TextField)
    if is_text and connections[alias].vendor == "postgresql":
        return Collate("pk", "C")
    return "pk"


def insert(model: type[models.Model], lines: Iterable[bytes], alias: str) -> None:
    """Writes the rows as they are: no default, no derived key, no signal."""
    fields, columns = fields_of(model), columns_of(model)
    decoders = [decoder(field) for field in fields]

    def row(line: bytes) -> SimpleNamespace:
        pairs = zip(decoders, json.loads(line), strict=True)
        values = (decode(value) for decode, value in pairs)
        return SimpleNamespace(**dict(zip(columns, values, strict=True)))

    size = min(BATCH, connections[alias].ops.bulk_batch_size(fields, [None] * BATCH))
    lines = iter(lines)
    while batch := [row(line) for line in islice(lines, max(size, 1))]:
        model._base_manager.using(alias)._insert(batch, fields=fields, using=alias, raw=True)
