"""The last number that a table gave to a row. It outlives the row: a number is never given
again, because the history of a removed record still speaks of it."""

from django.db import connections, models
from django.db.models import Max


def last_number(model: type[models.Model], alias: str) -> int | None:
    """None where the database gives no numbers."""
    if not isinstance(model._meta.pk, models.AutoField):
        return None
    read = on_postgresql if connections[alias].vendor == "postgresql" else on_sqlite
    highest = model._base_manager.using(alias).aggregate(highest=Max("pk"))["highest"]
    return max(read(model, alias), highest or 0)


def on_sqlite(model: type[models.Model], alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        return (cursor.fetchone() or [0])[0]


def on_postgresql(model: type[models.Model], alias: str) -> int:
    with connections[alias].cursor() as cursor:
        sequence = sequence_of(model, alias, cursor)
        cursor.execute(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608
        value, is_called = cursor.fetchone()
        return value if is_called else 0


def sequence_of(model: type[models.Model], alias: str, cursor) -> str:
    table, column = model._meta.db_table, model._meta.pk.column
    cursor.execute(
        "SELECT pg_get_serial_sequence(%s, %s)", [connections[alias].ops.quote_name(table), column]
    )
    return cursor.fetchone()[0]


def continue_after(model: type[models.Model], number: int, alias: str) -> None:
    """The next row gets a number after this one. Numbers never go back, so that nothing is
    wrong when the transaction is rolled back and PostgreSQL does not roll them back."""
    number = max(number, last_number(model, alias))
    if number == 0:
        return
    with connections[alias].cursor() as cursor:
        if connections[alias].vendor == "postgresql":
            cursor.execute("SELECT setval(%s, %s)", [sequence_of(model, alias, cursor), number])
        else:
            write_on_sqlite(cursor, model._meta.db_table, number)


def write_on_sqlite(cursor, table: str, number: int) -> None:
    cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
    cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
