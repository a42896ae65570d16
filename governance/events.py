"""The steps of an assessment, as rows that stay."""

from governance.models import Assessment, AssessmentEvent


def record(
    assessment: Assessment, kind: str, *, by=None, on_behalf_of=None, reason: str = "", **detail
) -> AssessmentEvent:
    return AssessmentEvent.objects.create(
        assessment=assessment,
        kind=kind,
        made_by=by,
        on_behalf_of=on_behalf_of,
        reason=reason,
        detail=detail,
    )
