"""What of a result is known to whom: provisional until it is announced; publicly the level of one
that got no award only by its own tick."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import Assessment
from governance.states import ReconsiderationState, State
from governance.workflow import reconsideration_ends, require
from loei_coop.common.errors import WorkflowError
from networks import permissions


def is_announced(assessment: Assessment) -> bool:
    """A round of the past was announced in its time."""
    if assessment.state != State.CONFIRMED:
        return False
    when = assessment.announced_at
    return assessment.round.is_recorded or (when is not None and when <= timezone.now())


def reconsider_until(assessment: Assessment) -> datetime.datetime | None:
    """Until when the organization can ask, if it still can and does not wait for an answer."""
    is_open = assessment.state == State.CONFIRMED and not assessment.round.is_recorded
    if not is_open or assessment.announced_at:
        return None
    if assessment.reconsiderations.filter(state=ReconsiderationState.WAITING).exists():
        return None
    ends = reconsideration_ends(assessment)
    return ends if ends >= timezone.now() else None


@transaction.atomic
def show_level(assessment: Assessment, *, is_public: bool, by, on_behalf_of=None) -> None:
    """On the organization's public page, or no longer."""
    require(permissions.leads(on_behalf_of or by, assessment.organization))
    if not is_announced(assessment):
        raise WorkflowError(_("The level can be shown once the result is announced."))
    rows = Assessment.objects.filter(pk=assessment.pk, state=State.CONFIRMED)
    rows.update(is_level_public=is_public)
    assessment.refresh_from_db()
