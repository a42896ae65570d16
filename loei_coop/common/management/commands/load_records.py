import argparse

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from loei_coop.common import records


class Command(BaseCommand):
    help = "Adds the records the portal starts with, where they are missing. Never overwrites."

    def add_arguments(self, parser):
        parser.add_argument(
            "--samples",
            action=argparse.BooleanOptionalAction,
            default=settings.LOCAL,
            help="sample records too (default: only on a local portal)",
        )
        parser.add_argument(
            "--without-samples",
            action="store_false",
            dest="samples",
            help="the same as --no-samples",
        )
        parser.add_argument(
            "--with-samples", action="store_true", dest="samples", help="the same as --samples"
        )

    def handle(self, *, samples, verbosity, **options):
        outcome = records.load(with_samples=samples)
        if verbosity:
            self.stdout.write(_("Records added: %(count)s") % {"count": outcome.added.total()})
            for line in outcome.left_out:
                self.stderr.write(_("Left out: %(line)s") % {"line": line})
            if outcome.rebuilt_keys:
                message = _("Sort keys and search texts rebuilt: %(count)s")
                self.stdout.write(message % {"count": outcome.rebuilt_keys})
