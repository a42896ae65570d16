"""What every step does: checks the right, moves the row from the state it was in, tells why not."""

from django.utils.translation import gettext as _

from governance.models import Assessment, AssessmentEvent
from governance.states import MOVES, State
from loei_coop.common.errors import WorkflowError

Kind = AssessmentEvent.Kind


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
