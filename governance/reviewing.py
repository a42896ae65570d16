"""The review of one assessment, item by item, stored as it is given; and whose work it is.

    save(assessment, item, verdict, share=None, reason="", base=mark_of(None), by=user)

`base` is the mark of the review that the officer had before the eyes: what a colleague wrote
meanwhile is never overwritten unseen. All functions raise WorkflowError with a sentence; then
nothing was changed.
"""

from decimal import Decimal
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import answers, completeness, events, permissions
from governance.models import Answer, Assessment, AssessmentEvent, Item, ItemReview
from governance.rules import item_rule
from governance.states import State
from loei_coop.common.errors import WorkflowError

Kind = AssessmentEvent.Kind


class Verdict(StrEnum):
    AGREE = "agree"
    OTHER = "other"  # another share, with the reason
    RETURN = "return"  # more is to be asked, with what


def mark_of(review: ItemReview | None) -> str:
    """Tells whether somebody has written the review anew."""
    return review.reviewed_at.isoformat() if review else ""


@transaction.atomic
def save(
    assessment: Assessment,
    item: Item,
    verdict: Verdict,
    *,
    share: Decimal | None = None,
    reason: str = "",
    base: str,
    by,
) -> ItemReview:
    """`share`: of another verdict only; None says "not applicable"."""
    assessment = answers.locked(assessment)
    require_review(assessment, by)
    answer = answer_to(assessment, item)
    if verdict is not Verdict.AGREE and not reason.strip():
        raise WorkflowError(_("Give the reason: the organization reads it."))
    if verdict is Verdict.OTHER:
        check_share(answer, item, share)
    before = assessment.item_reviews.filter(item=item).first()
    if mark_of(before) != base:
        raise written_meanwhile(before)
    review, _is_new = ItemReview.objects.update_or_create(
        assessment=assessment,
        item=item,
        defaults={
            "share": share if verdict is Verdict.OTHER else answer.share,
            "is_agreed": verdict is Verdict.AGREE,
            "is_to_return": verdict is Verdict.RETURN,
            "reason": "" if verdict is Verdict.AGREE else reason.strip(),
            "reviewed_by": by,
            "reviewed_at": timezone.now(),
        },
    )
    note_late_change(review, before, by)
    return review


def require_review(assessment: Assessment, by) -> None:
    if not permissions.may_look_into(by, assessment):
        raise WorkflowError(_("You have no right to take this step."))
    if not permissions.may_review(by, assessment):
        sentence = _("This is not possible now: the assessment is “%(state)s”.")
        raise WorkflowError(sentence % {"state": assessment.get_state_display()})


def answer_to(assessment: Assessment, item: Item) -> Answer:
    asked = completeness.asked_items(assessment).filter(pk=item.pk)
    answer = assessment.answers.given().filter(item__in=asked.order_by()).first()
    if answer is None:
        raise WorkflowError(_("This item is not part of this assessment."))
    return answer


def check_share(answer: Answer, item: Item, share: Decimal | None) -> None:
    if share is None and not item.category.edition.allows_not_applicable:
        raise WorkflowError(_("Choose the step that the evidence shows."))
    if share is not None and share not in item_rule(item).shares():
        raise WorkflowError(_("This is not on the scale of this item. Choose one step."))
    if share == answer.share:
        raise WorkflowError(_("This is what the organization says itself: choose “agree”."))


def written_meanwhile(review: ItemReview | None) -> WorkflowError:
    if review is None:
        return WorkflowError(_("The review of this item was taken back meanwhile. Look once more."))
    sentence = _("%(person)s has reviewed this item meanwhile. Look at it, then decide.")
    return WorkflowError(sentence % {"person": review.reviewed_by})


def note_late_change(review: ItemReview, before: ItemReview | None, by) -> None:
    """What was recommended already does not change without a trace."""
    assessment = review.assessment
    if assessment.state != State.REVIEWED or before is None or before.share == review.share:
        return
    detail = {"item": review.item.number, "before": before.share, "after": review.share}
    events.record(assessment, Kind.REVIEW_CHANGED, by=by, reason=review.reason, **detail)


def items_to_return(assessment: Assessment) -> dict[Item, str]:
    """{item: what is asked} of those that are marked, in order."""
    marked = assessment.item_reviews.filter(is_to_return=True).select_related("item__category")
    rows = marked.order_by("item__category__order", "item__category", "item__order", "item")
    return {row.item: row.reason for row in rows}


@transaction.atomic
def assign(assessment: Assessment, reviewer, *, by) -> None:
    """`reviewer`: who may look into it; None leaves it to the promotion officer."""
    assessment = answers.locked(assessment)
    if not permissions.may_manage_it(by, assessment):
        raise WorkflowError(_("You have no right to take this step."))
    if reviewer is not None and not permissions.may_look_into(reviewer, assessment):
        sentence = _("%(person)s may not review this assessment.")
        raise WorkflowError(sentence % {"person": reviewer})
    Assessment.objects.filter(pk=assessment.pk).update(reviewer=reviewer)
    events.record(assessment, Kind.ASSIGNED, by=by, reviewer=str(reviewer or ""))
