"""The rules of the representatives' seats that need more than one row."""

from django.core.exceptions import ValidationError
from django.db.models import Q
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
        raise ValidationError(
            {
                "organization": _("%(organization)s does not lie in a district of %(network)s.")
                % {"organization": organization, "network": holding.network}
            }
        )


def check_one_seat_each(holding) -> None:
    if holding.holder_id is None or holding.starts_on is None:
        return
    for other in other_seats(holding).select_related("network"):
        raise ValidationError(
            {
                "holder": _("%(holder)s is representative %(seat)s of %(network)s on that day.")
                % {"holder": holding.holder, "seat": other.seat, "network": other.network}
            }
        )


def other_seats(holding):
    """Rows by which the holder sits elsewhere while this one lasts."""
    ledger = type(holding).objects.exclude(pk=holding.pk)
    same_seat = ledger.filter(network=holding.network_id, seat=holding.seat)
    following = same_seat.filter(starts_on__gt=holding.starts_on).order_by("starts_on").first()
    begun_later = Q(starts_on__gt=holding.starts_on)
    if following:
        begun_later &= Q(starts_on__lt=following.starts_on)
    held_then = ledger.on(holding.starts_on).values("pk")
    elsewhere = ledger.exclude(network=holding.network_id, seat=holding.seat)
    return elsewhere.filter(Q(pk__in=held_then) | begun_later, holder=holding.holder_id)


def holders_today(holding):
    rows = type(holding).objects.today().filter(network=holding.network_id)
    return rows.select_related("holder")


def describe(holdings) -> str:
    return ", ".join(f"{row.seat}. {row.holder or row.get_occupancy_display()}" for row in holdings)
