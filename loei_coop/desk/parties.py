"""The three who work together on the development of one cooperative or farmer group: its board, its
manager, the promotion officer of the office."""

from dataclasses import dataclass

from django.utils import timezone

from networks.choices import Position
from networks.models import Agency, Appointment, Organization, Person
from networks.organization_page import office_holders


@dataclass(frozen=True)
class Party:
    """`title`: the post, also where nobody is recorded in it."""

    title: str
    people: list[Appointment]


@dataclass(frozen=True)
class Parties:
    """`telephone`: of the officer if that is public, else of the office; may be empty."""

    board: Party
    management: Party
    officer: Person | None
    telephone: str


def parties_of(organization: Organization) -> Parties:
    today = office_holders(organization, timezone.localdate()).today
    officer = organization.promotion_officer
    return Parties(
        board=party(organization, [Position.BOARD_CHAIR], today),
        management=party(organization, management_posts(organization), today),
        officer=officer,
        telephone=telephone_of(officer, Agency.objects.office()),
    )


def management_posts(organization: Organization) -> list[Position]:
    """A farmer group may have no manager: then somebody is responsible."""
    posts = [Position.MANAGER, Position.RESPONSIBLE]
    return posts if organization.is_cooperative else posts[::-1]


def party(organization: Organization, posts: list[Position], today: list[Appointment]) -> Party:
    """Whoever is in the first of these posts that is held."""
    for post in posts:
        if people := [row for row in today if row.position == post]:
            return Party(people[0].post_on_own_page, people)
    nobody = Appointment(organization=organization, position=posts[0])
    return Party(nobody.post_on_own_page, [])


def telephone_of(officer: Person | None, office: Agency | None) -> str:
    if officer and officer.phone_public and officer.phone:
        return officer.phone
    return office.phone if office else ""
