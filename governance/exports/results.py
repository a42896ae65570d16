"""The table of results: one row for each that is invited or has begun."""

from django.utils import translation

from governance.invitations import invited
from governance.models import Assessment, AssessmentRound
from loei_coop.thai.django.dates import show_moment, show_short
from networks.models import Organization

HEADERS = (
    *("รหัส", "ชื่อ", "ประเภท", "เครือข่าย", "อำเภอ", "สถานะ", "วันที่ส่ง"),
    *("ประเมินตนเอง (ร้อยละ)", "ระดับจากการประเมินตนเอง"),
    *("ผลที่รับรอง (ร้อยละ)", "ระดับที่รับรอง"),
    *("มติคณะกรรมการครั้งที่", "วันที่มีมติ"),
)
WIDTHS = (14, 50, 20, 24, 20, 26, 28, 16, 18, 16, 18, 12, 14)  # millimetres on paper
NOT_STARTED = "ยังไม่เริ่ม"
NOT_RECORDED = "ไม่ได้บันทึก"


def result_rows(round_: AssessmentRound, *, for_user) -> list[tuple]:
    """In the order of networks and names. Three queries."""
    rows = Assessment.objects.filter(round=round_).select_related("level", "self_level")
    begun = {row.organization_id: row for row in rows}
    organizations = invited(round_) | Organization.objects.filter(pk__in=list(begun))
    with translation.override("th"):
        return [
            (*about(row), *result_of(begun.get(row.pk)))
            for row in organizations.with_place().in_network_order()
        ]


def about(organization: Organization) -> tuple:
    """Whose row it is, in every file."""
    district = organization.district
    return (
        organization.code,
        organization.name,
        organization.get_kind_display(),
        str(district.network) if district else NOT_RECORDED,
        district.name if district else NOT_RECORDED,
    )


def result_of(assessment: Assessment | None) -> tuple:
    if assessment is None:
        return (NOT_STARTED, *[None] * 7)
    return (
        assessment.get_state_display(),
        assessment.submitted_at and show_moment(assessment.submitted_at),
        number(assessment.self_percent),
        assessment.self_level.name if assessment.self_level else "",
        number(assessment.confirmed_percent),
        assessment.level.name if assessment.level else assessment.level_name,
        assessment.resolution_number,
        assessment.resolution_on and show_short(assessment.resolution_on),
    )


def number(value) -> float | None:
    """As a spreadsheet calculates with it, to two places."""
    return None if value is None else round(float(value), 2)
