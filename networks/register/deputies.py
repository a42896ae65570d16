"""Who may fill in the portal for a manager, and until when."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from networks import access, permissions
from networks.choices import Position
from networks.models import Appointment, Organization, Person
from networks.register.appointments import begin, check_not_there_yet, end_before
from networks.register.persons import stored
from networks.register.rows import locked


@transaction.atomic
def name_deputy(
    organization: Organization,
    *,
    namer: Person,
    person: Person,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
) -> Appointment:
    """`person` may be new to the register: then it is stored too."""
    (organization,) = locked(organization)
    check_deputy(organization, namer=namer, person=person)
    dates = {"starts_on": starts_on, "ends_on": ends_on}
    return begin(stored(person), Position.DEPUTY, at=organization, named_by=namer, **dates)


def check_deputy(organization: Organization, *, namer: Person, person: Person) -> None:
    held = namer.appointments.giving_access().leading()
    if not held.filter(organization=organization).exists():
        sentence = _(
            "%(person)s holds no post today that leads %(organization)s, so names no deputy."
        )
        raise ValidationError(sentence % {"person": namer, "organization": organization})
    if person.pk == namer.pk:
        raise ValidationError(_("Nobody is one's own deputy."))
    check_not_there_yet(person, organization)


@transaction.atomic
def end_deputy(appointment: Appointment, *, by) -> None:
    """At once: the next click of the deputy is refused. `by`: an account."""
    locked(appointment.organization)
    deputy = Appointment.objects.not_over().filter(pk=appointment.pk).first()
    if deputy is None or deputy.position != Position.DEPUTY:
        raise ValidationError(_("This deputy has ended already."))
    if not permissions.may_end_deputy(by, deputy):
        sentence = _("Only whoever leads the organization, the deputy or the office can end this.")
        raise ValidationError(sentence)
    end_before(deputy, timezone.localdate())
    access.sign_out(deputy.person)
