import io

import pytest
from django.core.management import call_command
from django.db import connection

from loei_coop.thai.django.keys import models_with_keys, rebuild_stale_keys
from tests.factories import make_organization, make_person

pytestmark = pytest.mark.django_db


def check(**options):
    """What `manage.py check` prints."""
    printed = io.StringIO()
    call_command("check", stdout=printed, stderr=printed, no_color=True, **options)
    return printed.getvalue()


def warning(label, count, rows):
    return (
        f"{label}: (thai.W001) {count} rows of {label} have a stale sort key or search text: "
        f"{rows}\n\tHINT: Run `manage.py load_records`: it rebuilds them.\n"
    )


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_nothing_is_said_while_all_keys_are_right():
    make_organization()
    make_person()
    printed = check(databases=["default"])
    assert printed == "System check identified no issues (0 silenced).\n"


def test_stale_rows_are_named_by_model():
    organization, person = make_organization(), make_person()
    execute("UPDATE networks_organization SET search_text = 'wrong'")
    execute("UPDATE networks_person SET first_name = 'กมล'")
    printed = check(databases=["default"])
    assert warning("networks.Organization", 1, organization.pk) in printed
    assert warning("networks.Person", 1, person.pk) in printed
    assert printed.endswith("System check identified 2 issues (0 silenced).\n")


def test_ten_stale_rows_are_named_and_all_are_counted():
    rows = [make_person(first_name) for first_name in "กขคงจฉชซญดตถ"]
    execute("UPDATE networks_person SET sort_key = 'wrong'")
    first_ten = ", ".join(str(person.pk) for person in rows[:10])
    assert warning("networks.Person", 12, first_ten) in check(databases=["default"])


def test_nothing_is_said_after_the_keys_were_rebuilt():
    make_person()
    execute("UPDATE networks_person SET first_name = 'กมล'")
    rebuild_stale_keys()
    assert "thai.W001" not in check(databases=["default"])


def test_the_database_is_not_asked_by_a_plain_check():
    make_person()
    execute("UPDATE networks_person SET first_name = 'กมล'")
    assert check() == "System check identified no issues (0 silenced).\n"


def test_nothing_is_said_before_the_first_migration():
    for model in models_with_keys():
        table = model._meta.db_table
        execute(f"ALTER TABLE {table} RENAME TO {table}_gone")
    printed = check(databases=["default"])
    assert printed == "System check identified no issues (0 silenced).\n"


def test_nothing_is_said_before_a_migration_that_adds_a_key():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE networks_subdistrict RENAME COLUMN sort_key TO old_key")
    call_command("check", databases=["default"])
