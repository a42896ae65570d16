"""Making an assessment round: from then on its edition never changes."""

import datetime

from django.db import transaction

from governance.models import AssessmentRound, Edition
from loei_coop.common.seals import seal


def make_round(
    edition: Edition,
    *,
    fiscal_year: int,
    opens_at: datetime.datetime,
    closes_at: datetime.datetime,
    **invited,
) -> AssessmentRound:
    """`fiscal_year`: of the Common Era; `invited`: the round's lists of kinds and types. The first
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
        if is_first:
            seal(edition)
    return made
