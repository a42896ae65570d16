"""One search over all that the public pages show, grouped, the best match first."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.award_search import find_awards
from governance.exchange_search import find_forums, find_practices
from loei_coop.news.models import PressRelease
from loei_coop.thai import names
from loei_coop.thai import search as folding
from networks.committee import positions_on
from networks.models import (
    Appointment,
    AreaNetwork,
    District,
    Organization,
    Person,
    Subdistrict,
)

ROWS_OF_A_GROUP = 20
NAMES_TO_COMPARE = 2_000
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Group:
    """The matches of one type: the first `rows` of `total`."""

    name: str
    title: str
    rows: list
    total: int

    @property
    def template(self) -> str:
        return f"site/results/{self.name}.html"


@dataclass(frozen=True)
class Results:
    query: str
    terms: list[str]
    groups: list[Group]
    suggestions: list[str]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


def search(query: str) -> Results:
    """Empty groups are left out; suggestions only where nothing is found."""
    query = query.strip()[:LONGEST_QUERY]
    results = find(query)
    in_full = folding.written_out(query)
    if not results.groups and in_full != query:
        results = replace(find(in_full), query=query)
    if results.terms and not results.groups:
        results = replace(results, suggestions=suggest(query))
    return results


def find(query: str) -> Results:
    terms = folding.terms(query)
    groups = [group for group in found_groups(query) if group.rows] if terms else []
    return Results(query=query, terms=terms, groups=groups, suggestions=[])


def found_groups(query: str) -> list[Group]:
    return [
        group("organization", _("Cooperatives and farmer groups"), organizations, query),
        networks(query),
        group("award", _("Awards"), find_awards, query),
        group("practice", _("Learning exchange"), find_practices, query),
        group("forum", _("Learning forums"), find_forums, query),
        group("district", _("Districts"), districts, query),
        group("subdistrict", _("Subdistricts"), subdistricts, query),
        group("person", _("Persons in office"), persons, query),
        group("release", _("News"), releases, query),
    ]


def group(name: str, title: str, rows_of: Callable[[str], QuerySet], query: str) -> Group:
    rows = rows_of(query)
    return Group(name=name, title=title, rows=list(rows[:ROWS_OF_A_GROUP]), total=rows.count())


def organizations(query: str) -> QuerySet:
    rows = Organization.objects.standing().best_first(query)
    return rows.with_place().prefetch_related("names")


def districts(query: str) -> QuerySet:
    return District.objects.best_first(query).select_related("network")


def subdistricts(query: str) -> QuerySet:
    return Subdistrict.objects.search_with_district(query).select_related("district__network")


def persons(query: str) -> QuerySet:
    # A title is left out, so that a wrong or a shortened one does no harm.
    name = names.without_title(query)
    rows = Person.objects.in_office_or_before().best_first(name)
    return rows.prefetch_related(
        positions_on(timezone.localdate()),
        Prefetch("appointments", Appointment.objects.with_names()),
    )


def releases(query: str) -> QuerySet:
    return PressRelease.objects.public().search(query).for_lists().latest_first()


def networks(query: str) -> Group:
    """Area networks have no names to store: they are known by number and by their districts."""
    terms = folding.terms(query)
    rows = [
        network
        for network in AreaNetwork.objects.with_districts().order_by("number")
        if all(term in network_text(network) for term in terms)
    ]
    return Group(name="network", title=_("Area networks"), rows=rows, total=len(rows))


def network_text(network: AreaNetwork) -> str:
    districts = [district.name for district in network.districts.all()]
    return folding.search_text(
        f"เครือข่ายที่ {network.number}", f"Area network {network.number}", *districts
    )


def suggest(query: str) -> list[str]:
    """Names that may have been meant, places first."""
    known = [
        *District.objects.values_list("name", flat=True),
        *Subdistrict.objects.values_list("name", flat=True),
        *Organization.objects.counted().values_list("name", flat=True)[:NAMES_TO_COMPARE],
    ]
    return folding.similar(query, dict.fromkeys(known))
