"""The filters of the list of practices; the address is their state."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.models import Practice, Standard, Topic
from networks.facets import CountedFilterSet, Select, count_by
from networks.filters import NOT_RECORDED, network_choices

COLUMNS = {
    "topic": "topic__code",
    "standard": "topic__standard__code",
    "network": "organization__district__network",
}


class PracticeFilter(CountedFilterSet):
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


def topic_choices() -> list[tuple[str, str]]:
    return [(row.code, row.local_name) for row in Topic.objects.in_order()]


def standard_choices() -> list[tuple[str, str]]:
    return [(row.code, row.local_name) for row in Standard.objects.order_by("pk")]


def selects(filterset: PracticeFilter) -> list[Select]:
    """One query for each filter."""
    return [select_of(filterset, name) for name in COLUMNS]


def select_of(filterset: PracticeFilter, name: str) -> Select:
    facet = count_by(filterset.rows_without(name), COLUMNS[name])
    counts = {key_of(value): count for value, count in facet.counts.items()}
    return filterset.select(name, total=facet.total, count_of=lambda value: counts.get(value, 0))


def key_of(value) -> str:
    return NOT_RECORDED if value is None else str(value)
