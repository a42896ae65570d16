"""The steps of the organization, from the start to a request to reconsider."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import answers, events, invitations, permissions, results
from governance.completeness import missing_of
from governance.models import (
    Assessment,
    AssessmentRound,
    Reconsideration,
)
from governance.results import level_key
from governance.states import ReconsiderationState, State
from governance.workflow.moving import Kind, move, require
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.django.dates import show_moment
from networks.models import Organization


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
