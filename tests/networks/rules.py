"""A row that breaks a rule is refused twice: by its form, in a sentence, and by the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation


def sentences(row):
    """What the person at the desk is told, in English as the code has it."""
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            row.full_clean()
        return refused.value.messages


def refusal(act, *args, **values):
    """With which sentences an act on the register refuses."""
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            act(*args, **values)
        return refused.value.messages


def assert_database_refuses(row, *, rule):
    """Past every form: bulk_create() writes without asking the row."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(row).objects.bulk_create([row])
    assert_is_about(refused.value, rule, row)


def assert_is_about(error, rule, row):
    """PostgreSQL, and SQLite for a check, name the constraint; SQLite names unique columns."""
    columns = unique_columns(row, rule)
    assert rule in str(error) or (columns and columns in str(error)), error


def unique_columns(row, rule):
    (constraint,) = [c for c in row._meta.constraints if c.name == rule]
    names = getattr(constraint, "fields", ())
    columns = [row._meta.get_field(name).column for name in names]
    return ", ".join(f"{row._meta.db_table}.{column}" for column in columns)
