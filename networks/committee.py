"""The provincial committee as of a day."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch

from networks.choices import SEATS, CommitteeOffice
from networks.models import (
    Appointment,
    AreaNetwork,
    CommitteeMember,
    CommitteeTerm,
    SeatHolding,
)


@dataclass
class NetworkSeats:
    network: AreaNetwork
    seats: list[SeatHolding | None]  # of representatives 1 to 3; None: nothing recorded


@dataclass
class Committee:
    """`term` None: no committee is recorded for the day."""

    day: datetime.date
    term: CommitteeTerm | None
    advisers: list[CommitteeMember]
    chair: list[CommitteeMember]
    secretary: list[CommitteeMember]
    networks: list[NetworkSeats]

    @property
    def has_samples(self) -> bool:
        seats = [seat for row in self.networks for seat in row.seats]
        members = [*self.advisers, *self.chair, *self.secretary]
        return any(row.is_sample for row in [self.term, *members, *seats] if row)


def committee_on(day: datetime.date) -> Committee:
    term = CommitteeTerm.objects.on(day)
    members = members_on(term, day) if term else []
    in_office = {office: [m for m in members if m.office == office] for office in CommitteeOffice}
    return Committee(
        day=day,
        term=term,
        advisers=in_office[CommitteeOffice.ADVISER],
        chair=in_office[CommitteeOffice.CHAIR],
        secretary=in_office[CommitteeOffice.SECRETARY],
        networks=seats_on(day),
    )


def members_on(term: CommitteeTerm, day: datetime.date) -> list[CommitteeMember]:
    """With `person.positions`: the appointments held on that day."""
    members = term.members.on(day).select_related("person").order_by("order", "pk")
    return list(members.prefetch_related(positions_on(day, through="person__")))


def positions_on(day: datetime.date, *, through: str = "") -> Prefetch:
    appointments = Appointment.objects.held_on(day).with_names()
    return Prefetch(f"{through}appointments", appointments, to_attr="positions")


def seats_on(day: datetime.date, network: AreaNetwork | None = None) -> list[NetworkSeats]:
    """Three seats for each network, or for the one given, with `holder.positions`."""
    networks = [network] if network else list(AreaNetwork.objects.order_by("number"))
    holdings = (
        SeatHolding.objects.on(day)
        .with_names()
        .filter(network__in=networks)
        .prefetch_related(positions_on(day, through="holder__"))
    )
    ledger = {(row.network_id, row.seat): row for row in holdings}
    return [
        NetworkSeats(network=n, seats=[ledger.get((n.number, seat)) for seat in SEATS])
        for n in networks
    ]
