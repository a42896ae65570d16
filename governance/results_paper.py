"""The table of results that the working group signs. The words on paper are Thai."""

from decimal import Decimal

from django.utils import translation

from governance.explaining import explain_review
from governance.models import Assessment, WorkingGroupMeeting
from loei_coop.common.papers import render
from loei_coop.thai.dates import long_date
from networks.letterhead import letterhead

CONFIRMED = "บัญชีผลการตรวจประเมินที่คณะทำงานรับรอง"
PROPOSED = "บัญชีผลการตรวจประเมินที่เสนอคณะทำงานรับรอง"
NONE = "–"


def results_table(meeting: WorkingGroupMeeting, *, is_proposed: bool) -> bytes:
    """The PDF: of the results that wait for this meeting, or of those that it has confirmed."""
    with translation.override("th"):
        return render(
            "results_table",
            title=PROPOSED if is_proposed else CONFIRMED,
            data=table_of(meeting, is_proposed=is_proposed),
            frame=letterhead(),
        )


def table_of(meeting: WorkingGroupMeeting, *, is_proposed: bool) -> dict:
    """As JSON knows it."""
    assessments = listed(meeting, is_proposed=is_proposed)
    row_of = proposed_row if is_proposed else confirmed_row
    edition = meeting.round.edition
    return {
        "standard": edition.standard.name,
        "edition": f"{edition.name} ({edition.get_origin_display()})",
        "round": meeting.round.name,
        "meeting": f"การประชุมครั้งที่ {meeting.number} วันที่ {long_date(meeting.held_on)}",
        # Counted as text, so that its digits are those of the paper.
        "rows": [
            {"place": str(place), "name": row.organization.name, **row_of(row)}
            for place, row in enumerate(assessments, start=1)
        ],
        "members": [person.full_name for person in meeting.members.all()],
        "is_sample": any(row.is_sample or row.organization.is_sample for row in assessments),
    }


def listed(meeting: WorkingGroupMeeting, *, is_proposed: bool) -> list[Assessment]:
    proposed = Assessment.objects.to_confirm().filter(round=meeting.round_id)
    rows = proposed if is_proposed else meeting.assessments.confirmed()
    return list(rows.with_names().order_by("organization__sort_key", "pk"))


def confirmed_row(assessment: Assessment) -> dict:
    return {
        "own": shown(assessment.self_percent),
        "confirmed": shown(assessment.confirmed_percent),
        "level": assessment.level_name or NONE,
    }


def proposed_row(assessment: Assessment) -> dict:
    result = explain_review(assessment)
    return {
        "own": shown(assessment.self_percent),
        "confirmed": shown(result.side and result.side.percent),
        "level": result.level_name or NONE,
    }


def shown(percent: Decimal | None) -> str:
    return NONE if percent is None else f"{percent:.2f}"
