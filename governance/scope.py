"""What an assessment is about: its accounting year, and the categories that it leaves out."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance import answers, events
from governance.models import Assessment, AssessmentEvent, Category, LeftOutCategory
from governance.states import State
from loei_coop.common.errors import WorkflowError

Kind = AssessmentEvent.Kind


@transaction.atomic
def set_accounting_year(
    assessment: Assessment, *, ended_on: datetime.date | None, is_closed: bool, by
) -> None:
    """Of which year the figures are. Not closed yet is an answer too."""
    assessment = answers.locked(assessment)
    check_draft(assessment, by)
    rows = Assessment.objects.filter(pk=assessment.pk)
    rows.update(accounting_year_end=ended_on, is_year_closed=is_closed)


@transaction.atomic
def leave_out(
    assessment: Assessment, category: Category, *, reason: str, by, on_behalf_of=None
) -> None:
    """It counts in no total. What was answered there is kept. One at least remains."""
    assessment = answers.locked(assessment)
    check_draft(assessment, by)
    if not reason.strip():
        raise WorkflowError(_("Give the reason why this is not assessed."))
    rest = assessed_categories(assessment).exclude(pk=category.pk)
    if not rest.exists():
        raise WorkflowError(_("This is the last one that is assessed, so it cannot be left out."))
    if assessment.left_out.filter(category=category, reason=reason).exists():
        return  # a second click
    LeftOutCategory.objects.update_or_create(
        assessment=assessment, category=category, defaults={"reason": reason}
    )
    authors = {"by": by, "on_behalf_of": on_behalf_of}
    events.record(assessment, Kind.LEFT_OUT, **authors, reason=reason, **named(category))


@transaction.atomic
def take_in(assessment: Assessment, category: Category, *, by, on_behalf_of=None) -> None:
    assessment = answers.locked(assessment)
    check_draft(assessment, by)
    taken_in, _each = assessment.left_out.filter(category=category).delete()
    if taken_in:
        authors = {"by": by, "on_behalf_of": on_behalf_of}
        events.record(assessment, Kind.TAKEN_IN, **authors, **named(category))


def named(category: Category) -> dict:
    """For the step: numbers and names of categories stay as they were."""
    return {"category": category.number, "name": category.name}


def assessed_categories(assessment: Assessment):
    rows = Category.objects.filter(edition=assessment.round.edition_id, is_assessed=True)
    return rows.exclude(pk__in=assessment.left_out.values("category"))


def check_draft(assessment: Assessment, by) -> None:
    """What was returned opens items only."""
    answers.check_writable(assessment, by=by)
    if assessment.state != State.DRAFT:
        raise answers.ItemLockedError(
            _("Only the items that were returned can be changed now. The others stay as sent.")
        )
