"""How many rows each value of a filter would give, the other filters kept."""

from dataclasses import dataclass

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
