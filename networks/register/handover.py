"""A manager hands over: the post, the open work and the deputies go to one person at once."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.fields import partial_date
from networks import access, open_work
from networks.choices import LEADING_POSITIONS, STATUSES_OF_PUBLIC, Position, PublicStatus
from networks.models import Appointment, Organization, Person
from networks.register.appointments import begin, check_post_is_new, end_before
from networks.register.persons import stored
from networks.register.rows import check_standing, locked


@transaction.atomic
def hand_over(appointment: Appointment, *, to: Person, starts_on: datetime.date) -> Appointment:
    """The new appointment. `to` may be new to the register; who has no account gets one. The
    author of what moves stays."""
    check_post(appointment)
    (organization,) = locked(appointment.organization)
    appointment = check_handover(appointment, to=to, starts_on=starts_on)
    new_holder = stored(to)
    end_before(appointment, starts_on)
    for own in deputy_posts(new_holder, organization):
        end_before(own, starts_on)
    new = begin(new_holder, appointment.position, at=organization, starts_on=starts_on)
    move_work(organization, appointment.person, new_holder)
    access.sign_out(appointment.person)
    return new


def as_it_is_now(appointment: Appointment) -> Appointment:
    """Whoever was faster has ended it."""
    present = Appointment.objects.giving_access().with_names().filter(pk=appointment.pk).first()
    if present is None:
        raise ValidationError(
            _("This appointment is not one of today: there is nothing to hand over.")
        )
    return present


def move_work(organization: Organization, old: Person, new: Person) -> None:
    account = access.account_for(new, stem=organization.code)
    if old.user:
        open_work.of_organizations.move(organization, old.user, to=account)
    for deputy in deputies_of(old, organization):
        deputy.named_by = new
        deputy.save()


def deputies_of(person: Person, organization: Organization) -> QuerySet[Appointment]:
    """Whom the person named there, as far as they are still in office or will be."""
    return organization.appointments.not_over().filter(named_by=person).with_names()


def deputy_posts(person: Person, organization: Organization) -> QuerySet[Appointment]:
    """A deputy who takes over is none any more."""
    own = organization.appointments.not_over().filter(position=Position.DEPUTY)
    return own.filter(person_id=person.pk)


def check_handover(
    appointment: Appointment, *, to: Person, starts_on: datetime.date
) -> Appointment:
    """The appointment as it is now, if it can be handed over so."""
    check_post(appointment)
    check_not_ended(Organization.objects.get(pk=appointment.organization_id))
    appointment = as_it_is_now(appointment)
    if to.pk == appointment.person_id:
        raise ValidationError({"to": _("Nobody hands over to oneself.")})
    check_day(appointment, starts_on)
    check_post_is_new(to, appointment.organization, appointment.position)
    return appointment


def check_post(appointment: Appointment) -> None:
    if appointment.position not in LEADING_POSITIONS:
        sentence = _("Only a manager, a chair or a person responsible hands over here.")
        raise ValidationError(sentence)


def check_not_ended(organization: Organization) -> None:
    check_standing(organization)
    if organization.status in STATUSES_OF_PUBLIC[PublicStatus.ENDED]:
        sentence = _("%(organization)s is no more, so nobody works for it in the portal.")
        raise ValidationError(sentence % {"organization": organization})


def check_day(appointment: Appointment, starts_on: datetime.date) -> None:
    if starts_on > timezone.localdate():
        sentence = _("This day is still to come. Record it on the day itself.")
        raise ValidationError({"starts_on": sentence})
    if appointment.starts_on and starts_on <= appointment.starts_on:
        sentence = _("%(person)s began on %(day)s: choose a later day.")
        began = show_partial(partial_date(appointment, "starts_on"))
        words = {"person": appointment.person, "day": began}
        raise ValidationError({"starts_on": sentence % words})
