from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from loei_coop.common import records


class Command(BaseCommand):
    help = "Removes every sample record and leaves the real ones."

    def handle(self, **options):
        removed, kept = records.remove_samples()
        self.stdout.write(_("Sample records removed: %(count)s") % {"count": removed})
        if kept:
            names = ", ".join(str(row) for row in kept)
            raise CommandError(_("Real records refer to these samples, which stay: %s") % names)
