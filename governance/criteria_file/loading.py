"""From the file to the draft: kept with its ImportRun, then all of it or nothing."""

from collections.abc import Callable
from pathlib import PurePath

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from governance.criteria_file import planning, reading
from governance.criteria_file.columns import all_columns, header_names, required_names
from governance.criteria_file.planning import Plan, differing
from governance.criteria_file.reading import Fault, Line, Reading
from governance.models import Category, Edition, Item, Step
from loei_coop.common.frozen import FrozenError
from loei_coop.common.history import recording
from loei_coop.common.imports.workflow import (
    ImportRefusedError,
    as_sheet,
    forget_old,
    mark_imported,
    stale_preview,
    take,
)
from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.common.sheets.errors import SheetError
from loei_coop.common.sheets.reading import MissingColumnsError, Table, read_table

KIND = "criteria"


class FaultyFileError(Exception):
    """Nothing was kept of the file; `faults` say why."""

    def __init__(self, faults: list[Fault]):
        super().__init__(faults)
        self.faults = faults


def receive(edition: Edition, data: bytes, *, file_name: str, by) -> ImportRun:
    """Keeps what the file says. Raises FrozenError, SheetError or FaultyFileError."""
    edition.clean()
    sheet = {**as_sheet(read(data)), "edition": edition.pk}
    run = ImportRun(
        kind=KIND,
        file_name=PurePath(file_name.replace("\\", "/")).name[-255:],
        received_by=by,
        sheet=sheet,
    )
    if faults := reading_of(run).faults:
        raise FaultyFileError(list(faults.values()))
    forget_old()
    run.save()
    return run


def read(data: bytes) -> Table:
    try:
        return read_table(data, names=header_names(), required=required_names())
    except MissingColumnsError as error:
        missing = [column.header for column in all_columns() if column.name in error.names]
        sentence = _("These columns are missing: %(columns)s. Take the template file.")
        raise SheetError(sentence % {"columns": ", ".join(missing)}) from error


def reading_of(run: ImportRun) -> Reading:
    return reading.read(run.sheet["columns"], run.sheet["rows"])


def edition_of(run: ImportRun) -> Edition | None:
    return Edition.objects.filter(pk=run.sheet.get("edition")).first()


def plan_of(run: ImportRun, edition: Edition) -> Plan:
    return planning.plan(edition, reading_of(run).lines)


def load(run: ImportRun, *, seen: str, made_by: Callable) -> Plan:
    """Makes the edition what the file says. `seen`: the fingerprint of the plan that was shown.
    Raises ImportRefusedError; nothing is changed then."""
    with override("th"):  # whoever reads it
        reason = _("Criteria imported")
    values = {"file_name": run.file_name, "reason": reason}
    try:
        with recording(ChangeSet.Source.IMPORT, made_by=made_by, **values), transaction.atomic():
            take(run)
            done = carry_out(run, seen)
            mark_imported(run)
    except FrozenError as error:
        raise ImportRefusedError(" ".join(error.messages)) from error
    except models.ProtectedError as error:
        sentence = _("Items that were copied into another edition cannot be removed.")
        raise ImportRefusedError(sentence) from error
    return done


def carry_out(run: ImportRun, seen: str) -> Plan:
    edition = Edition.objects.select_for_update().get(pk=run.sheet["edition"])
    edition.clean()
    plan = plan_of(run, edition)
    if plan.fingerprint() != seen:
        raise stale_preview()
    if not plan.has_effect:
        raise ImportRefusedError(_("The file has nothing that the edition has not."))
    write(plan)
    run.sheet = {"edition": edition.pk, "rows": []}
    return plan


def write(plan: Plan) -> None:
    for item in plan.removed:
        item.delete()
    make_room(plan)
    categories = write_categories(plan)
    for line in plan.lines:
        write_item(plan, line, category=categories[line.category["number"]])
    for number, category in plan.categories.items():
        if number not in categories:
            category.delete()


def make_room(plan: Plan) -> None:
    """Numbers may change places: each leaves its own before another takes it."""
    numbers = {line.item["code"]: line.item["number"] for line in plan.lines}
    for code, item in plan.items.items():
        if code in numbers and numbers[code] != item.number:
            Item.objects.filter(pk=item.pk).update(number=f"~{item.pk}")


def write_categories(plan: Plan) -> dict[str, Category]:
    written = {}
    for line in plan.lines:
        number = line.category["number"]
        if number not in written:
            category = plan.categories.get(number) or Category(edition=plan.edition)
            written[number] = store(category, plan.places.category_values(line))
    return written


def write_item(plan: Plan, line: Line, *, category: Category) -> None:
    item = plan.items.get(line.item["code"]) or Item()
    known = {step.lowest: step for step in item.steps.all()} if item.pk else {}
    store(item, {**plan.places.item_values(line), "category": category})
    for lowest in known.keys() - {step["lowest"] for step in line.steps}:
        known[lowest].delete()
    for step in line.steps:
        store(known.get(step["lowest"]) or Step(item=item), step)


def store(record: models.Model, values: dict) -> models.Model:
    """Saves it if it is new or not as it is to be."""
    if record.pk is None or differing(record, values):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()
    return record
