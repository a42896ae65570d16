"""What the page of one cooperative or farmer group tells besides its own row."""

import datetime
from dataclasses import dataclass

from networks.choices import Ending
from networks.models import Appointment, Organization, OrganizationName, OrganizationSuccession


@dataclass
class Holders:
    """`earlier`: office is over, or nothing says that it still lasts."""

    today: list[Appointment]
    earlier: list[Appointment]

    @property
    def has_samples(self) -> bool:
        return any(row.is_sample for row in [*self.today, *self.earlier])


def names_of(organization: Organization) -> list[OrganizationName]:
    return list(organization.names.select_related("source").in_thai_order())


def office_holders(organization: Organization, day: datetime.date) -> Holders:
    appointments = organization.appointments.with_names().select_related("source")
    current = list(appointments.held_on(day).exclude(ending=Ending.UNKNOWN))
    held = {appointment.pk for appointment in current}
    earlier = [row for row in appointments if row.pk not in held and not begins_after(row, day)]
    return Holders(today=current, earlier=earlier)


def begins_after(appointment: Appointment, day: datetime.date) -> bool:
    return appointment.starts_on is not None and appointment.starts_on > day


@dataclass
class Successions:
    """Amalgamations and divisions: what it came from, and what came of it."""

    predecessors: list[OrganizationSuccession]
    successors: list[OrganizationSuccession]


def successions_of(organization: Organization) -> Successions:
    return Successions(
        predecessors=list(organization.successions_from.select_related("former")),
        successors=list(organization.successions_to.select_related("successor")),
    )
