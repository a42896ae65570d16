"""What an officer reads before a handover: who comes and goes, what moves, whose doors close."""

import datetime

from django.utils.translation import gettext as _

from loei_coop.accounts import activation
from loei_coop.thai.django.dates import show_day
from networks import access, open_work
from networks.models import Appointment, Person
from networks.register.appointments import ONE_DAY
from networks.register.handover import deputies_of, deputy_posts


def sentences(appointment: Appointment, *, to: Person, starts_on: datetime.date) -> list[str]:
    return [
        *about_the_post(appointment, to, starts_on),
        *about_a_new_person(to),
        *about_the_work(appointment, to),
        *about_the_deputies(appointment, to),
        *about_the_old_one(appointment),
        about_the_door_of(to),
    ]


def about_the_post(appointment: Appointment, to: Person, starts_on: datetime.date) -> list[str]:
    post = {"post": appointment.position_title}
    last_day = show_day(starts_on - ONE_DAY)
    ends = {**post, "person": appointment.person, "day": last_day}
    begins = {**post, "person": to, "day": show_day(starts_on)}
    return [
        _("%(person)s is %(post)s until %(day)s.") % ends,
        _("%(person)s is %(post)s from %(day)s.") % begins,
    ]


def about_a_new_person(to: Person) -> list[str]:
    if to.pk:
        return []
    told = [_("%(person)s is added to the register as a new person.") % {"person": to}]
    alike = Person.objects.called(to.first_name, to.last_name).in_thai_order()
    if names := ", ".join(f"{person} ({person.code})" for person in alike):
        sentence = _(
            "Please note: the register has %(people)s already. If this is the same person, go "
            "back and choose from the list."
        )
        told.append(sentence % {"people": names})
    return told


def about_the_work(appointment: Appointment, to: Person) -> list[str]:
    user = appointment.person.user
    work = open_work.of_organizations.told(appointment.organization, user) if user else []
    if not work:
        return [_("There is no open work to move.")]
    sentence = _("%(person)s looks after from now on: %(work)s. Who wrote it stays recorded.")
    return [sentence % {"person": to, "work": ", ".join(work)}]


def about_the_deputies(appointment: Appointment, to: Person) -> list[str]:
    organization = appointment.organization
    told = []
    deputies = deputies_of(appointment.person, organization).exclude(person=to.pk)
    if names := [str(deputy.person) for deputy in deputies]:
        sentence = _("The deputies stay and work for %(person)s from now on: %(deputies)s.")
        told.append(sentence % {"person": to, "deputies": ", ".join(names)})
    if deputy_posts(to, organization).exists():
        sentence = _("%(person)s is no deputy there any more.")
        told.append(sentence % {"person": to})
    return told


def about_the_old_one(appointment: Appointment) -> list[str]:
    person = appointment.person
    if person.user is None:
        return [_("%(person)s has no account in the portal.") % {"person": person}]
    told = [_("%(person)s is signed out on every device at once.") % {"person": person}]
    others = access.grounds_of([person])[person.pk]
    others.remove(access.of_appointment(appointment))
    if others:
        posts = ", ".join(f"{ground.post} {ground.body}" for ground in others)
        told.append(_("%(person)s keeps: %(posts)s.") % {"person": person, "posts": posts})
    return told


def about_the_door_of(to: Person) -> str:
    words = {"person": to, "user_name": to.user and to.user.get_username()}
    if to.user is None:
        sentence = _("%(person)s gets an account and then needs a first-use code.")
    elif refusal := activation.why_not(to.user):
        return f"{to}: {refusal}"
    elif to.user.has_usable_password():
        sentence = _("%(person)s has an account (%(user_name)s) and signs in as before.")
    else:
        sentence = _("%(person)s has an account (%(user_name)s) and needs a first-use code.")
    return sentence % words
