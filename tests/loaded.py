"""The portal's own records with their samples: loaded once, afterwards put back row by row."""

from functools import cache

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from loei_coop.common.records import Outcome, load

_kept: list[tuple[Outcome, dict[str, list[tuple]]]] = []


def put() -> Outcome:
    """As `load` would, into a database that has none of them, and in a tenth of the time."""
    if not _kept:
        before = contents()
        outcome = load(with_samples=True)
        after = contents()
        _kept.append((outcome, {t: rows_but(after[t], before[t]) for t in after}))
        return outcome
    ((outcome, added),) = _kept
    # Rows refer to others that come later: the database looks at the end.
    with transaction.atomic():
        for table, rows in added.items():
            insert(table, rows)
    continue_numbers()
    return outcome


@cache
def stored_models() -> list:
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def contents() -> dict[str, list[tuple]]:
    return {model._meta.db_table: rows_of(model._meta.db_table) for model in stored_models()}


def rows_of(table: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return [tuple(row) for row in cursor.fetchall()]


def rows_but(rows: list[tuple], before: list[tuple]) -> list[tuple]:
    known = set(before)
    return [row for row in rows if row not in known]


def insert(table: str, rows: list[tuple]) -> None:
    if not rows:
        return
    places = ", ".join(["%s"] * len(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {connection.ops.quote_name(table)} VALUES ({places})", rows
        )


def continue_numbers() -> None:
    """PostgreSQL counts on after rows that brought their number along."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), stored_models()):
            cursor.execute(statement)
