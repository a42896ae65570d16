"""Making an assessment round: from then on its edition never changes. Later only its closing time
does, and only to a later one."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import Assessment, AssessmentRound, Edition
from loei_coop.common.errors import WorkflowError
from loei_coop.common.seals import seal
from networks.models import AreaNetwork


def make_round(
    edition: Edition,
    *,
    fiscal_year: int,
    opens_at: datetime.datetime,
    closes_at: datetime.datetime,
    networks: Iterable[AreaNetwork] = (),
    **invited,
) -> AssessmentRound:
    """`fiscal_year`: of the Common Era; `networks` and `invited`: the round's lists. The first
    round seals the edition. Raises ValidationError."""
    with transaction.atomic():
        edition = Edition.objects.select_for_update().get(pk=edition.pk)
        is_first = not edition.is_frozen
        made = AssessmentRound(
            edition=edition,
            fiscal_year=fiscal_year,
            opens_at=opens_at,
            closes_at=closes_at,
            **invited,
        )
        made.full_clean()
        made.save()
        made.invited_networks.set(networks)
        if is_first:
            seal(edition)
    return made


@transaction.atomic
def close_later(round_: AssessmentRound, *, closes_at: datetime.datetime) -> AssessmentRound:
    """An extension of one organization that this overtakes is none any more; its step stays."""
    round_ = AssessmentRound.objects.select_for_update().get(pk=round_.pk)
    check_later(round_, closes_at)
    round_.closes_at = closes_at
    round_.save()
    Assessment.objects.in_progress().filter(round=round_, closes_at__lte=closes_at).update(
        closes_at=None
    )
    return round_


def check_later(round_: AssessmentRound, closes_at: datetime.datetime) -> None:
    if round_.is_recorded:
        raise WorkflowError(_("This round is known from a source: nothing of it changes."))
    if closes_at <= round_.closes_at:
        raise WorkflowError(_("The closing time can be moved to a later one only."))
