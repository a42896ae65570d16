"""Dissolution, liquidation, striking off: in the order of the law."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.thai.django.dates import show_day
from networks.choices import OrganizationEventKind as Kind
from networks.choices import Status
from networks.models import Organization, OrganizationEvent
from networks.register.basis import NO_BASIS, Basis
from networks.register.rows import check_standing, locked, save_checked

STATUS_AFTER = {
    Kind.DISSOLUTION: Status.DISSOLVED,
    Kind.LIQUIDATION: Status.LIQUIDATION,
    Kind.STRIKING_OFF: Status.DISSOLVED,
}


def possible_kinds(organization: Organization) -> list[Kind]:
    """What may be recorded next: nothing before the dissolution, nothing after the end."""
    done = set(organization.events.values_list("kind", flat=True))
    if Kind.DISSOLUTION not in done:
        return [Kind.DISSOLUTION]
    after = [Kind.LIQUIDATION, Kind.STRIKING_OFF]
    return [] if Kind.STRIKING_OFF in done else [kind for kind in after if kind not in done]


def check_event(organization: Organization, *, kind: str, on: datetime.date) -> None:
    check_standing(organization)
    check_order(organization, kind=Kind(kind))
    check_day(organization, on=on)


def check_order(organization: Organization, *, kind: Kind) -> None:
    if organization.events.filter(kind=kind).exists():
        sentence = _("%(event)s of %(organization)s is recorded already.")
    elif kind not in possible_kinds(organization):
        sentence = _("%(event)s of %(organization)s cannot be recorded yet or any more.")
    else:
        return
    raise ValidationError(
        {"kind": sentence % {"event": capfirst(kind.label), "organization": organization}}
    )


def check_day(organization: Organization, *, on: datetime.date) -> None:
    if on > timezone.localdate():
        raise ValidationError({"on": _("This day is still to come.")})
    before = organization.events.order_by("-happened_on", "-pk").first()
    if before and on < before.happened_on:
        sentence = _("This lies before the %(event)s of %(day)s.")
        words = {"event": before.get_kind_display(), "day": show_day(before.happened_on)}
        raise ValidationError({"on": sentence % words})
    if organization.registered_on and on < organization.registered_on:
        raise ValidationError({"on": _("This lies before its registration.")})


@transaction.atomic
def record_event(
    organization: Organization, *, kind: str, on: datetime.date, basis: Basis = NO_BASIS
) -> OrganizationEvent:
    """The status and its day follow."""
    (organization,) = locked(organization)
    check_event(organization, kind=kind, on=on)
    basis.check()
    event = OrganizationEvent(
        organization=organization,
        kind=kind,
        happened_on=on,
        is_sample=organization.is_sample,
        **basis.columns,
    )
    save_checked(event)
    organization.status = STATUS_AFTER[Kind(kind)]
    organization.status_since = on
    organization.status_since_precision = "day"
    save_checked(organization)
    return event
