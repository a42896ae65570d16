"""What a proposal asks for, line by line, as a person reads it."""

import copy
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from loei_coop.thai import names
from loei_coop.thai.django.dates import show_day
from networks.models import Appointment, Organization, Proposal
from networks.register import record_columns
from networks.register.fillable import shown_value

NOTHING = "–"
PRECISION = "_precision"


@dataclass(frozen=True)
class Line:
    """`before`: when it was proposed, `now`: in the register; None where nothing is there to
    compare with."""

    label: str
    wanted: str
    before: str | None = None
    now: str | None = None
    is_private: bool = False

    @property
    def for_the_office(self) -> str:
        """A private contact is read on the page of the person alone, where the reading is kept."""
        return _("given; kept with the person") if self.is_private else self.wanted

    @property
    def changed_meanwhile(self) -> bool:
        return self.before is not None and self.now != self.before


def lines(proposal: Proposal) -> list[Line]:
    if proposal.kind in record_columns.COLUMNS:
        return list(of_record(proposal))
    if proposal.kind == Proposal.Kind.ENDS:
        return list(of_ending(proposal))
    return list(of_beginning(proposal))


def of_record(proposal: Proposal) -> Iterator[Line]:
    before = with_values(proposal.organization, proposal.before)
    wanted = with_values(proposal.organization, proposal.wanted)
    # A date and how exactly it is known are one line.
    columns = dict.fromkeys(name.removesuffix(PRECISION) for name in proposal.wanted)
    for name in columns:
        yield Line(
            label(Organization, name),
            wanted=shown(wanted, name),
            before=shown(before, name),
            now=shown(proposal.organization, name),
        )


def with_values(organization: Organization, values: dict[str, Any]) -> Organization:
    return record_columns.apply(copy.copy(organization), values)


def shown(organization: Organization, name: str) -> str:
    value = getattr(organization, name)
    if isinstance(value, int | Decimal):
        return formats.number_format(value, use_l10n=True, force_grouping=True)
    return shown_value(organization, name) or NOTHING


def of_beginning(proposal: Proposal) -> Iterator[Line]:
    wanted = proposal.wanted
    post = Appointment(organization=proposal.organization, position=wanted["position"])
    name = names.full_name(wanted["title"], wanted["first_name"], wanted["last_name"])
    yield Line(label(Appointment, "position"), post.post_on_own_page)
    yield Line(label(Appointment, "person"), name)
    if wanted["phone"]:
        yield Line(_("Telephone (not published)"), wanted["phone"], is_private=True)
    yield Line(label(Appointment, "starts_on"), show_iso(wanted["starts_on"]))
    if wanted.get("ends_on"):
        yield Line(label(Appointment, "ends_on"), show_iso(wanted["ends_on"]))


def of_ending(proposal: Proposal) -> Iterator[Line]:
    rows = proposal.organization.appointments.with_names()
    appointment = rows.filter(pk=proposal.wanted["appointment"]).first()
    if appointment:
        yield Line(label(Appointment, "position"), appointment.post_on_own_page)
        yield Line(label(Appointment, "person"), str(appointment.person))
    yield Line(label(Appointment, "ends_on"), show_iso(proposal.wanted["ends_on"]))


def show_iso(day: str) -> str:
    return show_day(datetime.date.fromisoformat(day))


def label(model, name: str) -> str:
    return capfirst(str(model._meta.get_field(name).verbose_name))
