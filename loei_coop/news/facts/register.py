"""How many cooperatives and farmer groups there are, and which networks they form."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.news.facts.fact import Fact, Link, NoRecordsError, in_language, listed
from loei_coop.news.facts.times import end_of, is_past, last_day, overlap
from loei_coop.thai.dates import PartialDate
from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.fields import partial_date
from networks.choices import Kind, PublicStatus
from networks.models import AreaNetwork, District, Organization, RegisterCount

LABELS = {
    Kind.COOPERATIVE: ("cooperatives", gettext_lazy("number of cooperatives")),
    Kind.FARMER_GROUP: ("groups", gettext_lazy("number of farmer groups")),
}


def count_facts(as_of: PartialDate) -> list[Fact]:
    """Of the register, if it is that old; else the figures that a source recorded."""
    numbers = register_numbers(as_of)
    facts = from_register(numbers) if numbers else recorded(as_of)
    if not facts:
        sentence = _("No number of cooperatives and farmer groups is recorded for %(time)s.")
        raise NoRecordsError(sentence % {"time": show_partial(as_of)})
    total = sum(fact.value for fact in facts)
    return [*facts, Fact("total", total, gettext_lazy("cooperatives and farmer groups"))]


def register_numbers(as_of: PartialDate) -> Counter:
    """{kind: number}; empty for a time before the register was begun."""
    if not is_past(as_of):
        return Counter(Organization.objects.counted().order_by().values_list("kind", flat=True))
    then = known_then(last_day(as_of))
    return Counter(row.kind for row in then) if then else Counter()


def known_then(day: datetime.date) -> list[Organization]:
    """Those of the register as it stood at the end of that day, and those entered later that had
    been registered by then."""
    then = list(Organization.history.as_of(end_of(day)))
    if not then:
        return []
    late = Organization.objects.counted().filter(registered_on__lte=day)
    return [*filter(is_counted, then), *late.exclude(pk__in=[row.pk for row in then])]


def is_counted(organization: Organization) -> bool:
    """`counted()` of a former state."""
    is_over = organization.public_status == PublicStatus.ENDED
    return organization.joined_into_id is None and not is_over


def from_register(numbers: Counter) -> list[Fact]:
    samples = Organization.objects.counted().with_samples()
    return [
        Fact(name, numbers[kind], label, links=(link_to_list(kind),), counts_samples=samples)
        for kind, (name, label) in LABELS.items()
    ]


def link_to_list(kind: Kind) -> Link:
    public = listed("networks:organization-list", f"kind={kind.value}")
    lists = {Kind.COOPERATIVE: "cooperative", Kind.FARMER_GROUP: "farmergroup"}
    admin = listed(f"admin:networks_{lists[kind]}_changelist")
    return Link(in_language("th", kind.label), public, admin)


def recorded(as_of: PartialDate) -> list[Fact]:
    """The latest figure of each kind in that time; none unless all kinds have one."""
    counts = RegisterCount.objects.select_related("source").order_by("counted_on")
    found = {c.kind: c for c in counts if overlap(partial_date(c, "counted_on"), as_of)}
    if len(found) < len(LABELS):
        return []
    return [
        Fact(name, found[kind].number, label, (found[kind],), source=found[kind].source)
        for kind, (name, label) in LABELS.items()
    ]


def network_facts(as_of: PartialDate) -> Iterator[Fact]:
    """Each with its districts as they were then, in the order of the source."""
    networks = list(AreaNetwork.objects.order_by("number"))
    districts = districts_then(last_day(as_of))
    value = [network_value(network, districts[network.number]) for network in networks]
    if not value or not all(network["districts"] for network in value):
        raise NoRecordsError(_("The districts of the networks are not recorded."))
    yield Fact("networks", value, gettext_lazy("networks and districts"), tuple(networks))


def network_value(network: AreaNetwork, districts: list[District]) -> dict:
    return {
        "number": network.number,
        "districts": [district.name for district in districts],
        "districts_en": [district.name_en for district in districts],
    }


def districts_then(day: datetime.date) -> dict[int, list[District]]:
    """By network. Which network a district belonged to tells its history; before that began, its
    first row. Names are those of today, as they may have been corrected."""
    present = District.objects.in_bulk()
    places = {}
    for row in District.history.exclude(history_type="-").order_by("history_date", "history_id"):
        if row.code not in places or row.history_date <= end_of(day):
            places[row.code] = (row.network_id, row.network_order)
    by_network = defaultdict(list)
    for code, (network, _order) in sorted(places.items(), key=lambda place: place[1]):
        if code in present:
            by_network[network].append(present[code])
    return by_network
