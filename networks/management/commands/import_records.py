import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from loei_coop.common.imports import workflow
from loei_coop.common.imports.plan import Plan
from loei_coop.common.imports.preview import WORDS
from loei_coop.common.imports.rows import LEFT_OUT, WRITTEN
from loei_coop.common.sheets.errors import SheetError
from networks.resources import KINDS


class Command(BaseCommand):
    help = "Imports a list (XLSX or CSV). Rows that need a person stop it, or are left out."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=KINDS)
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Only tell what it would do.")
        parser.add_argument(
            "--leave-out",
            action="store_true",
            help="Import the good rows; the others are told and make the command fail.",
        )

    def handle(self, kind, file, dry_run, leave_out, **options):
        resource = KINDS[kind]
        run = self.receive(resource, file)
        plan = workflow.plan_of(run, self.with_progress(resource(), run))
        left_out = plan.of(*LEFT_OUT)
        self.tell(plan, left_out)
        if dry_run or (left_out and not leave_out):
            run.delete()
        elif plan.of(*WRITTEN):
            self.confirm(run, resource(), plan)
        if left_out:
            sentence = _("%(number)s rows need correction.")
            raise CommandError(sentence % {"number": len(left_out)})

    def receive(self, resource, file: Path):
        try:
            return workflow.receive(resource, file.read_bytes(), file_name=file.name, by=None)
        except (OSError, SheetError) as error:
            raise CommandError(str(error)) from error

    def with_progress(self, resource, run):
        bar = tqdm(run.sheet["rows"], file=sys.stderr, disable=None, leave=False)
        run.sheet["rows"] = bar
        return resource

    def tell(self, plan: Plan, left_out) -> None:
        for outcome, number in plan.counts().items():
            self.stdout.write(f"{WORDS[outcome]}: {number}")
        for row in left_out:
            reasons = "; ".join(map(str, row.faults)) or _("Please say which record is meant.")
            self.stderr.write(f"{row.number} {row.title}: {reasons}")

    def confirm(self, run, resource, plan: Plan) -> None:
        run.refresh_from_db()
        try:
            workflow.confirm(run, resource, fingerprint=plan.fingerprint(), made_by=lambda: None)
        except workflow.ImportRefusedError as error:
            raise CommandError(str(error)) from error
