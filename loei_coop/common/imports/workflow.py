"""From the uploaded file to the register and back: the only door to the state of an ImportRun."""

import datetime
import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.common.history import current_change_set, recording
from loei_coop.common.imports.files import WHY, why_of
from loei_coop.common.imports.plan import Plan, make_plan
from loei_coop.common.imports.resource import RegisterResource
from loei_coop.common.imports.rows import LEFT_OUT, WRITTEN, Outcome, PlannedRow
from loei_coop.common.imports.writing import write
from loei_coop.common.models import ChangeSet, ImportDecision, ImportRun
from loei_coop.common.sheets.errors import SheetError
from loei_coop.common.sheets.reading import MissingColumnsError, Table, read_table
from loei_coop.common.undo import Undo, plan_undo, undo
from loei_coop.thai.search import fold

PREVIEWED, IMPORTED, UNDONE = ImportRun.State.values
KEPT_DAYS = 30  # for which a file that was never imported can be gone back to


class ImportRefusedError(Exception):
    """Nothing was changed; the message is a sentence for the officer."""


class StalePreviewError(ImportRefusedError):
    """The register is no longer what the preview was made of."""


@dataclass(frozen=True)
class Imported:
    added: int
    changed: int
    left_out: int


def receive(
    resource: type[RegisterResource], data: bytes, *, file_name: str, by: models.Model | None
) -> ImportRun:
    """Keeps what the file says. Raises SheetError."""
    table = read(resource(), data)
    forget_old()
    return ImportRun.objects.create(
        kind=resource.slug,
        file_name=PurePath(file_name.replace("\\", "/")).name[-255:],
        received_by=by,
        sheet=as_sheet(table),
    )


def read(resource: RegisterResource, data: bytes) -> Table:
    try:
        return read_table(
            data,
            names={**resource.header_names(), fold(WHY): WHY},
            required=resource.required_columns(),
        )
    except MissingColumnsError as error:
        headers = [str(resource.fields[name].column_name) for name in error.names]
        sentence = _("These columns are missing: %(columns)s. Take the template file.")
        raise SheetError(sentence % {"columns": ", ".join(headers)}) from error


def as_sheet(table: Table) -> dict[str, Any]:
    return {
        "columns": table.columns,
        "headers": table.headers,
        "rows": [[number, *cells] for number, cells in table.rows],
        "sheet": table.sheet,
        "other_sheets": table.other_sheets,
        "unknown": table.unknown_headers,
    }


def forget_old() -> None:
    """Files may hold private contacts: what was only looked at is not kept for ever."""
    before = timezone.now() - datetime.timedelta(days=KEPT_DAYS)
    ImportRun.objects.filter(state=PREVIEWED, received_at__lt=before).delete()


def plan_of(run: ImportRun, resource: RegisterResource, *, lock: bool = False) -> Plan:
    with uncollected():
        return make_plan(
            resource,
            ((number, cells) for number, *cells in run.sheet["rows"]),
            columns=run.sheet["columns"],
            decisions=decisions(run.kind),
            lock=lock,
        )


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing that a long list is made into goes before its end: looking for garbage meanwhile
    takes a tenth of the time and finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def decisions(kind: str) -> dict[str, str]:
    return dict(ImportDecision.objects.filter(kind=kind).values_list("row_key", "target"))


def decide(run: ImportRun, plan: Plan, *, answers: Mapping[int, str], by: models.Model) -> int:
    """Remembers what doubtful rows mean. `answers`: {row number: primary key as text, empty for a
    new record}; what is no answer to a doubtful row is left out. Returns how many were taken."""
    taken = 0
    for row in plan.of(Outcome.DOUBTFUL):
        answer = answers.get(row.number)
        if answer is None or (answer and answer not in map(str, row.candidates)):
            continue
        ImportDecision.objects.update_or_create(
            kind=run.kind,
            row_key=row.key,
            defaults={"target": answer, "decided_by": by, "decided_at": timezone.now()},
        )
        taken += 1
    return taken


def confirm(
    run: ImportRun,
    resource: RegisterResource,
    *,
    fingerprint: str,
    made_by: Callable,
    on_progress: Callable[[str], None] = lambda step: None,
) -> Imported:
    """Writes the good rows in one transaction. `fingerprint` is that of the plan that the officer
    saw. Raises ImportRefusedError; the register is then untouched."""
    values = {"file_name": run.file_name, "reason": _("import of a file")}
    try:
        with recording(ChangeSet.Source.IMPORT, made_by=made_by, **values), transaction.atomic():
            lock_register(resource.model)
            take(run)
            plan = plan_of(run, resource, lock=True)
            if plan.fingerprint() != fingerprint:
                raise stale_preview()
            if not plan.of(*WRITTEN):
                raise ImportRefusedError(nothing_sentence(plan))
            on_progress("writing")
            with uncollected():
                run.kept = write(plan)
            keep_rest(run, plan.of(*LEFT_OUT))
    except IntegrityError as error:
        raise stale_preview() from error
    counts = plan.counts()
    return Imported(
        added=counts[Outcome.NEW],
        changed=counts[Outcome.CHANGED],
        left_out=counts[Outcome.DOUBTFUL] + counts[Outcome.FAULTY],
    )


def stale_preview() -> StalePreviewError:
    return StalePreviewError(
        _(
            "The register was changed after this preview was made. Nothing was imported. Please "
            "look at the new preview."
        )
    )


def nothing_sentence(plan: Plan) -> str:
    """Of a plan with nothing to write."""
    if plan.of(*LEFT_OUT):
        return _("No row of the file can be imported as it is.")
    return _("The file has nothing that the register has not.")


def lock_register(model: type[models.Model]) -> None:
    """One import of a model at a time; PostgreSQL holds the row, SQLite the whole database."""
    kind = ContentType.objects.get_for_model(model)
    ContentType.objects.select_for_update(no_key=True).get(pk=kind.pk)


def take(run: ImportRun) -> None:
    waiting = ImportRun.objects.filter(pk=run.pk, state=PREVIEWED)
    if waiting.update(state=IMPORTED) != 1:
        raise ImportRefusedError(_("This file was imported already."))


def keep_rest(run: ImportRun, rows: list[PlannedRow]) -> None:
    """Of the file only the rows that were left out stay."""
    left_out = {row.number for row in rows}
    run.sheet["rows"] = [row for row in run.sheet["rows"] if row[0] in left_out]
    run.sheet["why"] = {str(number): why for number, why in why_of(rows).items()}
    mark_imported(run)


def mark_imported(run: ImportRun) -> None:
    run.state = IMPORTED
    run.change_set = current_change_set()
    run.save()


def plan_undo_of(run: ImportRun) -> Undo:
    return plan_undo(run.change_set)


def undo_import(run: ImportRun, *, made_by: Callable) -> Undo:
    """Restores what the import changed, as far as nothing was done to it since. Raises
    ImportRefusedError."""
    if run.change_set is None:
        raise ImportRefusedError(_("This file was not imported."))
    with transaction.atomic():
        for part in plan_undo_of(run).models:
            lock_register(part.model)
        done = undo(run.change_set, made_by=made_by, reason=_("import taken back"), kept=run.kept)
        if not (done.removed or done.restored):
            raise ImportRefusedError(_("Nothing of this import can be taken back any more."))
        if not done.refusals:
            ImportRun.objects.filter(pk=run.pk, state=IMPORTED).update(state=UNDONE, kept={})
    run.refresh_from_db()
    return done
