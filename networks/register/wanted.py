"""What a proposal of a person asks for. It was typed at a desk and has waited as JSON: whatever
does not read as it should is refused."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.thai.parsing import COMMON_YEARS
from networks.choices import ORGANIZATION_POSITIONS, Position
from networks.models import Appointment, Person

PROPOSED_POSITIONS = [word for word in ORGANIZATION_POSITIONS if word != Position.DEPUTY]

OF_APPOINTMENTS = {"position", "starts_on", "ends_on"}


@dataclass(frozen=True)
class WantedPerson:
    """Of BEGINS and DEPUTY; a deputy's `position` is not asked for."""

    first_name: str
    last_name: str
    title: str
    phone: str
    position: str
    starts_on: datetime.date
    ends_on: datetime.date | None


@dataclass(frozen=True)
class WantedEnd:
    appointment: int
    ends_on: datetime.date


def wanted_person(wanted: dict) -> WantedPerson:
    names = ("last_name", "title", "phone", "position")
    return WantedPerson(
        first_name=text(wanted, "first_name") or unreadable("first_name"),
        **{name: text(wanted, name) for name in names},
        starts_on=day(wanted, "starts_on"),
        ends_on=day(wanted, "ends_on") if wanted.get("ends_on") else None,
    )


def wanted_end(wanted: dict) -> WantedEnd:
    key = wanted.get("appointment")
    if type(key) is not int:
        unreadable("appointment")
    return WantedEnd(key, day(wanted, "ends_on"))


def proposed_position(wanted: WantedPerson) -> str:
    if wanted.position not in PROPOSED_POSITIONS:
        unreadable("position")
    return wanted.position


def text(wanted: dict, name: str) -> str:
    value = wanted.get(name) or ""
    return value.strip() if isinstance(value, str) else unreadable(name)


def day(wanted: dict, name: str) -> datetime.date:
    try:
        found = datetime.date.fromisoformat(text(wanted, name))
    except ValueError:
        unreadable(name)
    return found if found.year in COMMON_YEARS else unreadable(name)


def unreadable(name: str):
    sentence = _(
        "This proposal cannot be carried out: “%(name)s” is not right. Refuse it and ask for a "
        "new one."
    )
    raise ValidationError(sentence % {"name": label(name)})


def label(name: str) -> str:
    """As it stands in the form."""
    if name == "appointment":
        return Appointment._meta.verbose_name
    model = Appointment if name in OF_APPOINTMENTS else Person
    return model._meta.get_field(name).verbose_name
