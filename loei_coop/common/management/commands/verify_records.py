from django.core.management.base import BaseCommand, CommandError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.common.seals import altered_rows, frozen_count


class Command(BaseCommand):
    help = "Looks for frozen records that were altered outside of the portal."

    def handle(self, **options):
        altered = list(altered_rows())
        for row in altered:
            sentence = _("Altered since it was frozen: %(kind)s “%(name)s” (no. %(pk)s)")
            kind = capfirst(row._meta.verbose_name)
            self.stderr.write(sentence % {"kind": kind, "name": row, "pk": row.pk})
        if altered:
            raise CommandError(_("Altered rows: %(count)s") % {"count": len(altered)})
        self.stdout.write(_("Frozen records, all as sealed: %(count)s") % {"count": frozen_count()})
