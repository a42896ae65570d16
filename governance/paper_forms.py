"""A form on paper that came in time: its date and scan, before an officer enters the answers."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance import evidence, workflow
from governance.models import Assessment, AssessmentRound
from networks.models import Organization


@transaction.atomic
def receive(
    round_: AssessmentRound,
    organization: Organization,
    *,
    by,
    received_on: datetime.date,
    scan,
) -> Assessment:
    """Both or none. The scan is evidence of the whole form. Raises WorkflowError or UploadError."""
    assessment = workflow.receive_on_paper(round_, organization, by=by, received_on=received_on)
    evidence.add(assessment, None, by=by, upload=scan, title=_("Scan of the paper form"))
    return assessment
