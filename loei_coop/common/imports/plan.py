"""What an import would do, row by row. Reads only."""

import hashlib
import json
from collections import ChainMap, Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.common import constraints
from loei_coop.common.imports.conflicts import refuse_conflicts
from loei_coop.common.imports.matching import Match
from loei_coop.common.imports.resource import RegisterResource, defaults
from loei_coop.common.imports.rows import Fault, Outcome, PlannedRow, refuse, written
from loei_coop.common.imports.snapshot import Snapshot


@dataclass
class Plan:
    resource: RegisterResource
    snapshot: Snapshot
    rows: list[PlannedRow]

    def of(self, *outcomes: Outcome) -> list[PlannedRow]:
        return [row for row in self.rows if row.outcome in outcomes]

    def counts(self) -> dict[Outcome, int]:
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in Outcome}

    def groups(self) -> dict[str, int]:
        return dict(Counter(row.group for row in self.rows if row.group))

    def fingerprint(self) -> str:
        """Changes when the effect of the import would be another one."""
        digest = hashlib.sha256()
        for row in self.rows:
            effect = (row.number, row.outcome, row.pk, row.before, row.values, row.candidates)
            digest.update(repr(effect).encode())
        return digest.hexdigest()


def make_plan(
    resource: RegisterResource,
    rows: Iterable[tuple[int, list]],
    *,
    columns: list[str | None],
    decisions: Mapping[str, str],
    lock: bool = False,
) -> Plan:
    """`rows`: (number, cells); `columns`: their column names; `decisions`: {row key: primary key
    as text, empty for a new record}. A constant number of queries."""
    snapshot = Snapshot(resource.model, lock=lock)
    planner = Planner(resource, snapshot, columns, decisions)
    planned = [planner.plan(number, cells) for number, cells in rows]
    refuse_conflicts(resource, snapshot, planned)
    for row, sentence in list(resource.check_together(written(planned), snapshot)):
        refuse(row, sentence)
    return Plan(resource, snapshot, planned)


class Planner:
    def __init__(self, resource, snapshot, columns, decisions):
        self.resource = resource
        self.snapshot = snapshot
        self.matcher = resource.matcher(snapshot)
        self.decisions = decisions
        self.columns = [
            (position, column)
            for position, column in enumerate(map(resource.fields.get, columns))
            if column is not None and not column.readonly
        ]
        self.defaults = defaults(resource.model)

    def plan(self, number: int, cells: list) -> PlannedRow:
        values, faults = self.read(cells)
        self.resource.complete(values)
        match = self.matcher.match(values)
        if match.problem:
            faults.append(Fault("", match.problem))
        elif not faults:
            faults += self.unresolved(values, match)
        row = PlannedRow(number, Outcome.FAULTY, faults=faults)
        meant = values if match.pk is None else ChainMap(values, self.former(match))
        row.title, row.group = self.resource.title(meant), self.resource.group_of(meant)
        if not faults:
            self.decide(row, values, match)
        return row

    def read(self, cells: list) -> tuple[dict[str, Any], list[Fault]]:
        values, faults = {}, []
        for position, column in self.columns:
            try:
                if position < len(cells):
                    values.update(column.widget.clean(cells[position]))
            except ValidationError as error:
                faults.append(Fault(str(column.column_name), " ".join(error.messages)))
        return values, faults

    def unresolved(self, values: dict[str, Any], match: Match) -> list[Fault]:
        try:
            self.resource.resolve(values, self.former(match))
        except ValidationError as error:
            return [Fault("", " ".join(error.messages))]
        return []

    def decide(self, row: PlannedRow, values: dict[str, Any], match: Match) -> None:
        if match.candidates:
            row.key = row_key(self.resource, values)
            if not self.is_decided(row.key, match):
                row.outcome, row.candidates = Outcome.DOUBTFUL, match.candidates
                return
        if match.pk is not None:
            self.resource.for_existing(values, match)
        self.compare(row, values, match)

    def is_decided(self, key: str, match: Match) -> bool:
        """Takes over what was answered before, if that record is still one of those meant."""
        answer = self.decisions.get(key)
        if answer is None:
            return False
        targets = {str(pk): pk for pk in match.candidates}
        if answer and answer not in targets:
            return False
        match.pk, match.by_name = targets.get(answer), True
        return True

    def compare(self, row: PlannedRow, values: dict[str, Any], match: Match) -> None:
        if match.pk is None:
            row.outcome, row.values = Outcome.NEW, values
            row.faults += missing(self.resource, values, self.defaults)
        else:
            before = self.snapshot[match.pk]
            row.pk = match.pk
            row.values = {k: value for k, value in values.items() if before[k] != value}
            row.before = {name: before[name] for name in row.values}
            row.outcome = Outcome.CHANGED if row.values else Outcome.SAME
        if row.values and not row.faults:
            row.faults += self.broken_rules(self.whole(row.values, match), row.values)
        if row.faults:
            row.outcome = Outcome.FAULTY

    def whole(self, values: Mapping[str, Any], match: Match) -> dict[str, Any]:
        """The row as it would be stored."""
        return {**self.former(match), **values}

    def former(self, match: Match) -> Mapping[str, Any]:
        return self.defaults if match.pk is None else self.snapshot[match.pk]

    def broken_rules(self, whole: dict[str, Any], given: Mapping[str, Any]) -> list[Fault]:
        broken = constraints.violated(self.resource.model, whole, given=given)
        sentences = [c.get_violation_error_message() for c in broken]
        return [Fault("", str(s)) for s in [*sentences, *self.resource.problems(whole)]]


def missing(resource, values: Mapping[str, Any], default: Mapping[str, Any]) -> list[Fault]:
    """Columns that a new record must have."""
    return [
        Fault(str(column.column_name), _("This must be given for a new record."))
        for column in resource.columns
        if column.needed
        and all(values.get(n, default.get(n)) in (None, "") for n in column.attributes)
    ]


def row_key(resource, values: Mapping[str, Any]) -> str:
    text = json.dumps(resource.row_key(values), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
