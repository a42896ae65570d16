"""Making a backup while the portal is in use."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.db import Error, connections, models
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.common.backup import archive, checking, files, schema, tables, uploads
from loei_coop.common.backup.archive import UPLOADS, Writer, blocks, lines_in, table_member
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Manifest, Table, Upload, secret_mark
from loei_coop.common.backup.moment import one_moment
from loei_coop.common.backup.numbers import last_number


@dataclass(frozen=True)
class Backup:
    path: Path
    manifest: Manifest

    @property
    def size(self) -> int:
        return self.path.stat().st_size


def make(folder: Path) -> Backup:
    """A new file in the folder, read again and found right. Raises BackupError."""
    moment = timezone.localtime()
    with troubles_as_sentences(), files.alone():
        folder = files.ready(folder)
        with files.half_written(folder) as part:
            with files.private_file(part) as file:
                manifest = write(file)
            checking.check(part)
            path = files.free_path(folder, moment)
            files.put(part, path)
    return Backup(path, manifest)


@contextmanager
def troubles_as_sentences() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        sentence = _("The backup could not be written: %(reason)s")
        raise BackupError(sentence % {"reason": error}) from error
    except Error as error:
        sentence = _("The database could not be read: %(reason)s")
        raise BackupError(sentence % {"reason": error}) from error


def write(file: BinaryIO) -> Manifest:
    """Uploads after the rows: a file that a row speaks of was there when the row was."""
    with archive.writer(file) as writer:
        with one_moment() as alias:
            manifest = add_tables(writer, alias)
        for path in uploads.files():
            add_upload(writer, path, manifest)
        writer.finish(manifest)
    return manifest


def add_tables(writer: Writer, alias: str) -> Manifest:
    loader = MigrationLoader(connections[alias])
    manifest = new_manifest(schema.latest(loader))
    for model in schema.kept(schema.all_models(loader, manifest.migrations)):
        manifest.tables[model._meta.label_lower] = add_table(writer, model, alias)
    return manifest


def new_manifest(migrations: schema.Migrations) -> Manifest:
    if not migrations:
        sentence = _("The database is not set up yet. Run: manage.py migrate")
        raise BackupError(sentence)
    return Manifest(timezone.now().isoformat(), secret_mark(), migrations)


def add_table(writer: Writer, model: type[models.Model], alias: str) -> Table:
    member = table_member(model._meta.label_lower)
    rows, digest = writer.add(member, tables.lines(model, alias), lines_in)
    return Table(tables.columns_of(model), rows, digest, last_number(model, alias))


def add_upload(writer: Writer, path: Path, manifest: Manifest) -> None:
    """As it is: pictures and PDFs do not become smaller."""
    name = uploads.name_of(path)
    # It may have been removed since it was listed.
    with suppress(FileNotFoundError), path.open("rb") as file:
        manifest.uploads[name] = Upload(*writer.add(UPLOADS + name, blocks(file), compress=False))
