"""All that the register has about one cooperative or farmer group, for the officer's page."""

from dataclasses import dataclass

from django.utils import timezone

from networks.models import Organization, OrganizationEvent, OrganizationName, SeatHolding
from networks.organization_page import (
    Holders,
    Successions,
    names_of,
    office_holders,
    successions_of,
)


@dataclass
class Record:
    """`holding`: the keys of the rows of `seats` that hold today."""

    names: list[OrganizationName]
    holders: Holders
    seats: list[SeatHolding]
    holding: set[int]
    events: list[OrganizationEvent]
    successions: Successions
    joined: list[Organization]


def record_of(organization: Organization) -> Record:
    """Nine queries, however much there is."""
    today = timezone.localdate()
    in_office = SeatHolding.objects.today().filter(organization=organization)
    seats = organization.seat_holdings.with_names().order_by("-starts_on")
    return Record(
        names=names_of(organization),
        holders=office_holders(organization, today),
        seats=list(seats),
        holding=set(in_office.values_list("pk", flat=True)),
        events=list(organization.events.all()),
        successions=successions_of(organization),
        joined=list(organization.joined_records.in_thai_order()),
    )
