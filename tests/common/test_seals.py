"""What goes past the portal to frozen records is found out, and `verify_records` tells of it."""

import datetime
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from governance.models import Category, Edition, Item, Step
from governance.rounds import make_round
from loei_coop.common.seals import altered_rows, content_hash
from tests.governance.factories import (
    make_category,
    make_edition,
    make_item,
    make_step,
    make_used_edition,
)

pytestmark = pytest.mark.django_db

THE_HASH = "ba9992e0fe75f421356ab6c901dd83397f3cc33953cdca2a2c2ddeea959bb3f6"


@pytest.fixture
def used():
    return make_used_edition()


def behind_the_back(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def verify(capsys):
    """(lines told as wrong, the closing word)"""
    with translation.override("en"):
        try:
            call_command("verify_records")
        except CommandError as error:
            return capsys.readouterr().err.splitlines(), str(error)
    return [], capsys.readouterr().out.strip()


def test_nothing_is_altered_after_sealing(used, capsys):
    assert verify(capsys) == ([], "Frozen records, all as sealed: 1")


def test_every_row_of_a_used_edition_carries_a_hash(used):
    for model in (Edition, Category, Item, Step):
        assert [row for row in model.objects.all() if len(row.content_hash) != 64] == []


def test_a_row_changed_behind_the_back_is_named(used, capsys):
    item = Item.objects.get()
    behind_the_back("UPDATE governance_item SET points = 50 WHERE id = %s", item.pk)
    lines, closing = verify(capsys)
    assert lines == [
        f"Altered since it was frozen: Item “1.1 มีแผนงานประจำปี” (no. {item.pk})",
    ]
    assert closing == "Altered rows: 1"


def test_a_part_taken_away_behind_the_back_shows_on_the_record(used):
    behind_the_back("DELETE FROM governance_step WHERE lowest = 0")
    assert list(altered_rows()) == [used]


def test_a_part_added_behind_the_back_is_named_and_shows_on_the_record(used):
    behind_the_back(
        "INSERT INTO governance_category (edition_id, number, name, name_en, is_assessed,"
        ' content_hash, "order") VALUES (%s, %s, %s, %s, %s, %s, 2)',
        used.pk,
        "2",
        "หลักที่สอง",
        "",
        True,
        "",
    )
    assert list(altered_rows()) == [Category.objects.get(number="2"), used]


def test_a_new_hash_of_the_altered_row_does_not_hide_it(used):
    item = Item.objects.get()
    item.points = Decimal("50.00")
    behind_the_back(
        "UPDATE governance_item SET points = 50, content_hash = %s WHERE id = %s",
        content_hash(item),
        item.pk,
    )
    assert list(altered_rows()) == [used]


def test_drafts_may_change_and_are_not_looked_at():
    make_step()
    behind_the_back("UPDATE governance_item SET points = 50")
    assert list(altered_rows()) == []


def test_the_hash_is_the_same_whatever_database_holds_the_row():
    category = make_category(pk=900)
    make_item(pk=900, category=category, points=Decimal("2.5"), target=75)
    assert content_hash(Item.objects.get()) == THE_HASH


def test_a_column_added_later_breaks_no_seal():
    edition = make_edition()
    without = content_hash(edition)
    edition.allows_not_applicable = False  # its default
    assert content_hash(edition) == without
    edition.allows_not_applicable = True
    assert content_hash(edition) != without


@pytest.mark.parametrize("editions", [1, 4])
def test_the_number_of_questions_does_not_grow(django_assert_num_queries, editions):
    for number in range(editions):
        make_used_edition(f"ฉบับที่ {number}", fiscal_year=2020 + number)
    # One for each kind of frozen record, and for each kind of its parts.
    with django_assert_num_queries(13):
        assert list(altered_rows()) == []


def test_a_second_round_does_not_seal_again_what_was_altered(used):
    behind_the_back("UPDATE governance_item SET points = 50")
    october = datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC)
    make_round(used, fiscal_year=2027, opens_at=october, closes_at=october.replace(year=2027))
    assert list(altered_rows()) == [Item.objects.get()]
