"""Where an organization stands among its like: medians of confirmed results of the same round.

Nobody's result may be read from them:

- the groups follow from the organization itself; no parameter chooses or narrows one;
- a group of fewer than five has no median, nor has a part that fewer than five were assessed by;
- groups lie within each other, and the median of the larger beside that of the smaller would tell
  of the few between them: a smaller group is shown only if the larger one has none besides, or
  five;
- until the round is announced results come in one by one, and the median before and after would
  tell of the one: of a group only the first five, ten, fifteen … in the order of confirmation
  count, so that it moves by five at least;
- it is a whole percentage, without smallest, largest or place in a row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from statistics import median

from django.utils import timezone

from governance.models import Assessment
from governance.results import result_of_each
from governance.scoring import Result

FEWEST = 5


class Group(Enum):
    PROVINCE = "province"
    KIND = "kind"
    TYPE = "type"
    NETWORK = "network"


# Which group each lies within.
WITHIN = {
    Group.KIND: [Group.PROVINCE],
    Group.TYPE: [Group.KIND, Group.PROVINCE],
    Group.NETWORK: [Group.PROVINCE],
}


@dataclass(frozen=True)
class PeerGroup:
    """`total` and the percentages of the parts by their numbers are None where they are hidden."""

    group: Group
    total: Decimal | None
    categories: dict[str, Decimal | None]

    @property
    def is_hidden(self) -> bool:
        return self.total is None


def peer_groups(assessment: Assessment) -> list[PeerGroup]:
    """All four, those that are hidden too. The same queries for any number of organizations."""
    rows = list(confirmed_of(assessment.round_id))
    members = {group: members_of(group, assessment.organization, rows) for group in Group}
    shown = {group: rows for group, rows in members.items() if may_be_shown(group, members)}
    results = result_of_each(scored(rows)) if shown else {}
    return [peer_group(group, counting(shown.get(group, [])), results) for group in Group]


def confirmed_of(round_id: int):
    """In the order in which they became known."""
    rows = Assessment.objects.confirmed().filter(round=round_id)
    rows = rows.select_related("round__edition", "organization__district")
    return rows.order_by("confirmed_at", "pk")


def members_of(group: Group, own, rows: Iterable[Assessment]) -> list[Assessment]:
    return [row for row in rows if belongs(group, own, row.organization)]


def belongs(group: Group, own, other) -> bool:
    if group is Group.KIND:
        return other.kind == own.kind
    if group is Group.TYPE:
        return other.type == own.type
    if group is Group.NETWORK:
        return network_of(own) is not None and network_of(other) == network_of(own)
    return True


def network_of(organization) -> int | None:
    return organization.district.network_id if organization.district else None


def may_be_shown(group: Group, members: dict[Group, list[Assessment]]) -> bool:
    number = len(members[group])
    between = [len(members[larger]) - number for larger in WITHIN.get(group, [])]
    return number >= FEWEST and all(rest == 0 or rest >= FEWEST for rest in between)


def counting(rows: list[Assessment]) -> list[Assessment]:
    """After the announcement all; before, five by five."""
    if all(is_known(row) for row in rows):
        return rows
    return rows[: len(rows) // FEWEST * FEWEST]


def is_known(row: Assessment) -> bool:
    return row.round.is_recorded or (
        row.announced_at is not None and row.announced_at <= timezone.now()
    )


def scored(rows: list[Assessment]) -> list[Assessment]:
    """Of a round of the past only totals are known."""
    return [row for row in rows if not row.round.is_recorded]


def peer_group(group: Group, rows: list[Assessment], results: dict[int, Result]) -> PeerGroup:
    total = median_of(row.confirmed_percent for row in rows)
    parts: dict[str, list] = {}
    for row in rows:
        for category in results[row.pk].categories if row.pk in results else ():
            parts.setdefault(category.code, []).append(category.score.percent)
    return PeerGroup(group, total, {code: median_of(values) for code, values in parts.items()})


def median_of(percents: Iterable[Decimal | None]) -> Decimal | None:
    """A whole percentage; None of fewer than five."""
    known = [percent for percent in percents if percent is not None]
    if len(known) < FEWEST:
        return None
    return median(known).quantize(Decimal(1), ROUND_HALF_UP)
