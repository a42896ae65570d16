from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from loei_coop.common.backup import files, restoring
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.telling import contents


class Command(BaseCommand):
    help = "Puts a backup into an empty portal, on any machine and either database."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace",
            action="store_true",
            help="replace the data that are there; they are kept in a backup first",
        )

    def handle(self, file, replace, **options):
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            restored = restoring.restore(file, replace=replace, backups=files.usual_folder())
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.tell(restored, file)

    def tell(self, restored, file):
        if restored.former:
            sentence = _("What was there before is kept in: %(file)s")
            self.stdout.write(sentence % {"file": restored.former.path})
        sentence = _("Restored, and found the same as the backup: %(file)s")
        self.stdout.write(sentence % {"file": file})
        for line in contents(restored.manifest):
            self.stdout.write(line)
        self.stdout.write(_("If the portal is open, close it now and start it again."))
        if restored.has_other_secret:
            self.stderr.write(
                _(
                    "This portal has another SECRET_KEY than the one of the backup. Take over that "
                    "key (file secret_key in DATA_DIR, or the variable); otherwise no code of the "
                    "second step fits, and each account has to be reset: manage.py "
                    "reset_second_factor NAME"
                )
            )
