"""The way of an assessment: the only place that writes its state.

Each step checks the person, moves the row only if it is still in the state expected, and leaves an
event. All raise WorkflowError with a sentence; then nothing was changed.
"""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import answers, events, invitations, permissions, results
from governance.completeness import asked_items, missing_of
from governance.models import (
    Assessment,
    AssessmentEvent,
    AssessmentRound,
    Item,
    Level,
    Reconsideration,
    Return,
    ReturnedItem,
    WorkingGroupMeeting,
)
from governance.states import MOVES, UNDER_REVIEW, ReconsiderationState, State
from loei_coop.common.errors import WorkflowError
from loei_coop.common.seals import seal
from loei_coop.thai.django.dates import show_moment
from networks.models import Organization, Person

Kind = AssessmentEvent.Kind
UNCONFIRMED = {
    "confirmed_percent": None,
    "level": None,
    "level_name": "",
    "level_name_en": "",
    "confirmed_in": None,
    "confirmed_at": None,
}


def move(assessment: Assessment, state: State, **values) -> None:
    """From the state that the row has, if that may follow and nobody was faster."""
    if state not in MOVES[State(assessment.state)]:
        raise stale(assessment)
    row = Assessment.objects.filter(pk=assessment.pk, state=assessment.state)
    if not row.update(state=state, **values):
        raise stale(assessment)
    assessment.refresh_from_db()


def stale(assessment: Assessment) -> WorkflowError:
    assessment.refresh_from_db(fields=["state"])
    sentence = _("This is not possible now: the assessment is “%(state)s”.")
    return WorkflowError(sentence % {"state": assessment.get_state_display()})


def require_state(assessment: Assessment, *states: State) -> None:
    if assessment.state not in states:
        raise stale(assessment)


def require(is_allowed: bool) -> None:
    if not is_allowed:
        raise WorkflowError(_("You have no right to take this step."))


# The organization


@transaction.atomic
def start(
    round_: AssessmentRound, organization: Organization, *, by, on_behalf_of=None
) -> Assessment:
    """The one assessment of the organization in the round; made at the first time."""
    if not invitations.is_invited(round_, organization):
        raise WorkflowError(_("This round does not invite your cooperative or group."))
    if round_.opens_at > timezone.now():
        raise WorkflowError(_("The assessment is not open yet."))
    if round_.closes_at <= timezone.now() and not permissions.may_manage(by):
        sentence = _("This assessment was taken until %(when)s.")
        raise WorkflowError(sentence % {"when": show_moment(round_.closes_at)})
    assessment, is_new = Assessment.objects.get_or_create(
        round=round_,
        organization=organization,
        defaults={
            "started_at": timezone.now(),
            "owner": owner_of(organization, on_behalf_of or by),
        },
    )
    if is_new:
        events.record(assessment, Kind.STARTED, by=by, on_behalf_of=on_behalf_of)
    return assessment


def owner_of(organization: Organization, user):
    """An officer who receives a paper form does not look after it at the organization."""
    return user if permissions.works_for(user, organization) else None


@transaction.atomic
def submit(
    assessment: Assessment,
    *,
    by,
    on_behalf_of=None,
    resolution_number: str,
    resolution_on: datetime.date,
) -> Assessment:
    """Complete, in time, with the board's resolution. The same step answers a return."""
    assessment = answers.locked(assessment)
    answers.check_writable(assessment, by=by)
    require(permissions.may_submit(on_behalf_of or by, assessment) or is_on_paper(by, assessment))
    if missing := missing_of(assessment):
        sentence = _("Not complete yet: %(number)s points are missing. The list shows them.")
        raise WorkflowError(sentence % {"number": len(missing)})
    again = assessment.state == State.RETURNED
    result = results.self_result(assessment)
    move(
        assessment,
        State.RESUBMITTED if again else State.SUBMITTED,
        submitted_at=timezone.now(),
        resolution_number=resolution_number,
        resolution_on=resolution_on,
        self_percent=result.total.percent,
        self_level_id=level_key(result),
    )
    if again:
        assessment.returns.filter(answered_at=None).update(answered_at=timezone.now())
    kind = Kind.RESUBMITTED if again else Kind.SUBMITTED
    events.record(assessment, kind, by=by, on_behalf_of=on_behalf_of, percent=result.total.percent)
    return assessment


