"""Rows of a list and what is to become of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    FAULTY = "faulty"


WRITTEN = (Outcome.NEW, Outcome.CHANGED)
LEFT_OUT = (Outcome.DOUBTFUL, Outcome.FAULTY)


@dataclass(slots=True)
class Fault:
    """`column` is empty where the whole row is meant."""

    column: str
    sentence: str

    def __str__(self):
        return f"{self.column}: {self.sentence}" if self.column else self.sentence


@dataclass(slots=True, eq=False)
class PlannedRow:
    """`values`: what is to be written. `before`: the former values of what changes."""

    number: int
    outcome: Outcome
    pk: Any = None
    values: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    candidates: list = field(default_factory=list)
    title: str = ""
    group: str = ""
    key: str = ""


def written(rows: Iterable[PlannedRow]) -> list[PlannedRow]:
    return [row for row in rows if row.outcome in WRITTEN]


def refuse(row: PlannedRow, sentence: str) -> None:
    row.outcome = Outcome.FAULTY
    row.faults.append(Fault("", sentence))
