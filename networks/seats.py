"""The rules of the representatives' seats that need more than one row."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from networks.choices import SEATS


def check(holding) -> None:
    """Raises ValidationError: three seats, the holder's organization in the network, nobody
    on two seats at once."""
    check_seat_number(holding)
    check_organization_in_network(holding)
    check_one_seat_each(holding)


def check_seat_number(holding) -> None:
    if holding.seat in (None, *SEATS) or holding.network_id is None:
        return
    holders = describe(holders_today(holding))
    if not holders:
        raise ValidationError({"seat": _("A network has three representatives, 1 to 3.")})
    sentence = _(
        "%(network)s has three representatives: %(holders)s. Choose which of them, "
        "1 to 3, is taken over."
    )
    raise ValidationError({"seat": sentence % {"network": holding.network, "holders": holders}})


def check_organization_in_network(holding) -> None:
    organization = holding.organization
    if organization is None or holding.network_id is None:
        return
    if organization.network != holding.network:
        raise ValidationError({"organization": outside_sentence(organization, holding.network)})


def outside_sentence(organization, network) -> str:
    sentence = _("%(organization)s does not lie in a district of %(network)s.")
    return sentence % {"organization": organization, "network": network}


def check_one_seat_each(holding) -> None:
    if holding.holder_id is None or holding.starts_on is None:
        return
    row = LedgerRow(holding.network_id, holding.seat, holding.starts_on, holding.holder_id)
    other = clash(row, [row, *ledger_without(holding)])
    if other:
        raise ValidationError({"holder": clash_sentence(holding.holder, other)})


@dataclass(frozen=True)
class LedgerRow:
    network: int
    seat: int
    starts_on: datetime.date
    holder: int | None

    @property
    def place(self) -> tuple[int, int]:
        return self.network, self.seat


def ledger_without(holding) -> list[LedgerRow]:
    """As stored, but for this row."""
    rows = type(holding).objects.exclude(pk=holding.pk)
    return [LedgerRow(*row) for row in rows.values_list("network", "seat", "starts_on", "holder")]


def clash(row: LedgerRow, ledger: Iterable[LedgerRow]) -> LedgerRow | None:
    """The row by which the holder sits elsewhere while this one lasts. The ledger has the row."""
    ledger = list(ledger)
    end = ends_before(row, ledger)
    for other in ledger:
        if other.holder == row.holder and other.place != row.place:
            other_end = ends_before(other, ledger)
            if other.starts_on < end and row.starts_on < other_end:
                return other
    return None


def ends_before(row: LedgerRow, ledger: Iterable[LedgerRow]) -> datetime.date:
    """The day on which the next row of the seat begins."""
    later = (o.starts_on for o in ledger if o.place == row.place and o.starts_on > row.starts_on)
    return min(later, default=datetime.date.max)


def clash_sentence(holder, other: LedgerRow) -> str:
    sentence = _("%(holder)s is representative %(seat)s of %(network)s on that day.")
    network = _("Area network %(number)s") % {"number": other.network}
    return sentence % {"holder": holder, "seat": other.seat, "network": network}


def holders_today(holding):
    rows = type(holding).objects.today().filter(network=holding.network_id)
    return rows.select_related("holder")


def describe(holdings) -> str:
    return ", ".join(f"{row.seat}. {row.holder or row.get_occupancy_display()}" for row in holdings)
