"""What the register says of a person."""

from django.utils.translation import gettext_lazy as _

from networks.held_data.registry import records
from networks.models import Appointment, CommitteeMember, Organization, Person, SeatHolding

ORIGIN = ["source", "source_detail", "is_sample"]
TENURE = ["starts_on", "ending", "ends_on"]


@records("record", Person, ["code", "title", "first_name", "last_name", *ORIGIN], _("record"))
def record(person):
    return [person]


@records("contacts", Person, ["phone", "phone_public", "email", "email_public"], _("contacts"))
def contacts(person):
    return [person]


@records(
    "appointments",
    Appointment,
    ["position", "acting", "organization", "agency", *TENURE, "named_by", *ORIGIN],
)
def appointments(person):
    return person.appointments.with_names().select_related("named_by", "source")


@records(
    "seats",
    SeatHolding,
    [
        "network",
        "seat",
        "organization",
        "starts_on",
        "expires_on",
        "basis_kind",
        "basis_number",
        "basis_dated",
        *ORIGIN,
    ],
)
def seats(person):
    return person.seat_holdings.with_names()


@records("committee-offices", CommitteeMember, ["term", "office", "starts_on", "ends_on", *ORIGIN])
def committee_offices(person):
    return person.committee_offices.with_names().select_related("source")


@records(
    "promoted-organizations",
    Organization,
    ["code", "name"],
    _("cooperatives and farmer groups looked after as promotion officer"),
)
def promoted_organizations(person):
    return person.promoted_organizations.in_thai_order()


@records("named-deputies", Appointment, ["person", "organization", *TENURE], _("deputies named"))
def named_deputies(person):
    return person.named_deputies.with_names()
