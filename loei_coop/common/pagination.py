from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page


@dataclass(frozen=True)
class PageLink:
    """`address` None: the page that is shown, or a gap between page numbers."""

    label: str
    address: str | None
    is_current: bool = False


@dataclass(frozen=True)
class PageLinks:
    previous: str | None
    next: str | None
    links: list[PageLink]


def page_links(page: Page, address: Callable[[int], str]) -> PageLinks:
    """Links to the pages of a list, shortened in the middle; `address` gives a page's."""
    return PageLinks(
        previous=address(page.previous_page_number()) if page.has_previous() else None,
        next=address(page.next_page_number()) if page.has_next() else None,
        links=[
            page_link(number, page, address)
            for number in page.paginator.get_elided_page_range(
                page.number, on_each_side=2, on_ends=1
            )
        ],
    )


def page_link(number: int | str, page: Page, address) -> PageLink:
    if number == page.number:
        return PageLink(str(number), None, is_current=True)
    return PageLink(str(number), address(number) if isinstance(number, int) else None)
