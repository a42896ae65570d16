from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from loei_coop.common.arguments import whole_number
from loei_coop.common.backup import checking, files, making, retention
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.telling import contents, size


class Command(BaseCommand):
    help = "Copies the database and the uploads into one file, while the portal is in use."

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=files.usual_folder(),
            help="where the file goes (default: backups in DATA_DIR)",
        )
        what.add_argument("--verify", type=Path, metavar="FILE", help="only check this backup")
        parser.add_argument(
            "--keep-days",
            type=whole_number,
            default=retention.KEEP_DAYS,
            help="keep every backup of this many days (default: %(default)s)",
        )
        parser.add_argument(
            "--keep-monthly",
            type=whole_number,
            default=retention.KEEP_MONTHLY,
            help="and the last one of this many months (default: %(default)s)",
        )

    def handle(self, folder, verify, keep_days, keep_monthly, **options):
        try:
            if verify:
                self.tell(_("The backup is whole: %(file)s"), verify, checking.check(verify))
            else:
                backup = making.make(folder)
                self.tell(_("Backup made and checked: %(file)s"), backup.path, backup.manifest)
                self.remove_old(backup.path, keep_days, keep_monthly)
        except BackupError as error:
            raise CommandError(str(error)) from error

    def tell(self, sentence, path, manifest):
        self.stdout.write(sentence % {"file": path})
        self.stdout.write(size(path))
        for line in contents(manifest):
            self.stdout.write(line)

    def remove_old(self, newest, keep_days, keep_monthly):
        old = retention.remove_old(newest, keep_days=keep_days, keep_monthly=keep_monthly)
        for path in old:
            self.stdout.write(_("Old backup removed: %(file)s") % {"file": path.name})
