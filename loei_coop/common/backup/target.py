"""The database that a backup is to go into: whether it may, and its tables."""

from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from loei_coop.common.backup import schema, uploads
from loei_coop.common.backup.archive import damaged
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Manifest
from loei_coop.common.backup.tables import columns_of

# Tables that the set-up fills by itself. Rows in any other are somebody's work.
SET_UP = {"auth", "contenttypes"}


def prepare(manifest: Manifest) -> list[type[models.Model]]:
    """The models of the backup, for which there are tables now. Raises BackupError."""
    loader = MigrationLoader(connection)
    schema.refuse_newer(schema.nodes(manifest.migrations), loader)
    kept = schema.kept_models(loader, manifest.migrations)
    if {m._meta.label_lower: columns_of(m) for m in kept} != columns_in(manifest):
        raise damaged()
    here = schema.latest(loader)
    if not here:
        create_tables(manifest.migrations)
    elif here != manifest.migrations:
        refuse_other_tables(manifest, loader)
    return kept


def columns_in(manifest: Manifest) -> dict[str, list[str]]:
    return {label: table.columns for label, table in manifest.tables.items()}


def create_tables(migrations: schema.Migrations) -> None:
    """Without the rows that a set-up adds when it ends."""
    if connection.introspection.table_names():
        raise BackupError(_("The database holds tables that are not the portal's."))
    MigrationExecutor(connection).migrate(schema.nodes(migrations))


def refuse_other_tables(manifest: Manifest, loader: MigrationLoader) -> None:
    if set(schema.nodes(manifest.migrations)) == set(loader.graph.leaf_nodes()):
        raise BackupError(_("The database is not up to date. Run first: manage.py migrate"))
    sentence = _(
        "The backup was made by an older version of the portal. Restore it into a new, empty "
        "database (another DATA_DIR or DATABASE_URL); it is then brought up to date."
    )
    raise BackupError(sentence)


def has_data(kept: list[type[models.Model]]) -> bool:
    rows = (m._base_manager.exists() for m in kept if m._meta.app_label not in SET_UP)
    return any(rows) or any(uploads.files())


def every_table(manifest: Manifest) -> list[str]:
    """Also those that a backup leaves out: no session outlives its portal."""
    found = schema.all_models(MigrationLoader(connection), manifest.migrations)
    return [model._meta.db_table for model in found]
