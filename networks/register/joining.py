"""Two records of one cooperative or group become one; the address of the other redirects."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from loei_coop.thai.django.dates import show_day
from networks.belongings import STAYING
from networks.choices import NameUse
from networks.models import Organization, OrganizationName
from networks.register.fillable import copy_values
from networks.register.rows import check_standing, locked, save_checked

NOT_COMPARED = {"id", "organization", "source", "source_detail", "is_sample"}
BELONGINGS = (
    "names",
    "appointments",
    "seat_holdings",
    "events",
    "proposals",
    "holders_confirmations",
)


@dataclass
class Joining:
    """What follows the duplicate to the survivor, and what the survivor has already."""

    survivor: Organization
    duplicate: Organization
    alias: str = ""
    follow: dict[str, list] = field(default_factory=dict)
    doubled: list = field(default_factory=list)
    redirects: list[Organization] = field(default_factory=list)


def plan_joining(survivor: Organization, *, duplicate: Organization) -> Joining:
    """Nothing is stored. ValidationError where the two must not be joined."""
    check_pair(survivor, duplicate)
    plan = Joining(survivor, duplicate, redirects=list(duplicate.joined_records.all()))
    for name in BELONGINGS:
        plan.follow[name] = sorted_out(plan, name)
    plan.follow["successions"] = successions(plan)
    plan.alias = alias_of(plan)
    for row in plan.follow["seat_holdings"]:
        row.organization = survivor
        row.full_clean()
    return plan


def check_pair(survivor: Organization, duplicate: Organization) -> None:
    if survivor.pk == duplicate.pk:
        raise ValidationError({"duplicate": _("A record cannot be joined into itself.")})
    check_standing(survivor)
    check_standing(duplicate)
    if survivor.kind != duplicate.kind:
        sentence = _("A cooperative and a farmer group are never the same.")
        raise ValidationError({"duplicate": sentence})
    if survivor.is_sample and not duplicate.is_sample:
        sentence = _("A real record is not joined into a sample record.")
        raise ValidationError({"duplicate": sentence})
    check_nothing_stays(duplicate)
    check_not_successors(survivor, duplicate)
    check_same_events(survivor, duplicate)


def check_nothing_stays(duplicate: Organization) -> None:
    for name, sentence in STAYING.items():
        if getattr(duplicate, name).exists():
            raise ValidationError({"duplicate": sentence})


def check_not_successors(survivor: Organization, duplicate: Organization) -> None:
    one, other = survivor.successions_to, survivor.successions_from
    if one.filter(successor=duplicate).exists() or other.filter(former=duplicate).exists():
        sentence = _("One of them succeeded the other: they are two, not duplicates.")
        raise ValidationError({"duplicate": sentence})


def check_same_events(survivor: Organization, duplicate: Organization) -> None:
    known = {event.kind: event for event in survivor.events.all()}
    for event in duplicate.events.all():
        own = known.get(event.kind)
        if own and own.happened_on != event.happened_on:
            sentence = _(
                "Both have a %(event)s, of %(day)s and of %(other_day)s. Correct one of them first."
            )
            words = {
                "event": event.get_kind_display(),
                "day": show_day(own.happened_on),
                "other_day": show_day(event.happened_on),
            }
            raise ValidationError({"duplicate": sentence % words})


def sorted_out(plan: Joining, name: str) -> list:
    """Rows that follow; those which the survivor has itself go to `doubled`."""
    theirs = list(getattr(plan.duplicate, name).all())
    own = {likeness(row) for row in getattr(plan.survivor, name).all()}
    if name == "names":
        own.add(plan.survivor.name)
    plan.doubled += [row for row in theirs if likeness(row) in own]
    return [row for row in theirs if likeness(row) not in own]


def likeness(row):
    """Equal for rows that say the same; a name is a name, an event of one kind is one
    event, of one meeting a list is confirmed once; no proposal is like another."""
    if isinstance(row, OrganizationName):
        return row.name
    if row._meta.model_name == "organizationevent":
        return row.kind
    if row._meta.model_name == "holdersconfirmation":
        return row.meeting_on
    if row._meta.model_name == "proposal":
        return row.pk
    columns = [column for column in row._meta.fields if column.name not in NOT_COMPARED]
    return tuple(getattr(row, column.attname) for column in columns)


def successions(plan: Joining) -> list:
    return [
        *follow_side(plan, "former", "successor_id", "successions_to"),
        *follow_side(plan, "successor", "former_id", "successions_from"),
    ]


def follow_side(plan: Joining, side: str, other: str, related: str) -> list:
    own = set(getattr(plan.survivor, related).values_list(other, flat=True))
    theirs = list(getattr(plan.duplicate, related).all())
    plan.doubled += [row for row in theirs if getattr(row, other) in own]
    follow = [row for row in theirs if getattr(row, other) not in own]
    for row in follow:
        setattr(row, side, plan.survivor)
    return follow


def alias_of(plan: Joining) -> str:
    """The duplicate's name, if the survivor is not called so yet."""
    names = {row.name for row in plan.survivor.names.all()}
    names |= {plan.survivor.name, *(row.name for row in plan.follow["names"])}
    return "" if plan.duplicate.name in names else plan.duplicate.name


@transaction.atomic
def join_duplicates(
    survivor: Organization, *, duplicate: Organization, fill: tuple[str, ...] = ()
) -> Joining:
    """`fill`: groups of `fillable` whose empty values the survivor takes from the duplicate."""
    survivor, duplicate = locked(survivor, duplicate)
    plan = plan_joining(survivor, duplicate=duplicate)
    for row in plan.doubled:
        row.delete()
    for rows in plan.follow.values():
        for row in rows:
            move(row, survivor)
    for row in (duplicate, *plan.redirects):
        row.joined_into = survivor
        row.save()
    add_alias(plan)
    fill_in(plan, fill)
    return plan


def move(row, survivor: Organization) -> None:
    if hasattr(row, "organization_id"):
        row.organization = survivor
    row.save()


def add_alias(plan: Joining) -> None:
    if not plan.alias:
        return
    save_checked(
        OrganizationName(
            organization=plan.survivor,
            name=plan.alias,
            use=NameUse.ALSO_WRITTEN,
            source=plan.duplicate.source,
            source_detail=plan.duplicate.source_detail,
            is_sample=plan.duplicate.is_sample,
        )
    )


def fill_in(plan: Joining, fill: tuple[str, ...]) -> None:
    if fill:
        copy_values(plan.survivor, plan.duplicate, groups=fill)
        save_checked(plan.survivor)
