"""Records that are put back are those that were loaded."""

import pytest
from django.db import transaction

from networks.models import Organization
from tests import loaded
from tests.factories import make_organization


@pytest.fixture
def fresh(db, monkeypatch):
    """Nothing was loaded in this run yet."""
    monkeypatch.setattr(loaded, "_kept", [])


def put_and_take_back():
    with transaction.atomic():
        outcome, found = loaded.put(), loaded.contents()
        transaction.set_rollback(True)
    return outcome, {table: set(rows) for table, rows in found.items()}


def test_what_is_put_back_is_what_was_loaded(fresh):
    outcome, first = put_and_take_back()
    assert outcome.added["networks.Organization"] > 100
    assert put_and_take_back() == (outcome, first)


def test_a_row_that_is_added_afterwards_gets_the_next_number(db):
    put_and_take_back()
    loaded.put()
    last = Organization.objects.order_by("pk").last()
    assert make_organization().pk > last.pk


@pytest.mark.django_db(transaction=True)
def test_they_are_put_back_for_good_too():
    put_and_take_back()
    loaded.put()
    assert Organization.objects.count() > 100
