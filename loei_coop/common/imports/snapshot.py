"""The register as it stands when a list is compared with it, held in little memory."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import models

from loei_coop.thai.django.keys import DerivedTextField


class Row(Mapping):
    """One row as {attribute: value}, without a dictionary of its own."""

    __slots__ = ("cells", "positions")

    def __init__(self, positions: Mapping[str, int], cells: Sequence):
        self.positions = positions
        self.cells = cells

    def __getitem__(self, name):
        return self.cells[self.positions[name]]

    def __iter__(self):
        return iter(self.positions)

    def __len__(self):
        return len(self.positions)


class Snapshot:
    """All rows of a model: {primary key: Row}. With `lock` nobody changes them meanwhile."""

    def __init__(self, model: type[models.Model], *, lock: bool = False):
        self.model = model
        self.names = [
            field.attname
            for field in model._meta.concrete_fields
            if not isinstance(field, DerivedTextField)
        ]
        self.positions = {name: position for position, name in enumerate(self.names)}
        pk = self.positions[model._meta.pk.attname]
        self.rows = {row[pk]: row for row in self._stored(lock)}

    def _stored(self, lock: bool):
        queryset = self.model._base_manager.order_by("pk")
        if lock:
            queryset = queryset.select_for_update(no_key=True)
        return queryset.values_list(*self.names).iterator(chunk_size=2000)

    def __contains__(self, pk) -> bool:
        return pk in self.rows

    def __getitem__(self, pk) -> Row:
        return Row(self.positions, self.rows[pk])

    def items(self) -> Iterator[tuple[Any, Row]]:
        return ((pk, Row(self.positions, cells)) for pk, cells in self.rows.items())

    def columns(self, *names: str) -> Iterator[tuple]:
        """(pk, value, ...) of every row."""
        positions = [self.positions[name] for name in names]
        for pk, cells in self.rows.items():
            yield (pk, *(cells[position] for position in positions))
