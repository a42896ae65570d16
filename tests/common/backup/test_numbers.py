"""A number that was given to a row is never given to another."""

import pytest
from django.db import transaction

from loei_coop.common.backup.numbers import continue_after, last_number
from loei_coop.common.models import ChangeSet
from networks.models import Agency, District, Person
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


def test_the_number_of_a_removed_row_is_remembered():
    make_agency()
    last = make_agency("จังหวัดเลย")
    number = last.pk
    last.delete()
    assert last_number(Agency, "default") == number


def test_a_table_keyed_by_something_else_gives_no_numbers():
    assert last_number(District, "default") is None


def test_a_table_that_never_gave_a_number_may_go_on_from_the_start():
    continue_after(Agency, 0, "default")
    assert make_agency().pk == last_number(Agency, "default")


def test_the_next_row_gets_the_number_after():
    number = last_number(Person, "default") + 1000
    continue_after(Person, number, "default")
    assert make_person().pk == number + 1
    assert make_person().pk == number + 2


def test_numbers_never_go_back():
    number = make_person().pk
    continue_after(Person, number - 1, "default")
    assert make_person().pk == number + 1


def test_a_number_that_was_given_by_hand_counts():
    make_agency(pk=777_000)
    assert last_number(Agency, "default") == 777_000


@pytest.mark.django_db(transaction=True)
def test_nothing_is_wrong_after_a_rollback():
    with transaction.atomic():
        continue_after(ChangeSet, last_number(ChangeSet, "default") + 50, "default")
        transaction.set_rollback(True)
    before = last_number(ChangeSet, "default")
    assert ChangeSet.objects.create(source="form").pk == before + 1
