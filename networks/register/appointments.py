"""An appointment begins or ends."""

import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.thai.dates import PartialDate
from networks.choices import ACCESS_POSITIONS, Ending
from networks.models import Agency, Appointment, Organization, Person
from networks.register.rows import save_checked

ONE_DAY = datetime.timedelta(days=1)


def begin(
    person: Person, position: str, *, at: Organization | Agency, starts_on, ends_on=None, **values
) -> Appointment:
    """`ends_on`: the last day, if it is known from the beginning."""
    body = "agency" if isinstance(at, Agency) else "organization"
    row = Appointment(person=person, position=position, starts_on=starts_on, **{body: at}, **values)
    row.is_sample = at.is_sample or person.is_sample
    if ends_on:
        set_end(row, ends_on)
    save_checked(row)
    return row


def end_on(appointment: Appointment, last_day: datetime.date) -> None:
    set_end(appointment, last_day)
    save_checked(appointment)


def end_before(appointment: Appointment, day: datetime.date) -> None:
    """In office until the day before. What began no earlier has never been: it is removed, and
    the history keeps it."""
    if appointment.starts_on and appointment.starts_on >= day:
        appointment.delete()
    else:
        end_on(appointment, day - ONE_DAY)


def set_end(appointment: Appointment, last_day: datetime.date) -> None:
    appointment.ending = Ending.ENDED
    appointment._meta.get_field("ends_on").save_form_data(appointment, PartialDate(last_day))


def check_not_there_yet(person: Person, organization: Organization) -> None:
    """Neither now nor soon."""
    posts = organization.appointments.not_over().filter(
        person_id=person.pk, position__in=ACCESS_POSITIONS
    )
    if post := posts.first():
        sentence = _("%(person)s works there already: %(post)s.")
        raise ValidationError(sentence % {"person": person, "post": post.post_on_own_page})


def check_post_is_new(person: Person, organization: Organization, position: str) -> None:
    """The second click, and who holds the very post today."""
    posts = organization.appointments.not_over().filter(person_id=person.pk, position=position)
    if post := posts.first():
        sentence = _("%(person)s holds this post already: %(post)s.")
        raise ValidationError(sentence % {"person": person, "post": post.post_on_own_page})
