"""Rows that speak of one record twice, or would take what another record has."""

from collections import ChainMap
from typing import Any

from django.utils.translation import gettext as _

from loei_coop.common import constraints
from loei_coop.common.imports.resource import defaults
from loei_coop.common.imports.rows import LEFT_OUT, PlannedRow, refuse, written
from loei_coop.common.imports.snapshot import Snapshot


def refuse_conflicts(resource, snapshot: Snapshot, rows: list[PlannedRow]) -> None:
    """Marks rows that speak of one record twice, or would take what another record has."""
    refuse_taken_keys(resource, snapshot, rows)
    refuse_second_rows(rows)
    # A row that was refused has given its key free, or kept it from another.
    refuse_taken_keys(resource, snapshot, rows)


def refuse_taken_keys(resource, snapshot: Snapshot, rows: list[PlannedRow]) -> None:
    for unique in constraints.unique_keys(resource.model):
        keys = UniqueKeys(snapshot, unique, defaults(resource.model))
        # A row that is refused keeps its former key, which may refuse another one.
        while refused := keys.conflicts(written(rows)):
            for row, other in refused:
                refuse(row, conflict_sentence(unique.sentence(), other))


def conflict_sentence(sentence: str, other: PlannedRow | None) -> str:
    if other is None:
        return str(sentence)
    return f"{sentence} " + _("(row %(number)s)") % {"number": other.number}


def refuse_second_rows(rows: list[PlannedRow]) -> None:
    first: dict[Any, PlannedRow] = {}
    for row in rows:
        if row.pk is None or row.outcome in LEFT_OUT:
            continue
        if row.pk in first:
            sentence = _("Row %(number)s speaks of the same record. Keep one of them.")
            refuse(row, sentence % {"number": first[row.pk].number})
        first.setdefault(row.pk, row)


class UniqueKeys:
    """One unique constraint over the register as it would be after the import."""

    def __init__(self, snapshot: Snapshot, unique: constraints.UniqueKey, default):
        self.snapshot = snapshot
        self.unique = unique
        self.default = default
        self.stored = {key: pk for pk, row in snapshot.items() if (key := unique.of(row))}

    def conflicts(self, rows: list[PlannedRow]) -> list[tuple[PlannedRow, PlannedRow | None]]:
        """Each refused row with the row of the file that has its key, None for the register."""
        keyed = [(row, key) for row in rows if (key := self.key_after(row))]
        # Who has a key already keeps it.
        keyed.sort(key=lambda pair: self.stored.get(pair[1]) != pair[0].pk)
        moving = {row.pk for row in rows}
        taken: dict[tuple, PlannedRow] = {}
        refused = []
        for row, key in keyed:
            owner = self.stored.get(key)
            other = taken.get(key)
            is_taken = other is not None and (other.pk is None or other.pk != row.pk)
            if is_taken or (owner is not None and owner not in moving):
                refused.append((row, other))
            taken.setdefault(key, row)
        return refused

    def key_after(self, row: PlannedRow) -> tuple | None:
        if row.pk is None and row.values.keys().isdisjoint(self.unique.names):
            return None
        former = self.default if row.pk is None else self.snapshot[row.pk]
        return self.unique.of(ChainMap(row.values, former))
