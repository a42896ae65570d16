"""The steps of the office before the working group meets."""

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import answers, events, permissions, results
from governance.completeness import asked_items
from governance.models import (
    Assessment,
    AssessmentRound,
    Item,
    Return,
    ReturnedItem,
)
from governance.states import UNDER_REVIEW, State
from governance.workflow.moving import Kind, move, require, require_state, stale
from governance.workflow.organization import start
from loei_coop.common.errors import WorkflowError
from networks.models import Organization


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
def withdraw(assessment: Assessment, *, by, reason: str) -> None:
    require(permissions.may_manage_it(by, assessment))
    if not reason.strip():
        raise WorkflowError(_("Give the reason for the withdrawal."))
    move(assessment, State.WITHDRAWN)
    events.record(assessment, Kind.WITHDRAWN, by=by, reason=reason)
