"""From the draft to the approval of the head of the office, here or on paper."""

import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from loei_coop.common.errors import WorkflowError
from loei_coop.news import events, permissions
from loei_coop.news.models import PressRelease
from loei_coop.news.states import EDITABLE, ReleaseState
from loei_coop.news.workflow.checks import check_text
from loei_coop.news.workflow.moving import Kind, move, require, require_text, stale
from networks.models import Person

NOT_APPROVED = {
    "approved_by": None,
    "approver_post": "",
    "approved_on": None,
    "approval_number": "",
    "approval_entered_by": None,
}


@transaction.atomic
def submit(release: PressRelease, *, by) -> None:
    require(permissions.may_write_at_all(by))
    check_text(release)
    move(release, ReleaseState.FOR_APPROVAL)
    events.record(release, Kind.SUBMITTED, by=by)


@transaction.atomic
def send_back(release: PressRelease, *, by, reason: str) -> None:
    """The writer reads why."""
    require(permissions.may_send_back(by))
    reason = require_text(reason, _("Give the reason: the writer reads it."))
    move(release, ReleaseState.DRAFT, **NOT_APPROVED)
    events.record(release, Kind.SENT_BACK, by=by, reason=reason)


@transaction.atomic
def reopen(release: PressRelease, *, by, reason: str) -> None:
    """An approved text is changed again: it needs another approval."""
    require(permissions.may_write_at_all(by))
    reason = require_text(reason, _("Say what has to be changed."))
    if release.state != ReleaseState.APPROVED:
        raise WorkflowError(_("Only an approved release is opened again."))
    move(release, ReleaseState.DRAFT, **NOT_APPROVED)
    events.record(release, Kind.REOPENED, by=by, reason=reason)


@transaction.atomic
def approve(release: PressRelease, *, by) -> None:
    """By the head of the office, or whoever acts for the head today, with the own account."""
    head = permissions.head_of(by, timezone.localdate())
    if head is None:
        raise WorkflowError(_("Only the head of the office, or who acts for the head, approves."))
    with translation.override("th"):
        post = head.post
    store_approval(release, by=by, person=head.person, post=post, day=timezone.localdate())


@transaction.atomic
def enter_approval(
    release: PressRelease,
    *,
    by,
    person: Person,
    post: str,
    day: datetime.date,
    number: str = "",
) -> None:
    """An approval that was given on paper: who, in which post, when, under which number."""
    require(permissions.may_enter_approvals(by))
    post = require_text(post, _("Give the post of who approved."))
    if day > timezone.localdate():
        raise WorkflowError(_("The paper cannot be signed in the future."))
    if not permissions.heads_on(day).filter(person=person).exists():
        sentence = _("%(person)s neither headed the office on that day nor acted for the head.")
        raise WorkflowError(sentence % {"person": person})
    store_approval(release, by=by, person=person, post=post, day=day, number=number)


def store_approval(release, *, by, person, post, day, number="") -> None:
    if release.state not in EDITABLE:
        raise stale(release)
    check_text(release)
    move(
        release,
        ReleaseState.APPROVED,
        approved_by=person,
        approver_post=post,
        approved_on=day,
        approval_number=number,
        approval_entered_by=by,
    )
    detail = {"person": str(person), "post": post, "day": day, "number": number}
    events.record(release, Kind.APPROVED, by=by, **detail)
