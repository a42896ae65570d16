"""A plan as an officer reads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from loei_coop.common.imports.plan import Plan
from loei_coop.common.imports.resource import defaults
from loei_coop.common.imports.rows import LEFT_OUT, WRITTEN, Outcome, PlannedRow
from loei_coop.common.imports.workflow import nothing_sentence

PAGE = 100
WORDS = {
    Outcome.NEW: _("new"),
    Outcome.CHANGED: _("to be changed"),
    Outcome.SAME: _("unchanged"),
    Outcome.DOUBTFUL: _("please check"),
    Outcome.FAULTY: _("to be corrected"),
}


@dataclass(frozen=True)
class Change:
    header: str
    old: str
    new: str


@dataclass(frozen=True)
class Candidate:
    value: str
    label: str


@dataclass(frozen=True)
class ShownRow:
    number: int
    outcome: Outcome
    word: str
    title: str
    changes: list[Change]
    faults: list[str]
    candidates: list[Candidate]


@dataclass(frozen=True)
class Filter:
    """`value` is empty for all rows."""

    value: str
    word: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class Preview:
    fingerprint: str
    total: int
    groups: list[tuple[str, int]]
    filters: list[Filter]
    page: Page
    writable: int
    left_out: int
    doubtful: int
    nothing: str  # a sentence where there is nothing to import


def make_preview(plan: Plan, *, show: str, page: str) -> Preview:
    """`show`: an Outcome or "" for all; `page`: a page number as it came in the address."""
    chosen = show if show in set(Outcome) else ""
    rows = plan.of(Outcome(chosen)) if chosen else plan.rows
    page = Paginator(rows, PAGE).get_page(page)
    page.object_list = [shown(plan, row) for row in page.object_list]
    writable = len(plan.of(*WRITTEN))
    return Preview(
        fingerprint=plan.fingerprint(),
        total=len(plan.rows),
        groups=groups(plan),
        filters=filters(plan, chosen),
        page=page,
        writable=writable,
        left_out=len(plan.of(*LEFT_OUT)),
        doubtful=len(plan.of(Outcome.DOUBTFUL)),
        nothing="" if writable else nothing_sentence(plan),
    )


def groups(plan: Plan) -> list[tuple[str, int]]:
    labels = plan.resource.group_labels()
    found = plan.groups()
    return [(str(label), found[value]) for value, label in labels.items() if value in found]


def filters(plan: Plan, chosen: str) -> list[Filter]:
    counts = plan.counts()
    every = Filter("", str(_("all rows")), len(plan.rows), not chosen)
    return [every] + [
        Filter(outcome.value, str(WORDS[outcome]), number, outcome == chosen)
        for outcome, number in counts.items()
        if number
    ]


def shown(plan: Plan, row: PlannedRow) -> ShownRow:
    return ShownRow(
        number=row.number,
        outcome=row.outcome,
        word=str(WORDS[row.outcome]),
        title=row.title,
        changes=list(changes(plan, row)) if row.outcome in WRITTEN else [],
        faults=[str(fault) for fault in row.faults],
        candidates=[candidate(plan, pk) for pk in row.candidates],
    )


def changes(plan: Plan, row: PlannedRow) -> Iterator[Change]:
    former = defaults(plan.resource.model) if row.pk is None else plan.snapshot[row.pk]
    present = {**former, **row.values}
    for column in plan.resource.columns:
        if column.readonly or row.values.keys().isdisjoint(column.attributes):
            continue
        with override("th"):
            old, new = column.write(former), column.write(present)
        yield Change(str(column.column_name), "" if row.pk is None else str(old), str(new))


def candidate(plan: Plan, pk) -> Candidate:
    return Candidate(str(pk), plan.resource.describe(plan.snapshot[pk]))
