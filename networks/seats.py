"""The rules of the representatives' seats that need more than one row."""

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
    if holding.seat in SEATS or holding.network_id is None:
        return
    raise ValidationError(
        {
            "seat": _(
                "%(network)s has three representatives: %(holders)s. Choose which of them, "
                "1 to 3, is taken over."
            )
            % {"network": holding.network, "holders": describe(holders_today(holding))}
        }
    )


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
    others = type(holding).objects.on(holding.starts_on).filter(holder=holding.holder)
    others = others.exclude(pk=holding.pk).exclude(network=holding.network_id, seat=holding.seat)
    for other in others.select_related("network"):
        raise ValidationError(
            {
                "holder": _("%(holder)s is representative %(seat)s of %(network)s on that day.")
                % {"holder": holding.holder, "seat": other.seat, "network": other.network}
            }
        )


def holders_today(holding):
    rows = type(holding).objects.today().filter(network=holding.network_id)
    return rows.select_related("holder")


def describe(holdings) -> str:
    return ", ".join(f"{row.seat}. {row.holder or row.get_occupancy_display()}" for row in holdings)
