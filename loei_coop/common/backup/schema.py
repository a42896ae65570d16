"""Which tables there are, told by the migrations that were run and not by today's models: a
backup made before an update, or long ago, is understood as what it was."""

from collections.abc import Iterable

from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from loei_coop.common.backup.errors import BackupError

Migrations = dict[str, list[str]]
"""The latest ones of each app: {app: [name]}."""

# Whoever is signed in signs in again after a restore.
SESSIONS = "sessions.session"


def latest(loader: MigrationLoader) -> Migrations:
    """The latest migrations that were run on the loader's database; empty on an empty one."""
    # An app that was taken out of the portal is none of our business.
    refuse_newer(
        (key for key in loader.applied_migrations if key[0] in loader.migrated_apps), loader
    )
    run = {key for key in loader.applied_migrations if key in loader.graph.nodes}
    followed = {parent for key in run for parent in own_parents(key, loader)}
    names: Migrations = {}
    for app, name in sorted(run - followed):
        names.setdefault(app, []).append(name)
    return names


def own_parents(key: tuple[str, str], loader: MigrationLoader) -> list[tuple[str, str]]:
    parents = (node.key for node in loader.graph.node_map[key].parents)
    return [parent for parent in parents if parent[0] == key[0]]


def refuse_newer(keys: Iterable[tuple[str, str]], loader: MigrationLoader) -> None:
    if not set(keys) <= loader.disk_migrations.keys():
        sentence = _("The data come from a newer version of the portal. Update the portal first.")
        raise BackupError(sentence)


def nodes(migrations: Migrations) -> list[tuple[str, str]]:
    return [(app, name) for app, names in migrations.items() for name in names]


def all_models(loader: MigrationLoader, migrations: Migrations) -> list[type[models.Model]]:
    """The models of every table, as they were after these migrations."""
    apps = loader.project_state(nodes(migrations)).apps
    found = (m for m in apps.get_models(include_auto_created=True) if not m._meta.proxy)
    return sorted((m for m in found if m._meta.managed), key=lambda m: m._meta.label_lower)


def kept(models: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """Those whose rows are in a backup: all but sessions and what goes with a session."""
    return [model for model in models if SESSIONS not in labels_around(model)]


def labels_around(model: type[models.Model]) -> set[str]:
    """Of the model and of what its rows point to."""
    pointing = (field for field in model._meta.local_concrete_fields if field.remote_field)
    return {m._meta.label_lower for m in (model, *(f.related_model for f in pointing))}
