"""The table of results that the working group signs. The words on paper are Thai."""

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
    rows = proposed_rows(meeting) if is_proposed else confirmed_rows(meeting)
    edition = meeting.round.edition
    return {
        "standard": edition.standard.name,
        "edition": f"{edition.name} ({edition.get_origin_display()})",
        "round": meeting.round.name,
        "meeting": f"การประชุมครั้งที่ {meeting.number} วันที่ {long_date(meeting.held_on)}",
        # Counted as text, so that its digits are those of the paper.
        "rows": [{"place": str(place), **row} for place, row in enumerate(rows, start=1)],
        "members": [person.full_name for person in meeting.members.all()],
        "is_sample": meeting.round.assessments.filter(is_sample=True).exists(),
    }


def confirmed_rows(meeting: WorkingGroupMeeting) -> list[dict]:
    rows = meeting.assessments.confirmed().with_names().order_by("organization__sort_key", "pk")
    return [
        row_of(row, shown(row.self_percent), shown(row.confirmed_percent), row.level_name)
        for row in rows
    ]


def proposed_rows(meeting: WorkingGroupMeeting) -> list[dict]:
    rows = Assessment.objects.to_confirm().filter(round=meeting.round_id).with_names()
    return [proposed_row(row) for row in rows.order_by("organization__sort_key", "pk")]


def proposed_row(assessment: Assessment) -> dict:
    result = explain_review(assessment)
    percent = result.side and result.side.percent
    return row_of(assessment, shown(assessment.self_percent), shown(percent), result.level_name)


def row_of(assessment: Assessment, own: str, confirmed: str, level: str) -> dict:
    name = assessment.organization.name
    return {"name": name, "own": own, "confirmed": confirmed, "level": level or NONE}


def shown(percent) -> str:
    return NONE if percent is None else f"{percent:.2f}"