def is_on_paper(user, assessment: Assessment) -> bool:
    """An officer enters what came on paper in time."""
    return assessment.received_on is not None and permissions.may_manage(user)


def level_key(result) -> int | None:
    """The primary key of the level, if one is reached."""
    decision = result.decision
    return int(decision.level.code) if decision and decision.level else None


@transaction.atomic
def take_no_part(assessment: Assessment, *, by, on_behalf_of=None, reason: str) -> None:
    require(permissions.leads(on_behalf_of or by, assessment.organization))
    if not reason.strip():
        raise WorkflowError(_("Give the reason why you do not take part this year."))
    answers.check_writable(assessment, by=by)
    move(assessment, State.NOT_TAKING_PART, absence_reason=reason)
    events.record(assessment, Kind.ABSENT, by=by, on_behalf_of=on_behalf_of, reason=reason)


@transaction.atomic
def decline(
    round_: AssessmentRound, organization: Organization, *, by, on_behalf_of=None, reason: str
) -> None:
    """The same, whether or not it was begun."""
    authors = {"by": by, "on_behalf_of": on_behalf_of}
    take_no_part(start(round_, organization, **authors), **authors, reason=reason)


@transaction.atomic
def rejoin(assessment: Assessment, *, by, on_behalf_of=None) -> None:
    """Takes part after all; what was answered before is still there."""
    require(permissions.leads(on_behalf_of or by, assessment.organization))
    move(assessment, State.DRAFT, absence_reason="")
    events.record(assessment, Kind.REJOINED, by=by, on_behalf_of=on_behalf_of)


@transaction.atomic
def ask_to_reconsider(
    assessment: Assessment, *, by, on_behalf_of=None, reason: str
) -> Reconsideration:
    require(permissions.leads(on_behalf_of or by, assessment.organization))
    if assessment.state != State.CONFIRMED or assessment.announced_at:
        raise WorkflowError(_("Only a confirmed result that is not announced can be reconsidered."))
    if timezone.now() > reconsideration_ends(assessment):
        raise WorkflowError(_("The time for asking to reconsider is over."))
    if not reason.strip():
        raise WorkflowError(_("Give the reason why the result should be looked at again."))
    if assessment.reconsiderations.filter(state=ReconsiderationState.WAITING).exists():
        raise WorkflowError(_("Your request was received already and waits for the office."))
    row = Reconsideration.objects.create(
        assessment=assessment, reason=reason, asked_by=by, on_behalf_of=on_behalf_of
    )
    events.record(
        assessment, Kind.RECONSIDERATION_ASKED, by=by, on_behalf_of=on_behalf_of, reason=reason
    )
    return row


def reconsideration_ends(assessment: Assessment) -> datetime.datetime:
    days = assessment.round.reconsideration_days
    return assessment.confirmed_at + datetime.timedelta(days=days)


# The office


@transaction.atomic
def extend(assessment: Assessment, *, by, until: datetime.datetime, reason: str) -> None:
    require(permissions.may_manage_it(by, assessment))
    if not reason.strip():
        raise WorkflowError(_("Give the reason for the extension."))
    if until <= max(timezone.now(), assessment.deadline):
        raise WorkflowError(_("The new time lies before the present one."))
    if assessment.state != State.DRAFT:
        raise stale(assessment)
    row = Assessment.objects.filter(pk=assessment.pk, state=State.DRAFT)
    row.update(closes_at=until, extension_reason=reason)
    assessment.refresh_from_db()
    events.record(assessment, Kind.EXTENDED, by=by, reason=reason, until=until)


