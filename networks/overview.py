"""The five networks and "not recorded" with their numbers: together they are the whole."""

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from networks.choices import Kind
from networks.models import AreaNetwork, District, Organization, RegisterCount

NOTHING = {"organizations": 0, "cooperatives": 0, "farmer_groups": 0}


@dataclass
class NetworkRow:
    """`network` None is the row "not recorded"."""

    network: AreaNetwork | None
    totals: dict[str, int]
    districts: list[District] = field(default_factory=list)


def network_rows() -> list[NetworkRow]:
    """One row a network in the order of numbers, then "not recorded"."""
    totals = Organization.objects.counted().totals_by_network()
    districts = list(District.objects.in_source_order())
    rows = [
        NetworkRow(
            network=network,
            totals=totals.get(network.number, NOTHING),
            districts=[d for d in districts if d.network_id == network.number],
        )
        for network in AreaNetwork.objects.select_related("source").order_by("number")
    ]
    return [*rows, NetworkRow(network=None, totals=totals.get(None, NOTHING))]


@dataclass
class RecordedTotals:
    """Counts of one past date; `record` tells the date and the source."""

    record: RegisterCount
    totals: dict[str, int]


def recorded_totals() -> list[RecordedTotals]:
    """What the sources say of the past, the latest first."""
    counts = RegisterCount.objects.select_related("source").order_by("-counted_on", "kind")
    return [recorded(list(rows)) for _day, rows in groupby(counts, key=attrgetter("counted_on"))]


def recorded(counts: list[RegisterCount]) -> RecordedTotals:
    number = {count.kind: count.number for count in counts}
    totals = {
        "organizations": sum(number.values()),
        "cooperatives": number.get(Kind.COOPERATIVE, 0),
        "farmer_groups": number.get(Kind.FARMER_GROUP, 0),
    }
    return RecordedTotals(record=counts[0], totals=totals)
