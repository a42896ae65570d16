"""The filters of the list of cooperatives and farmer groups; the address is their state."""

from dataclasses import dataclass
from functools import partial

import django_filters as filters
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks.choices import (
    NETWORK_NUMBERS,
    STATUSES_OF_PUBLIC,
    Kind,
    OrganizationType,
    PublicStatus,
)
from networks.facets import CountedFilterSet, Facet, Select, count_by
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


class OrganizationFilter(CountedFilterSet):
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

    def starting_rows(self, left_out):
        asks_status = self.form.cleaned_data.get("status") or left_out == "status"
        return self.queryset if asks_status else self.queryset.counted()


def network_choices():
    numbers = [
        (str(number), gettext("Area network %(number)s") % {"number": number})
        for number in NETWORK_NUMBERS
    ]
    return [*numbers, (NOT_RECORDED, gettext("Not recorded in the source"))]


def district_choices():
    districts = [(district.code, str(district)) for district in District.objects.order_by("code")]
    return [*districts, (NOT_RECORDED, gettext("Not recorded in the source"))]


def selects(filterset: OrganizationFilter) -> list[Select]:
    """One query a filter."""
    return [select_of(filterset, name) for name in COLUMNS]


def select_of(filterset: OrganizationFilter, name: str) -> Select:
    facet = count_by(filterset.rows_without(name), COLUMNS[name])
    counts = partial(count_of, name, facet=facet)
    return filterset.select(name, total=all_of(name, facet), count_of=counts)


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
