from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from governance import evidence


class Command(BaseCommand):
    help = "Deletes files of evidence after the time of retention. Tells only, unless --delete."

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="delete; without, only tell")
        parser.add_argument(
            "--years",
            type=int,
            default=settings.EVIDENCE_YEARS,
            help="years after the closing of the round (default: %(default)s)",
        )

    def handle(self, *, delete, years, **options):
        rows = evidence.superfluous(evidence.kept_since(years))
        for row in rows:
            self.stdout.write(f"{row.assessment}: {row.title} ({row.sha256[:12]})")
        if delete:
            with transaction.atomic():
                number = evidence.clear(rows)
            self.stdout.write(_("Files deleted: %(number)s") % {"number": number})
        else:
            sentence = _("Files that would be deleted: %(number)s. Add --delete to do it.")
            self.stdout.write(sentence % {"number": len(rows)})
