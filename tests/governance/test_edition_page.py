from decimal import Decimal

import pytest

from governance.edition_page import outline_of
from tests.governance.factories import make_category, make_edition, make_item

pytestmark = pytest.mark.django_db


def test_an_outline_counts_what_is_assessed_and_shows_what_is_not():
    edition = make_edition()
    first = make_category(edition=edition, number="1")
    make_item(category=first, points=3, is_internal_control=True)
    make_item(category=first, number="1.2", points=2)
    make_item(category=make_category(edition=edition, number="2", is_assessed=False), number="2.1")
    outline = outline_of(edition)
    assert [part.category.number for part in outline.parts] == ["1", "2"]
    assert (outline.item_count, outline.points) == (2, Decimal(5))
    assert outline.internal_control_points == Decimal(3)


@pytest.mark.parametrize("rows", [1, 9])
def test_an_outline_takes_two_questions(django_assert_num_queries, rows):
    edition = make_edition()
    for number in range(rows):
        make_item(category=make_category(edition=edition, number=f"{number}"))
    with django_assert_num_queries(2):
        assert len(outline_of(edition).parts) == rows


def test_an_edition_without_criteria_has_no_parts():
    assert outline_of(make_edition()).parts == []
