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

Models = list[type[models.Model]]


def prepare(manifest: Manifest) -> Models:
    """The models of all tables, which are there now. Raises BackupError."""
    loader = MigrationLoader(connection)
    schema.refuse_newer(schema.nodes(manifest.migrations), loader)
    found = schema.all_models(loader, manifest.migrations)
    if {m._meta.label_lower: columns_of(m) for m in schema.kept(found)} != columns_in(manifest):
        raise damaged()
    here = schema.latest(loader)
    if not here:
        create_tables(manifest.migrations)
    elif here != manifest.migrations:
        refuse_other_tables(manifest, loader)
    return found


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


def hold(models: Models) -> None:
    """Until the transaction ends nobody else writes. On SQLite its beginning saw to that."""
    if connection.vendor == "postgresql":
        names = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models)
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {names} IN EXCLUSIVE MODE")


def has_data(models: Models) -> bool:
    own = (model for model in schema.kept(models) if model._meta.app_label not in SET_UP)
    return any(model._base_manager.exists() for model in own) or any(uploads.files())
