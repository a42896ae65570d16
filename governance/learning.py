"""From whom an organization can learn: hosts of public practices and of forums, item by item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from governance.models import Assessment, Forum, ForumHost, Item, Practice, Topic
from networks.models import Organization

MOST = 3


@dataclass(frozen=True)
class Place:
    """A practice to read of, or a forum at which the organization tells of the topic."""

    organization: Organization
    topic: Topic
    practice: Practice | None = None
    forum: Forum | None = None

    @property
    def title(self) -> str:
        return (self.practice or self.topic).local_title

    @property
    def address(self) -> str:
        return (self.practice or self.forum).get_absolute_url()

    def is_on(self, item: Item) -> bool:
        """On the item itself; editions know it by its code."""
        source = self.practice and self.practice.item
        return source is not None and source.code == item.code


def places_to_learn(assessment: Assessment, items: Iterable[Item]) -> dict[int, list[Place]]:
    """{key of an item: up to three organizations}: on the item itself first, then of the own
    network. Never the organization itself. Two queries whatever the number of items."""
    own = assessment.organization
    found = list(places(assessment.round.edition.standard_id, without=own))
    return {
        item.pk: nearest(own, item, [row for row in found if is_of(row.topic, item)])
        for item in items
    }


def places(standard: int, *, without: Organization) -> Iterator[Place]:
    """The latest first, practices before forums."""
    hosts = Organization.objects.counted().exclude(pk=without.pk)
    practices = Practice.objects.public().filter(topic__standard=standard, organization__in=hosts)
    for row in practices.with_names().latest_first():
        yield Place(row.organization, row.topic, practice=row)
    told = ForumHost.objects.public().filter(topic__standard=standard, organization__in=hosts)
    for row in told.with_names().in_order():
        yield Place(row.organization, row.topic, forum=row.forum)


def is_of(topic: Topic, item: Item) -> bool:
    return topic.category_code == item.category.number


def nearest(own: Organization, item: Item, found: list[Place]) -> list[Place]:
    def distance(place: Place) -> tuple[bool, bool]:
        return not place.is_on(item), not is_neighbour(own, place.organization)

    by_organization: dict[int, Place] = {}
    for place in sorted(found, key=distance):
        by_organization.setdefault(place.organization.pk, place)
    return list(by_organization.values())[:MOST]


def is_neighbour(own: Organization, other: Organization) -> bool:
    """Of the same area network; where none is recorded, of no network."""
    return own.network is not None and own.network == other.network
