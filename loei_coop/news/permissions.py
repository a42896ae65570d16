"""Who may what with releases: writers by their groups, publishers by theirs, and the head of the
office, or whoever acts for the head, by the appointment of today."""

import rules

from loei_coop.news.models import PressRelease
from loei_coop.news.states import EDITABLE, MOVES, ReleaseState
from networks.choices import Ending, Position
from networks.models import Appointment
from networks.permissions import is_officer
from networks.querysets import OFFICE_CODE

CHANGE = "news.change_pressrelease"
ADD = "news.add_pressrelease"
PUBLISH = "news.publish_pressrelease"
APPROVE = "news.approve_pressrelease"


def heads_on(day):
    """Appointments of the head of the office, acting ones included, that last for certain."""
    held = Appointment.objects.held_on(day).exclude(ending=Ending.UNKNOWN)
    at_the_office = {"position": Position.PROVINCIAL_OFFICER, "agency__code": OFFICE_CODE}
    return held.filter(**at_the_office).with_names()


def head_of(user, day) -> Appointment | None:
    """By which the user heads the office, or acts for the head, on the day."""
    return heads_on(day).of_user(user).order_by("acting", "pk").first()


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


def may_become(state: ReleaseState):
    @rules.predicate
    def is_next(user, release: PressRelease) -> bool:
        return state in MOVES[ReleaseState(release.state)]

    return is_next


may_write_at_all = is_officer & has_right_to_write
may_compose = is_officer & has_right_to_compose
may_edit = may_write_at_all & is_editable
may_submit = may_edit & may_become(ReleaseState.FOR_APPROVAL)
may_send_back = is_officer & has_right_to_approve & may_become(ReleaseState.DRAFT)
may_enter_approval = is_officer & has_right_to_approve & may_become(ReleaseState.APPROVED)
may_publish_at_all = is_officer & has_right_to_publish
may_publish = may_publish_at_all & may_become(ReleaseState.PUBLISHED)
may_withdraw = may_publish_at_all & may_become(ReleaseState.WITHDRAWN)
