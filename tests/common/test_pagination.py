import pytest
from django.core.paginator import Paginator

from loei_coop.common.pagination import page_links


def links(number, *, rows):
    page = Paginator(range(rows), 25).page(number)
    return page_links(page, lambda page: f"?page={page}")


def test_a_single_page_leads_nowhere():
    single = links(1, rows=3)
    assert (single.previous, single.next) == (None, None)
    assert [link.label for link in single.links] == ["1"]


@pytest.mark.parametrize(
    ("number", "labels"),
    [
        (1, "1 2 3 … 20"),
        (10, "1 … 8 9 10 11 12 … 20"),
        (20, "1 … 18 19 20"),
    ],
)
def test_a_long_list_is_shortened_around_the_page(number, labels):
    assert [link.label for link in links(number, rows=500).links] == labels.split()


def test_the_page_itself_and_the_gap_have_no_address():
    by_label = {link.label: link for link in links(10, rows=500).links}
    assert by_label["10"].is_current
    assert (by_label["10"].address, by_label["…"].address) == (None, None)
    assert by_label["9"].address == "?page=9"


def test_previous_and_next_are_the_neighbours():
    middle = links(10, rows=500)
    assert (middle.previous, middle.next) == ("?page=9", "?page=11")
