"""The filters of the list of news; the address is their state."""

import django_filters as filters
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.news.choices import ReleaseKind
from loei_coop.news.models import PressRelease
from loei_coop.thai.dates import buddhist_year, common_year
from loei_coop.thai.django.dates import show_year
from networks.choices import NETWORK_NUMBERS
from networks.facets import CountedFilterSet, Select, count_by
from networks.models import Organization

NAMES = ["year", "kind", "network", "organization"]


class ReleaseFilter(CountedFilterSet):
    """`queryset`: public releases with their year."""

    year = filters.ChoiceFilter(
        choices=lambda: year_choices(), method="keep_year", label=_("year"), empty_label=_("All")
    )
    kind = filters.ChoiceFilter(choices=ReleaseKind.choices, label=_("kind"), empty_label=_("All"))
    network = filters.ChoiceFilter(
        choices=lambda: network_choices(),
        method="keep_network",
        label=_("area network"),
        empty_label=_("All"),
    )
    organization = filters.ChoiceFilter(
        choices=lambda: organization_choices(),
        method="keep_organization",
        label=_("cooperative or farmer group"),
        empty_label=_("All"),
    )

    class Meta:
        model = PressRelease
        fields = NAMES

    def keep_year(self, rows, _name, value):
        return rows.filter(year=common_year(int(value)))

    def keep_network(self, rows, _name, value):
        return rows.naming_network(int(value))

    def keep_organization(self, rows, _name, value):
        return rows.filter(organizations__code=value)


def year_choices():
    """The years of the Buddhist era, the latest first."""
    years = PressRelease.objects.public().with_year().order_by("-year")
    return [
        (str(buddhist_year(year)), show_year(year))
        for year in years.values_list("year", flat=True).distinct()
    ]


def network_choices():
    return [
        (str(number), gettext("Area network %(number)s") % {"number": number})
        for number in NETWORK_NUMBERS
    ]


def organization_choices():
    """Those that a public release names."""
    public = PressRelease.objects.public()
    named = Organization.objects.standing().filter(releases__in=public).distinct().in_thai_order()
    return list(named.values_list("code", "name"))


def selects(filterset: ReleaseFilter) -> list[Select]:
    """Two queries a filter: a release may be counted under several of its values."""
    return [select_of(filterset, name) for name in NAMES]


def select_of(filterset: ReleaseFilter, name: str) -> Select:
    rows = filterset.rows_without(name)
    counts = COUNTERS[name](rows)
    return filterset.select(name, total=rows.count(), count_of=lambda value: counts.get(value, 0))


def counts_by_year(rows) -> dict[str, int]:
    counts = count_by(rows, "year").counts
    return {str(buddhist_year(year)): number for year, number in counts.items()}


COUNTERS = {
    "year": counts_by_year,
    "kind": lambda rows: count_by(rows, "kind").counts,
    "network": lambda rows: rows.counts_by_network(),
    "organization": lambda rows: count_by(rows, "organizations__code").counts,
}
