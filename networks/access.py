"""Who works for whom in the portal, and the first-use codes that open its door.

A right comes from a current appointment, seat or office of the committee and ends with it; the
account only tells who somebody is.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from loei_coop.accounts import activation, sessions
from loei_coop.accounts.models import ActivationCode, User
from loei_coop.common.history import current_change_set
from loei_coop.thai.collation import sort_key
from networks.choices import LEADING_POSITIONS
from networks.models import Appointment, CommitteeMember, Organization, Person, SeatHolding

# A user name where no organization lends its code.
COMMITTEE_STEM = "committee"


@dataclass(frozen=True)
class Ground:
    """One appointment, seat or office of today."""

    post: str
    body: str
    stem: str  # what a new user name begins with


@dataclass(frozen=True)
class Recipient:
    person: Person
    grounds: list[Ground]
    latest: ActivationCode | None

    @property
    def user(self) -> User | None:
        return self.person.user

    @property
    def refusal(self) -> str:
        """Why there is no code for this person; empty if there may be one."""
        if not self.grounds:
            return _("Holds no appointment, seat or office of today that gives access.")
        return activation.why_not(self.user) if self.user else ""

    @property
    def consequence(self) -> str:
        """What an earlier code or password has to expect."""
        if self.latest is None:
            return ""
        if self.latest.state == ActivationCode.State.USED:
            return _("Has signed in already. The new code replaces the password when it is used.")
        if self.latest.revoked_at is None:
            return _("The earlier slip is no longer valid as soon as this one is made.")
        return ""


@dataclass(frozen=True)
class NewCode:
    """For the slip and the officer's eyes."""

    recipient: Recipient
    user: User
    issued: activation.Issued


def recipients(people: QuerySet[Person]) -> list[Recipient]:
    """With all that gives them access today; in the order of what they work for. Five queries."""
    people = list(people.select_related("user"))
    prefetch_related_objects(people, "user__activation_codes")
    grounds = grounds_of(people)
    found = [Recipient(person, grounds[person.pk], latest_code(person)) for person in people]
    return sorted(found, key=order)


def order(recipient: Recipient) -> tuple[str, str]:
    body = recipient.grounds[0].body if recipient.grounds else ""
    return sort_key(body), recipient.person.sort_key


def latest_code(person: Person) -> ActivationCode | None:
    codes = person.user.activation_codes.all() if person.user else []
    return next(iter(codes), None)


def grounds_of(people: Iterable[Person]) -> dict[int, list[Ground]]:
    """{pk of the person: what they hold today}"""
    found = defaultdict(list)
    for appointment in Appointment.objects.giving_access().filter(person__in=people).with_names():
        found[appointment.person_id].append(of_appointment(appointment))
    for seat in SeatHolding.objects.giving_access().filter(holder__in=people).with_names():
        found[seat.holder_id].append(of_seat(seat))
    for member in CommitteeMember.objects.giving_access().filter(person__in=people).with_names():
        found[member.person_id].append(of_member(member))
    return found


def of_appointment(appointment: Appointment) -> Ground:
    organization = appointment.organization
    return Ground(appointment.post_on_own_page, organization.name, organization.code)


def of_seat(seat: SeatHolding) -> Ground:
    post = _("Network representative %(number)s") % {"number": seat.seat}
    return Ground(post, str(seat.network), seat.organization.code)


def of_member(member: CommitteeMember) -> Ground:
    return Ground(member.get_office_display(), str(member.term), COMMITTEE_STEM)


def heads_of(organizations: QuerySet[Organization]) -> QuerySet[Person]:
    """Of each organization the manager of today, or else who stands for one."""
    leading = Appointment.objects.giving_access().leading()
    held = leading.filter(organization__in=organizations.values("pk"))
    by_organization = defaultdict(list)
    for pk, position, person in held.values_list("organization", "position", "person"):
        by_organization[pk].append((LEADING_POSITIONS.index(position), person))
    firsts = [min(heads)[1] for heads in by_organization.values()]
    return Person.objects.filter(pk__in=firsts)


@transaction.atomic
def issue_codes(chosen: Iterable[Recipient], *, by: User) -> list[NewCode]:
    """For those who may have one; who has no account gets one."""
    return [issue_code(recipient, by=by) for recipient in chosen if not recipient.refusal]


def issue_code(recipient: Recipient, *, by: User) -> NewCode:
    user = account_for(recipient.person, stem=recipient.grounds[0].stem)
    return NewCode(recipient, user, activation.issue(user, by=by))


def account_for(person: Person, *, stem: str) -> User:
    """The person's, or a new one."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.user is None:
        person.user = new_account(person, stem)
        person.save(update_fields=["user"])
    return person.user


def new_account(person: Person, stem: str) -> User:
    """Its user name is the code of the organization: "0005", the next "0005-2"."""
    users = get_user_model().objects
    number = 1
    while True:
        name = stem if number == 1 else f"{stem}-{number}"
        number += 1
        if users.filter(username=name).exists():
            continue
        try:
            with transaction.atomic():
                return users.create_user(
                    name, first_name=person.first_name, last_name=person.last_name
                )
        except IntegrityError:  # another officer took the name at this moment
            continue


def sign_out(person: Person) -> None:
    """Everywhere at once. Where nothing gives access any more, a code that waits is void too."""
    if person.user is None:
        return
    sessions.sign_out(person.user)
    if not has_access(person):
        activation.revoke(person.user.activation_codes, by=current_change_set().made_by)


def has_access(person: Person) -> bool:
    """Today, by an appointment, a seat or an office of the committee."""
    return bool(grounds_of([person])[person.pk])
