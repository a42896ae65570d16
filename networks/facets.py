"""Filters of public lists: how many rows each value would give, the other filters kept. The address
is their state."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import django_filters as filters
from django.db.models import Count, QuerySet


@dataclass(frozen=True)
class Facet:
    """`counts` by the column's value, None for not recorded; `total` without this filter."""

    counts: dict
    total: int

    def of(self, value) -> int:
        return self.counts.get(value, 0)


def count_by(rows: QuerySet, column: str) -> Facet:
    """One query, whatever the number of rows."""
    counts = dict(rows.order_by().values_list(column).annotate(number=Count("pk")))
    return Facet(counts=counts, total=sum(counts.values()))


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Select:
    """One filter as a page shows it: every value with its count, nothing that would find none."""

    name: str
    label: str
    options: list[Option]


class CountedFilterSet(filters.FilterSet):
    def starting_rows(self, left_out: str | None) -> QuerySet:
        """Before any filter is asked."""
        return self.queryset

    def rows_without(self, left_out: str | None) -> QuerySet:
        """The rows that all filters but one let through."""
        rows = self.starting_rows(left_out)
        for name, value in self.form.cleaned_data.items():
            if name != left_out and value not in (None, ""):
                rows = self.filters[name].filter(rows, value)
        return rows

    def select(self, name: str, *, total: int, count_of: Callable[[str], int]) -> Select:
        """`total`: without this filter; `count_of` a value of it."""
        options = list(self.options(name, total, count_of))
        return Select(name, self.filters[name].label, options)

    def options(self, name: str, total: int, count_of: Callable[[str], int]) -> Iterator[Option]:
        field = self.form.fields[name]
        chosen = self.form.cleaned_data.get(name) or ""
        yield Option("", str(field.empty_label), total, chosen == "")
        for value, label in field.choices:
            count = count_of(value) if value else 0
            if value and (count or value == chosen):
                yield Option(str(value), str(label), count, value == chosen)
