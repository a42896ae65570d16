"""The working group confirms results, or looks at one again."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import events, permissions, results
from governance.models import (
    Assessment,
    Level,
    Reconsideration,
    WorkingGroupMeeting,
)
from governance.results import level_key
from governance.states import ReconsiderationState, State
from governance.workflow.moving import Kind, move, require, require_state
from governance.workflow.office import lock
from loei_coop.common.errors import WorkflowError
from loei_coop.common.seals import seal
from networks.models import Person

UNCONFIRMED = {
    "confirmed_percent": None,
    "level": None,
    "level_name": "",
    "level_name_en": "",
    "confirmed_in": None,
    "confirmed_at": None,
}


@transaction.atomic
def confirm(
    assessments: Iterable[Assessment],
    *,
    meeting: WorkingGroupMeeting,
    by,
    seen: Mapping[int, Decimal] | None = None,
) -> list[Assessment]:
    """All of them or none: the working group's meeting confirms what was recommended. `seen`: {key
    of an assessment: percent that was before the eyes}; another one is not confirmed unseen."""
    if meeting.held_on > timezone.localdate():
        raise WorkflowError(_("The meeting lies in the future: it has confirmed nothing yet."))
    rows = sorted(assessments, key=lambda row: row.pk)
    done = [confirm_one(row, meeting, by, (seen or {}).get(row.pk)) for row in rows]
    if done:
        seal(meeting)
    return done


def confirm_one(
    assessment: Assessment, meeting: WorkingGroupMeeting, by, seen: Decimal | None = None
) -> Assessment:
    lock(assessment)
    require(permissions.may_judge(by, assessment))
    require_state(assessment, State.REVIEWED)
    result = results.reviewed_result(assessment)
    check_confirmable(assessment, meeting, result.total.percent, seen)
    abstaining = involved_members(assessment, meeting)
    if len(abstaining) == meeting.members.count():
        sentence = _("Nobody at the meeting may judge %(organization)s: all are involved.")
        raise WorkflowError(sentence % {"organization": assessment.organization})
    level = Level.objects.filter(pk=level_key(result)).first()
    move(
        assessment,
        State.CONFIRMED,
        confirmed_percent=result.total.percent,
        level=level,
        level_name=level.name if level else "",
        level_name_en=level.name_en if level else "",
        confirmed_in=meeting,
        confirmed_at=timezone.now(),
    )
    seal(assessment)
    events.record(
        assessment,
        Kind.CONFIRMED,
        by=by,
        meeting=str(meeting),
        members=[str(person) for person in meeting.members.all()],
        percent=result.total.percent,
        abstained=[str(person) for person in abstaining],
    )
    return assessment


def check_confirmable(assessment: Assessment, meeting: WorkingGroupMeeting, percent, seen) -> None:
    about = {"organization": assessment.organization}
    if meeting.round_id != assessment.round_id:
        sentence = _("%(organization)s belongs to another round than the meeting.")
    elif percent is None:
        sentence = _("%(organization)s has no points to be judged by.")
    elif seen is not None and percent != seen:
        sentence = _("The review of %(organization)s has changed meanwhile. Look once more.")
    elif not meeting.members.exists():
        sentence = _("Name the members who were present at the meeting first.")
    else:
        return
    raise WorkflowError(sentence % about)


def involved_members(assessment: Assessment, meeting: WorkingGroupMeeting) -> list:
    """Members who take no part in judging it."""
    members = meeting.members.select_related("user")
    return [person for person in members if is_involved(person, assessment)]


def is_involved(person: Person, assessment: Assessment) -> bool:
    if person.user and not permissions.is_uninvolved(person.user, assessment):
        return True
    own = person.appointments.giving_access()
    return own.filter(organization=assessment.organization).exists()


@transaction.atomic
def decide_reconsideration(
    request: Reconsideration, *, by, is_granted: bool, decision: str
) -> None:
    """Granted: the result goes back to the working group, and the reviewer may adjust it."""
    assessment = request.assessment
    lock(assessment)
    require(permissions.may_decide(by, assessment))
    if not decision.strip():
        raise WorkflowError(_("Give the reason: the organization reads it."))
    state = ReconsiderationState.GRANTED if is_granted else ReconsiderationState.REFUSED
    waiting = Reconsideration.objects.filter(pk=request.pk, state=ReconsiderationState.WAITING)
    values = {"decided_by": by, "decided_at": timezone.now(), "decision": decision}
    if assessment.announced_at or not waiting.update(state=state, **values):
        raise WorkflowError(_("This request was decided already."))
    before = {"percent": assessment.confirmed_percent, "level": assessment.level_name}
    if is_granted:
        move(assessment, State.REVIEWED)
        # It was frozen before the move.
        Assessment.objects.filter(pk=assessment.pk).update(**UNCONFIRMED)
    events.record(
        assessment,
        Kind.RECONSIDERATION_DECIDED,
        by=by,
        reason=decision,
        granted=is_granted,
        before=before,
    )
