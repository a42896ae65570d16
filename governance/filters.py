"""The filters of the list of practices; the address is their state."""

from collections.abc import Iterator

import django_filters as filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from governance.models import Practice, Standard, Topic
from networks.facets import count_by
from networks.filters import NOT_RECORDED, Option, Select, network_choices

COLUMNS = {
    "topic": "topic__code",
    "standard": "topic__standard__code",
    "network": "organization__district__network",
}


class PracticeFilter(filters.FilterSet):
    """`rows` are all that visitors see."""

    topic = filters.ChoiceFilter(
        choices=lambda: topic_choices(),
        field_name="topic__code",
        label=_("topic of learning"),
        empty_label=_("All"),
    )
    standard = filters.ChoiceFilter(
        choices=lambda: standard_choices(),
        field_name="topic__standard__code",
        label=_("assessment standard"),
        empty_label=_("All"),
    )
    network = filters.ChoiceFilter(
        choices=network_choices,
        method="keep_network",
        label=_("area network"),
        empty_label=_("All"),
    )

    class Meta:
        model = Practice
        fields = ["topic", "standard", "network"]

    def keep_network(self, rows, _name, value):
        number = None if value == NOT_RECORDED else int(value)
        return rows.filter(organization__district__network=number)

    def rows_without(self, left_out: str) -> QuerySet:
        """The rows that all filters but one let through."""
        rows = self.queryset
        for name, value in self.form.cleaned_data.items():
            if name != left_out and value:
                rows = self.filters[name].filter(rows, value)
        return rows


def topic_choices() -> list[tuple[str, str]]:
    return [(row.code, row.local_name) for row in Topic.objects.in_order()]


def standard_choices() -> list[tuple[str, str]]:
    return [(row.code, row.local_name) for row in Standard.objects.order_by("pk")]


def selects(filterset: PracticeFilter) -> list[Select]:
    """Every value with its count, nothing that would find none. One query for each filter."""
    return [
        Select(name, filterset.filters[name].label, list(options(filterset, name)))
        for name in COLUMNS
    ]


def options(filterset: PracticeFilter, name: str) -> Iterator[Option]:
    facet = count_by(filterset.rows_without(name), COLUMNS[name])
    counts = {key_of(value): count for value, count in facet.counts.items()}
    field = filterset.form.fields[name]
    chosen = filterset.form.cleaned_data.get(name) or ""
    yield Option("", str(field.empty_label), facet.total, chosen == "")
    for value, label in field.choices:
        count = counts.get(value, 0)
        if value and (count or value == chosen):
            yield Option(value, str(label), count, value == chosen)


def key_of(value) -> str:
    return NOT_RECORDED if value is None else str(value)
