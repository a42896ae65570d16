"""A promotion officer moves on: cooperatives and groups, post and open work go to a colleague."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.fields import partial_date
from networks import access, open_work
from networks.choices import Position
from networks.models import Agency, Appointment, Organization, Person
from networks.register.appointments import begin, end_before


def promoted_by(officer: Person) -> QuerySet[Organization]:
    """All of them, also what is dissolved or joined away: nothing stays behind."""
    return Organization.objects.filter(promotion_officer=officer)


def posts_of(officer: Person) -> QuerySet[Appointment]:
    """Today's as promotion officer."""
    return officer.appointments.of_promotion_officers().held_today().not_over().with_names()


def has_work(officer: Person) -> bool:
    return posts_of(officer).exists() or promoted_by(officer).exists()


@transaction.atomic
def transfer(officer: Person, *, to: Person, on: datetime.date) -> list[Organization]:
    """`on`: the first day of the new officer. Those whose officer changed, each with its
    history; the account of the former one is for an administrator to close."""
    officer, to = locked_people(officer, to)
    check_transfer(officer, to=to, on=on)
    rows = list(promoted_by(officer).select_for_update().order_by("pk"))
    for row in rows:
        row.promotion_officer = to
        row.save()
    move_posts(officer, to, on)
    if officer.user:
        open_work.of_officers.move(officer.user, to=to.user)
    access.sign_out(officer)
    return rows


def locked_people(*people: Person) -> list[Person]:
    keys = sorted({person.pk for person in people})
    rows = Person.objects.select_for_update().order_by("pk").in_bulk(keys)
    return [rows[person.pk] for person in people]


def move_posts(officer: Person, to: Person, on: datetime.date) -> None:
    posts = list(posts_of(officer))
    for agency in lacking(to, posts):
        begin(to, Position.PROMOTION_OFFICER, at=agency, starts_on=on)
    for post in posts:
        end_before(post, on)


def lacking(to: Person, posts: list[Appointment]) -> list[Agency]:
    """Where the new officer still needs the post: where the former one had it, or else in the
    office."""
    agencies = [post.agency for post in posts] or [Agency.objects.office()]
    own = {post.agency_id for post in posts_of(to)}
    return [agency for agency in agencies if agency and agency.pk not in own]


def check_transfer(officer: Person, *, to: Person, on: datetime.date) -> None:
    if to.pk == officer.pk:
        raise ValidationError({"to": _("Nobody transfers work to oneself.")})
    if on > timezone.localdate():
        sentence = _("This day is still to come. Record it on the day itself.")
        raise ValidationError({"on": sentence})
    if not has_work(officer):
        sentence = _("%(officer)s promotes nobody and is no promotion officer today.")
        raise ValidationError(sentence % {"officer": officer})
    for post in posts_of(officer):
        check_began_before(post, on)
    check_has_account_for_work(officer, to)


def check_began_before(post: Appointment, on: datetime.date) -> None:
    if post.starts_on and on <= post.starts_on:
        sentence = _("%(person)s began on %(day)s: choose a later day.")
        began = show_partial(partial_date(post, "starts_on"))
        raise ValidationError({"on": sentence % {"person": post.person, "day": began}})


def check_has_account_for_work(officer: Person, to: Person) -> None:
    """Open work never stays without somebody who looks after it."""
    if officer.user and to.user is None and open_work.of_officers.told(officer.user):
        sentence = _(
            "%(officer)s has no account that could take over the open work. An administrator "
            "makes one and enters it with the person first."
        )
        raise ValidationError({"to": sentence % {"officer": to}})