@transaction.atomic
def receive_on_paper(
    round_: AssessmentRound, organization: Organization, *, by, received_on: datetime.date
) -> Assessment:
    """A paper form that came in time: an officer enters its answers. Its scan is evidence."""
    require(permissions.may_manage(by) and not permissions.works_for(by, organization))
    assessment = start(round_, organization, by=by)
    if received_on > timezone.localdate():
        raise WorkflowError(_("The paper cannot have come in the future."))
    if received_on > timezone.localdate(assessment.deadline):
        raise WorkflowError(_("This paper came after the closing time."))
    rows = Assessment.objects.filter(pk=assessment.pk, state=State.DRAFT)
    if not rows.update(received_on=received_on):
        raise stale(assessment)
    assessment.refresh_from_db()
    events.record(assessment, Kind.PAPER_RECEIVED, by=by, received_on=received_on)
    return assessment


@transaction.atomic
def return_items(assessment: Assessment, reasons: Mapping[Item, str], *, by) -> Return:
    """`reasons`: {item: why}. Only these items unlock, and are reviewed afresh; the others keep
    their review."""
    lock(assessment)
    require(permissions.may_look_into(by, assessment))
    check_reasons(assessment, reasons)
    number = assessment.returns.count() + 1
    move(assessment, State.RETURNED, reviewer=assessment.reviewer or by)
    assessment.item_reviews.filter(item__in=reasons).delete()
    made = Return.objects.create(assessment=assessment, number=number, made_by=by)
    given = {answer.item_id: answer for answer in assessment.answers.filter(item__in=reasons)}
    for item, reason in reasons.items():
        before = given[item.pk].content if item.pk in given else {}
        ReturnedItem.objects.create(of_return=made, item=item, reason=reason, **before)
    numbers = [item.number for item in reasons]
    events.record(assessment, Kind.RETURNED, by=by, number=number, items=numbers)
    return made


def lock(assessment: Assessment) -> None:
    """Colleagues wait for each other; refused if it is no more in the state before the eyes."""
    if answers.locked(assessment).state != assessment.state:
        raise stale(assessment)
    assessment.refresh_from_db()


def check_reasons(assessment: Assessment, reasons: Mapping[Item, str]) -> None:
    if not reasons or not all(reason.strip() for reason in reasons.values()):
        raise WorkflowError(_("Choose the items to return, each with its reason."))
    asked = set(asked_items(assessment).values_list("pk", flat=True))
    if not {item.pk for item in reasons} <= asked:
        raise WorkflowError(_("This item is not part of this assessment."))


@transaction.atomic
def recommend(assessment: Assessment, *, by) -> None:
    """The reviewer has looked at every item and recommends the result."""
    lock(assessment)
    require(permissions.may_look_into(by, assessment))
    require_state(assessment, *UNDER_REVIEW)
    if assessment.item_reviews.filter(is_to_return=True).exists():
        raise WorkflowError(_("Some items are marked for return: return them, or decide on them."))
    reviewed = set(assessment.item_reviews.values_list("item__code", flat=True))
    result = results.reviewed_result(assessment)
    open_items = [item for item in result.items if item.rule.code not in reviewed]
    if open_items:
        sentence = _("%(number)s items are not reviewed yet.")
        raise WorkflowError(sentence % {"number": len(open_items)})
    move(assessment, State.REVIEWED, reviewer=by)
    events.record(assessment, Kind.REVIEWED, by=by, percent=result.total.percent)


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


@transaction.atomic
def withdraw(assessment: Assessment, *, by, reason: str) -> None:
    require(permissions.may_manage_it(by, assessment))
    if not reason.strip():
        raise WorkflowError(_("Give the reason for the withdrawal."))
    move(assessment, State.WITHDRAWN)
    events.record(assessment, Kind.WITHDRAWN, by=by, reason=reason)
