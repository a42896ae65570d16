"""Who may what with releases: writers by their groups, publishers by theirs, and the head of the
office, or whoever acts for the head, by the appointment of today."""

import datetime

import rules
from django.utils import timezone

from loei_coop.news.models import PressRelease
from loei_coop.news.states import EDITABLE
from networks.choices import Ending, Position
from networks.models import Appointment
from networks.permissions import is_officer
from networks.querysets import OFFICE_CODE

CHANGE = "news.change_pressrelease"
ADD = "news.add_pressrelease"
VIEW = "news.view_pressrelease"
PUBLISH = "news.publish_pressrelease"
APPROVE = "news.approve_pressrelease"


def heads_on(day: datetime.date):
    """Appointments of the head of the office, acting ones included, that last for certain."""
    held = Appointment.objects.held_on(day).exclude(ending=Ending.UNKNOWN)
    at_the_office = {"position": Position.PROVINCIAL_OFFICER, "agency__code": OFFICE_CODE}
    return held.filter(**at_the_office).with_names()


def head_of(user, day: datetime.date) -> Appointment | None:
    """By which the user heads the office, or acts for the head, on the day."""
    return heads_on(day).of_user(user).order_by("acting", "pk").first()


@rules.predicate
def heads_the_office(user) -> bool:
    """Or acts for the head, today."""
    return head_of(user, timezone.localdate()) is not None


@rules.predicate
def has_right_to_view(user) -> bool:
    return user.has_perm(VIEW)


@rules.predicate
def has_right_to_write(user) -> bool:
    return user.has_perm(CHANGE)


@rules.predicate
def has_right_to_compose(user) -> bool:
    return user.has_perm(ADD)


@rules.predicate
def has_right_to_publish(user) -> bool:
    return user.has_perm(PUBLISH)


@rules.predicate
def has_right_to_approve(user) -> bool:
    """To send back, and to enter an approval that was given on paper."""
    return user.has_perm(APPROVE)


@rules.predicate
def is_editable(user, release: PressRelease) -> bool:
    return release.state in EDITABLE


may_read_drafts = is_officer & has_right_to_view
may_write_at_all = is_officer & has_right_to_write
may_compose = is_officer & has_right_to_compose
may_approve = is_officer & heads_the_office
may_enter_approvals = is_officer & has_right_to_approve
may_send_back = may_approve | may_enter_approvals
may_publish_at_all = is_officer & has_right_to_publish


def readable_by(user):
    """Public releases for everybody, all of them for the officers of news."""
    releases = PressRelease.objects
    return releases.all() if may_read_drafts(user) else releases.public()
