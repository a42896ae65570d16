"""How a row of a list finds its record."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Protocol

from loei_coop.common.imports.snapshot import Snapshot


@dataclass(slots=True)
class Match:
    """The record that a row means; none is a new one. `candidates`: records that it may mean, so
    that somebody has to say. `by_name`: found by what it is called, so its name is not news.
    `problem`: a sentence why the row means no record that it could."""

    pk: Any = None
    candidates: list = field(default_factory=list)
    by_name: bool = False
    problem: str = ""


class Matcher(Protocol):
    def match(self, values: dict[str, Any]) -> Match: ...


class IdentityMatcher:
    """By columns that together name a record, such as network, seat and day."""

    def __init__(self, snapshot: Snapshot, names: tuple[str, ...]):
        self.names = names
        self.known = defaultdict(list)
        for pk, *identity in snapshot.columns(*names):
            self.known[tuple(identity)].append(pk)

    def match(self, values):
        found = self.known.get(tuple(values.get(name) for name in self.names), [])
        return Match(pk=found[0]) if len(found) == 1 else Match(candidates=found)
