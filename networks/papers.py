"""What is printed for the post and the telephone. The words on paper are Thai."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils import translation

from networks.choices import Ending, Position
from networks.models import Appointment, Organization, Person

LABELS_ON_A_SHEET = 14  # two columns of seven on A4
HEADS = [Position.BOARD_CHAIR, Position.MANAGER, Position.RESPONSIBLE]


@dataclass(frozen=True)
class Label:
    name: str
    addressee: str
    place: str
    postcode: str
    is_sample: bool


@dataclass(frozen=True)
class CallRow:
    organization: Organization
    chair: list[Appointment]
    manager: list[Appointment]


def with_heads(organizations: QuerySet) -> QuerySet:
    """Chair and manager of today in `heads`; two queries for any number of rows."""
    appointments = Appointment.objects.held_today().exclude(ending=Ending.UNKNOWN)
    heads = appointments.filter(position__in=HEADS).select_related("person")
    return (
        organizations.select_related("district__network", "subdistrict")
        .prefetch_related(Prefetch("appointments", heads, to_attr="heads"))
        .in_network_order()
    )


def label_sheets(organizations: QuerySet) -> list[list[Label]]:
    with translation.override("th"):
        labels = [label_of(row) for row in with_heads(organizations)]
    starts = range(0, len(labels), LABELS_ON_A_SHEET)
    return [labels[start : start + LABELS_ON_A_SHEET] for start in starts]


def label_of(organization: Organization) -> Label:
    return Label(
        name=organization.name,
        addressee=addressee(organization),
        place=" ".join(place_parts(organization)),
        postcode=postcode(organization),
        is_sample=organization.is_sample,
    )


def addressee(organization: Organization) -> str:
    """ "เรียน ประธานกรรมการ (นายก่อเกียรติ ปรีดี)"; the post alone where nobody is recorded."""
    heads = sorted(organization.heads, key=lambda head: HEADS.index(head.position))
    if heads:
        return f"เรียน {heads[0].post_on_own_page} ({heads[0].person})"
    chair = Appointment(position=Position.BOARD_CHAIR, organization=organization)
    return f"เรียน {chair.post_on_own_page}"


def place_parts(organization: Organization) -> Iterator[str]:
    """Nothing where the district is not recorded: half an address is none."""
    if organization.district:
        if organization.street_address:
            yield organization.street_address
        if organization.subdistrict:
            yield str(organization.subdistrict)
        yield str(organization.district)
        yield "จังหวัดเลย"


def postcode(organization: Organization) -> str:
    """Its own, or its district's if that has only one."""
    codes = organization.district.postcodes.split() if organization.district else []
    return organization.postcode or (codes[0] if len(codes) == 1 else "")


def call_rows(organizations: QuerySet) -> list[CallRow]:
    return [call_row(organization) for organization in with_heads(organizations)]


def call_row(organization: Organization) -> CallRow:
    chair = [head for head in organization.heads if head.position == Position.BOARD_CHAIR]
    manager = [head for head in organization.heads if head not in chair]
    return CallRow(organization, chair=chair, manager=manager)


def private_numbers(rows: list[CallRow]) -> list[Person]:
    """Whose number on the list is not public."""
    people = {head.person for row in rows for head in (*row.chair, *row.manager)}
    return [person for person in people if person.has_private_phone]
