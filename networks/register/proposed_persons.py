"""Carries out what an organization proposes about its people, once an officer agrees."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from networks import access, workflow
from networks.choices import LEADING_POSITIONS
from networks.codes import person_codes
from networks.models import Appointment, Organization, Person, Proposal
from networks.register.appointments import begin, check_post_is_new, end_on
from networks.register.deputies import name_deputy
from networks.register.handover import hand_over
from networks.register.persons import stored
from networks.register.rows import locked, save_checked
from networks.register.wanted import proposed_position, wanted_end, wanted_person


def matching_persons(proposal: Proposal) -> QuerySet[Person]:
    """Who may be meant: everybody of that name; of an end the holder of that appointment."""
    if proposal.kind == Proposal.Kind.ENDS:
        return Person.objects.filter(pk=ending(proposal).person_id)
    wanted = wanted_person(proposal.wanted)
    return Person.objects.called(wanted.first_name, wanted.last_name).in_thai_order()


def new_person(wanted: dict) -> Person:
    """Not stored: `carry_out` does that."""
    found = wanted_person(wanted)
    names = {name: getattr(found, name) for name in ("title", "first_name", "last_name", "phone")}
    (code,) = person_codes(1)
    return Person(code=code, **names)


@transaction.atomic
def carry_out(proposal: Proposal, *, person: Person | None = None, by) -> Appointment:
    """The appointment that began or ended. `person`: chosen from the register or `new_person`;
    an end knows its own. Raises WorkflowError where the proposal cannot be decided, and
    ValidationError where the register refuses what it asks for."""
    workflow.check_may_decide(proposal, by)
    (organization,) = locked(proposal.organization)
    proposal.refresh_from_db()
    workflow.check_waiting(proposal)
    appointment = act_of(proposal)(proposal, organization, person)
    workflow.accept_person(proposal, by=by)
    return appointment


def act_of(proposal: Proposal) -> Callable:
    acts = {
        Proposal.Kind.BEGINS: carry_out_beginning,
        Proposal.Kind.ENDS: carry_out_end,
        Proposal.Kind.DEPUTY: carry_out_deputy,
    }
    if proposal.kind not in acts:
        raise ValidationError(_("This proposal is about the record, not about a person."))
    return acts[proposal.kind]


def carry_out_beginning(proposal: Proposal, organization: Organization, person) -> Appointment:
    """Of whoever leads there is one at a time: the one before hands over."""
    wanted = wanted_person(proposal.wanted)
    position = proposed_position(wanted)
    person = known(person, wanted)
    if before := holder_today(organization, position):
        return hand_over(before, to=person, starts_on=wanted.starts_on)
    check_post_is_new(person, organization, position)
    dates = {"starts_on": wanted.starts_on, "ends_on": wanted.ends_on}
    return begin(person, position, at=organization, **dates)


def holder_today(organization: Organization, position: str) -> Appointment | None:
    """Who leads there in this position, if it is one of those."""
    if position not in LEADING_POSITIONS:
        return None
    held = list(organization.appointments.giving_access().filter(position=position)[:2])
    if len(held) > 1:
        sentence = _("Several persons hold this post today. End the appointments that are over.")
        raise ValidationError(sentence)
    return held[0] if held else None


def carry_out_end(proposal: Proposal, organization: Organization, person) -> Appointment:
    """The rights end with the last day; if that is past, the sessions end now."""
    appointment = ending(proposal)
    if person is not None and person.pk != appointment.person_id:
        raise ValidationError(_("This appointment is another person's."))
    end_on(appointment, wanted_end(proposal.wanted).ends_on)
    if not access.has_access(appointment.person):
        access.sign_out(appointment.person)
    return appointment


def ending(proposal: Proposal) -> Appointment:
    """The appointment that the proposal names, as long as it is one of this organization and
    not over."""
    rows = proposal.organization.appointments.not_over().with_names()
    appointment = rows.filter(pk=wanted_end(proposal.wanted).appointment).first()
    if appointment is None:
        raise ValidationError(_("The appointment that is to end is over already."))
    return appointment


def carry_out_deputy(proposal: Proposal, organization: Organization, person) -> Appointment:
    wanted = wanted_person(proposal.wanted)
    namer = Person.objects.filter(user=proposal.owner).first()
    if namer is None:
        sentence = _("Whoever looks after this proposal is not in the register of persons.")
        raise ValidationError(sentence)
    return name_deputy(
        organization,
        namer=namer,
        person=known(person, wanted),
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
    )


def known(person: Person | None, wanted) -> Person:
    """In the register, with the telephone number that was given if there was none."""
    if person is None:
        raise ValidationError(_("Say which person it is."))
    person = stored(person)
    if wanted.phone and not person.phone:
        person.phone = wanted.phone
        save_checked(person)
    return person
