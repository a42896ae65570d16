"""Promotion officers, for all cooperatives and groups of whole districts at once."""

from collections import Counter
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from networks.models import District, Organization, Person


def to_change(
    districts: Iterable[District], *, officer: Person, group: int | None = None
) -> QuerySet:
    """Those that another officer has, or none; without a group theirs stay."""
    counted = Organization.objects.counted().filter(district__in=districts)
    return counted.not_promoted_by(officer, group=group).select_related("promotion_officer")


def former_officers(rows: Iterable[Organization]) -> list[tuple[Person | None, int]]:
    """(who promoted them so far, how many), the most first."""
    people = {row.promotion_officer_id: row.promotion_officer for row in rows}
    return [
        (people[pk], number)
        for pk, number in Counter(row.promotion_officer_id for row in rows).most_common()
    ]


@transaction.atomic
def assign_promotion_officer(
    districts: Iterable[District], *, officer: Person, group: int | None = None
) -> list[Organization]:
    """Those that changed, each with its history; the others are left alone."""
    rows = list(to_change(districts, officer=officer, group=group).select_for_update(of=("self",)))
    if not rows:
        raise ValidationError(_("Nothing to change: they have this promotion officer already."))
    for row in rows:
        row.promotion_officer = officer
        row.promotion_group = row.promotion_group if group is None else group
        row.save()
    return rows
