"""The filters of the list of cooperatives and farmer groups; the address is their state."""

from collections.abc import Iterator
from dataclasses import dataclass

import django_filters as filters
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks.choices import (
    NETWORK_NUMBERS,
    STATUSES_OF_PUBLIC,
    Kind,
    OrganizationType,
    PublicStatus,
)
from networks.facets import Facet, count_by
from networks.models import District, Organization

NOT_RECORDED = "none"
# Which column a filter looks at, so that its values can be counted.
COLUMNS = {
    "kind": "kind",
    "type": "type",
    "district": "district",
    "network": "district__network",
    "status": "status",
}


class OrganizationFilter(filters.FilterSet):
    """`rows` are all that have a page; without a status those that count are shown."""

    q = filters.CharFilter(method="keep_found", label=_("Name or code"), max_length=200)
    kind = filters.ChoiceFilter(choices=Kind.choices, label=_("kind"), empty_label=_("All"))
    type = filters.ChoiceFilter(
        choices=OrganizationType.choices, label=_("type"), empty_label=_("All")
    )
    network = filters.ChoiceFilter(
        choices=lambda: network_choices(),
        method="keep_network",
        label=_("area network"),
        empty_label=_("All"),
    )
    district = filters.ChoiceFilter(
        choices=lambda: district_choices(),
        method="keep_district",
        label=_("district"),
        empty_label=_("All"),
    )
    status = filters.ChoiceFilter(
        choices=[*PublicStatus.choices, (NOT_RECORDED, _("Not recorded in the source"))],
        method="keep_status",
        label=_("status"),
        empty_label=_("All that are not dissolved"),
    )

    class Meta:
        model = Organization
        fields = ["q", "kind", "type", "network", "district", "status"]

    def keep_found(self, rows, _name, value):
        return rows.search(value)

    def keep_network(self, rows, _name, value):
        return rows.without_network() if value == NOT_RECORDED else rows.in_network(int(value))

    def keep_district(self, rows, _name, value):
        return rows.without_network() if value == NOT_RECORDED else rows.filter(district=value)

    def keep_status(self, rows, _name, value):
        return rows.with_public_status(None if value == NOT_RECORDED else PublicStatus(value))

    def filter_queryset(self, queryset):
        return self.rows_without(None)

    def rows_without(self, left_out: str | None) -> QuerySet:
        """The rows that all filters but one let through."""
        rows = self.queryset
        chosen = self.form.cleaned_data
        if not chosen.get("status") and left_out != "status":
            rows = rows.counted()
        for name, value in chosen.items():
            if name != left_out and value not in (None, ""):
                rows = self.filters[name].filter(rows, value)
        return rows


def network_choices():
    numbers = [
        (str(number), gettext("Area network %(number)s") % {"number": number})
        for number in NETWORK_NUMBERS
    ]
    return [*numbers, (NOT_RECORDED, gettext("Not recorded in the source"))]


def district_choices():
    districts = [(district.code, str(district)) for district in District.objects.order_by("code")]
    return [*districts, (NOT_RECORDED, gettext("Not recorded in the source"))]


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


def selects(filterset: OrganizationFilter) -> list[Select]:
    """One query a filter."""
    return [
        Select(
            name=name,
            label=filterset.filters[name].label,
            options=list(options(filterset, name)),
        )
        for name in COLUMNS
    ]


def options(filterset: OrganizationFilter, name: str) -> Iterator[Option]:
    facet = count_by(filterset.rows_without(name), COLUMNS[name])
    field = filterset.form.fields[name]
    chosen = filterset.form.cleaned_data.get(name) or ""
    yield Option("", str(field.empty_label), all_of(name, facet), chosen == "")
    for value, label in field.choices:
        if value:
            count = count_of(name, value, facet)
            if count or value == chosen:
                yield Option(str(value), str(label), count, value == chosen)


def count_of(name: str, value: str, facet: Facet) -> int:
    if name == "status":
        words = STATUSES_OF_PUBLIC.get(value, [""])
        return sum(facet.of(str(word)) for word in words)
    if value == NOT_RECORDED:
        return facet.of(None)
    return facet.of(int(value) if name == "network" else value)


def all_of(name: str, facet: Facet) -> int:
    if name == "status":
        return facet.total - count_of(name, PublicStatus.ENDED, facet)
    return facet.total


@dataclass(frozen=True)
class Loosening:
    """A filter that is set, and how many rows there would be without it."""

    name: str
    label: str
    value: str
    count: int


def loosenings(filterset: OrganizationFilter) -> list[Loosening]:
    """What to loosen where nothing is found."""
    set_filters = [(name, value) for name, value in filterset.form.cleaned_data.items() if value]
    return [
        Loosening(
            name=name,
            label=filterset.filters[name].label,
            value=dict(getattr(filterset.form.fields[name], "choices", ())).get(value, value),
            count=filterset.rows_without(name).count(),
        )
        for name, value in set_filters
    ]
