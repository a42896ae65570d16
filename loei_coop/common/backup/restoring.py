"""Putting a backup into a database, on whichever machine and engine: all of it or nothing."""

import logging
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, Error, connection, models, transaction
from django.utils.translation import gettext as _

from loei_coop.common.backup import archive, checking, making, schema, target, uploads
from loei_coop.common.backup.archive import digest_of, lines_in, table_member
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Manifest, Table, secret_mark
from loei_coop.common.backup.numbers import continue_after
from loei_coop.common.backup.tables import insert, lines

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Restored:
    """`former`: the backup of what was there before, if anything was."""

    manifest: Manifest
    former: making.Backup | None

    @property
    def has_other_secret(self) -> bool:
        return self.manifest.secret != secret_mark()


def restore(path: Path, *, replace: bool, backups: Path) -> Restored:
    """Everything is checked before anything is touched. The former data are first kept in a new
    file in `backups`. Raises BackupError, and then the data and uploads are as before."""
    with archive.opened(path) as backup:
        manifest = checking.check_all(backup)
        with troubles_as_sentences():
            former = put(backup, manifest, replace=replace, backups=backups)
    ContentType.objects.clear_cache()
    bring_up_to_date()
    cache.clear()
    return Restored(manifest, former)


@contextmanager
def troubles_as_sentences() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        sentence = _("The files could not be put in place, and nothing was changed: %(reason)s")
        raise BackupError(sentence % {"reason": error}) from error
    except (Error, ValueError, TypeError, LookupError) as error:
        sentence = _("The database did not take the data, and nothing was changed: %(reason)s")
        raise BackupError(sentence % {"reason": str(error).strip()}) from error


def put(
    backup: zipfile.ZipFile, manifest: Manifest, *, replace: bool, backups: Path
) -> making.Backup | None:
    """Rows and uploads change together: the exchange of the uploads is the last act before the
    database makes the rows final. The backup of the former data has all that was written up to
    the exchange."""
    models = target.prepare(manifest)
    with uploads.stage() as stage, transaction.atomic(durable=True):
        target.hold(models)
        former = keep_former(backups, replace=replace) if target.has_data(models) else None
        stage.unpack(backup, manifest.uploads)
        fill(models, backup, manifest)
        stage.exchange()
    return former


def keep_former(backups: Path, *, replace: bool) -> making.Backup:
    if not replace:
        sentence = _(
            "There are data in this portal already, and nothing was changed. To replace them, add "
            "--replace: they are then kept in a backup first."
        )
        raise BackupError(sentence)
    return making.make(backups)


def fill(models: target.Models, backup: zipfile.ZipFile, manifest: Manifest) -> None:
    empty(models)
    kept = schema.kept(models)
    for model in kept:
        with backup.open(table_member(model._meta.label_lower)) as rows:
            insert(model, rows, DEFAULT_DB_ALIAS)
    connection.check_constraints()
    for model in kept:
        confirm(model, manifest.tables[model._meta.label_lower])


def empty(models: target.Models) -> None:
    """Also of what a backup leaves out: no session outlives its portal."""
    names = [model._meta.db_table for model in models]
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), names))


def confirm(model: type[models.Model], table: Table) -> None:
    """What the database now gives is what the backup has."""
    if digest_of(lines(model, DEFAULT_DB_ALIAS), lines_in) != (table.rows, table.sha256):
        sentence = _(
            "After loading, the table %(table)s differed from the backup. Nothing was changed."
        )
        raise BackupError(sentence % {"table": model._meta.label_lower})
    if table.last_number is not None:
        continue_after(model, table.last_number, DEFAULT_DB_ALIAS)


def bring_up_to_date() -> None:
    """From the tables of an older backup to those of this portal, and its groups and rights."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Exception as error:
        # Migrations stop with whatever tells best why the data do not fit.
        logger.exception("migrate after a restore")
        sentence = _("The data are restored, but not brought up to date: %(reason)s")
        raise BackupError(sentence % {"reason": str(error).strip()}) from error
