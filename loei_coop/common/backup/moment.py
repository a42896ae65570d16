"""The database as it was at one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.utils import load_backend

ALIAS = "backup"


@contextmanager
def one_moment() -> Iterator[str]:
    """The alias of a connection whose queries all see one moment: that of the first of them.

    The connection is another than the portal's, reads only, and makes nobody wait.
    """
    settings = reading_settings(connections[DEFAULT_DB_ALIAS].settings_dict)
    connection = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, ALIAS)
    connections[ALIAS] = connection
    try:
        with transaction.atomic(using=ALIAS):
            yield ALIAS
    finally:
        connection.close()
        del connections[ALIAS]


def reading_settings(settings: dict) -> dict:
    """On SQLite a transaction that waits for nobody and, under WAL, keeps its moment; on
    PostgreSQL one that repeats what it read."""
    settings = deepcopy(settings)
    options = settings["OPTIONS"]
    if settings["ENGINE"].endswith("sqlite3"):
        options.pop("transaction_mode", None)
        options["init_command"] = options.get("init_command", "") + "PRAGMA query_only=ON;"
    else:
        options["options"] = " ".join(
            [
                options.get("options", ""),
                r"-c default_transaction_isolation=repeatable\ read",
                "-c default_transaction_read_only=on",
            ]
        ).strip()
    return settings
