"""Amalgamation and division of cooperatives: new organizations, the former keep their pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import OrganizationEventKind, SuccessionKind
from networks.codes import next_code
from networks.models import District, Organization, OrganizationSuccession
from networks.register.basis import NO_BASIS, Basis
from networks.register.events import check_event, record_event
from networks.register.rows import check_standing, locked, save_checked


@dataclass(frozen=True)
class NewOrganization:
    """What is to be added; kind and, unless given, type and district are those of the former."""

    name: str
    type: str = ""
    district: District | None = None


def amalgamate(
    former: Sequence[Organization],
    *,
    into: Organization | NewOrganization,
    on: PartialDate | None = None,
    basis: Basis = NO_BASIS,
    dissolve: bool = True,
) -> Organization:
    """The new cooperative, or the existing one that continues them."""
    return succeed(former, [into], SuccessionKind.AMALGAMATION, on, basis, dissolve)[0]


def divide(
    former: Organization,
    *,
    into: Sequence[Organization | NewOrganization],
    on: PartialDate | None = None,
    basis: Basis = NO_BASIS,
    dissolve: bool = False,
) -> list[Organization]:
    """A cooperative that was divided may continue: it is dissolved on wish only."""
    return succeed([former], into, SuccessionKind.DIVISION, on, basis, dissolve)


@transaction.atomic
def succeed(former, into, kind, on, basis, dissolve) -> list[Organization]:
    rows = iter(locked(*former, *(row for row in into if isinstance(row, Organization))))
    former = [next(rows) for _row in former]
    into = [next(rows) if isinstance(row, Organization) else row for row in into]
    check_succession(former, into=into, kind=kind, on=on, basis=basis, dissolve=dissolve)
    successors = [row if isinstance(row, Organization) else added(row, former[0]) for row in into]
    for old in former:
        for new in successors:
            save_checked(succession(old, new, kind, on))
        if dissolve:
            dissolution = OrganizationEventKind.DISSOLUTION
            record_event(old, kind=dissolution, on=on.date, basis=basis)
    return successors


def added(new: NewOrganization, former: Organization) -> Organization:
    row = Organization(code=next_code(), **values_of(new, former))
    save_checked(row)
    return row


def values_of(new: NewOrganization, former: Organization) -> dict:
    return {
        "name": new.name,
        "kind": former.kind,
        "type": new.type or former.type,
        "district": new.district or former.district,
        "is_sample": former.is_sample,
    }


def succession(old, new, kind, on) -> OrganizationSuccession:
    row = OrganizationSuccession(
        former=old, successor=new, kind=kind, is_sample=old.is_sample or new.is_sample
    )
    row._meta.get_field("happened_on").save_form_data(row, on)
    return row


def check_succession(former, *, into, kind, on, basis, dissolve) -> None:
    basis.check()
    check_numbers(former, into, kind)
    existing = [row for row in into if isinstance(row, Organization)]
    if {row.pk for row in former} & {row.pk for row in existing}:
        raise ValidationError(_("An organization does not succeed itself."))
    for row in (*former, *existing):
        check_standing(row)
        if not row.is_cooperative:
            raise ValidationError(_("Only cooperatives are amalgamated or divided by the law."))
    for row in former:
        check_once(row, into, kind)
    for new in into:
        check_new(new, former[0])
    if on and on.date > timezone.localdate():
        raise ValidationError({"on": _("This day is still to come.")})
    if dissolve:
        check_dissolutions(former, on)


def check_numbers(former, into, kind) -> None:
    if kind == SuccessionKind.AMALGAMATION and len({row.pk for row in former}) < 2:
        raise ValidationError(_("An amalgamation is of two cooperatives or more."))
    names = {row.name for row in into}
    if kind == SuccessionKind.DIVISION and len(names) < max(2, len(into)):
        raise ValidationError(_("A division makes two cooperatives or more, each with its name."))


def check_once(row: Organization, into, kind) -> None:
    """The second click, and what was amalgamated before."""
    recorded = row.successions_to.filter(kind=kind).select_related("successor")
    if kind == SuccessionKind.DIVISION:
        recorded = recorded.filter(successor__name__in=[new.name for new in into])
    if recorded:
        sentence = _("%(organization)s: this is recorded already, continued as %(successors)s.")
        successors = ", ".join(str(succession.successor) for succession in recorded)
        raise ValidationError(sentence % {"organization": row, "successors": successors})


def check_new(new: Organization | NewOrganization, former: Organization) -> None:
    if isinstance(new, Organization):
        return
    if Organization.objects.standing().filter(kind=former.kind, name=new.name).exists():
        sentence = _("There is a record named %(name)s already. Choose it from the list.")
        raise ValidationError(sentence % {"name": new.name})
    # The code is given when it is stored; any free one shows whether the rest keeps the rules.
    Organization(code="new", **values_of(new, former)).full_clean(exclude=["code"])


def check_dissolutions(former, on: PartialDate | None) -> None:
    if on is None or on.precision != Precision.DAY:
        sentence = _("Give the day, so that the dissolution can be recorded with it.")
        raise ValidationError({"on": sentence})
    for row in former:
        try:
            check_event(row, kind=OrganizationEventKind.DISSOLUTION, on=on.date)
        except ValidationError as error:
            raise ValidationError([f"{row}: {text}" for text in error.messages]) from error
