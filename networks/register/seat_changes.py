"""A representative's seat is taken over, or becomes vacant: a new row of the ledger."""

import datetime

from django.db import transaction

from loei_coop.thai.dates import PartialDate
from networks.choices import Occupancy
from networks.models import AreaNetwork, Organization, Person, SeatHolding
from networks.register.basis import NO_BASIS, Basis


def seat_row(
    network: AreaNetwork,
    *,
    seat: int,
    starts_on: PartialDate,
    holder: Person | None = None,
    organization: Organization | None = None,
    expires_on: datetime.date | None = None,
    basis: Basis = NO_BASIS,
) -> SeatHolding:
    """The row as it would be, not stored; without a holder the seat becomes vacant."""
    return SeatHolding(
        network=network,
        seat=seat,
        starts_on=starts_on.first,
        starts_on_precision=starts_on.precision.value,
        occupancy=Occupancy.HELD if holder else Occupancy.VACANT,
        holder=holder,
        organization=organization,
        expires_on=expires_on if holder else None,
        is_sample=any(row.is_sample for row in (holder, organization) if row),
        **basis.columns,
    )


@transaction.atomic
def take_over_seat(network: AreaNetwork, *, seat: int, **values) -> SeatHolding:
    """`values` of seat_row. What was before and what comes after stays in the ledger."""
    network = AreaNetwork.objects.select_for_update().get(pk=network.pk)
    row = seat_row(network, seat=seat, **values)
    check_seat(row)
    row.save()
    return row


def check_seat(row: SeatHolding) -> None:
    """All rules of the model: the network's seats, one row a day, nobody on two seats."""
    Basis(row.basis_kind, row.basis_number, row.basis_dated).check()
    row.full_clean()


def row_before(row: SeatHolding) -> SeatHolding | None:
    """Who is relieved on the first day."""
    earlier = row.network.seat_holdings.filter(seat=row.seat, starts_on__lt=row.starts_on)
    return earlier.with_names().order_by("-starts_on").first()


def row_after(row: SeatHolding) -> SeatHolding | None:
    """The row that already ends this holding."""
    later = row.network.seat_holdings.filter(seat=row.seat, starts_on__gt=row.starts_on)
    return later.with_names().order_by("starts_on").first()
