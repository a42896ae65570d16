"""What changed lately in the register, for visitors: what and when, never who."""

from dataclasses import dataclass

from django.db.models import Count, Max, Min

from loei_coop.common.history import HistoryType
from loei_coop.common.models import ChangeSet
from networks.models import Organization


@dataclass(frozen=True)
class Change:
    """One act on cooperatives and farmer groups. `organization` if it touched one only."""

    change_set: ChangeSet
    kind: HistoryType
    number: int
    organization: Organization | None


def latest_changes(limit: int = 5) -> list[Change]:
    """The latest acts first; three queries whatever the limit."""
    rows = list(
        Organization.history.values("change_set", "history_type")
        .annotate(number=Count("id", distinct=True), first=Min("id"), latest=Max("history_date"))
        .order_by("-latest", "-change_set", "history_type")[:limit]
    )
    sets = ChangeSet.objects.in_bulk({row["change_set"] for row in rows})
    single = Organization.objects.standing().in_bulk(
        {row["first"] for row in rows if row["number"] == 1}
    )
    return [
        Change(
            change_set=sets[row["change_set"]],
            kind=HistoryType(row["history_type"]),
            number=row["number"],
            organization=single.get(row["first"]) if row["number"] == 1 else None,
        )
        for row in rows
    ]


def last_change_of(organization: Organization):
    """When the record was last changed, or None if it has no history."""
    return organization.history.aggregate(latest=Max("history_date"))["latest"]
