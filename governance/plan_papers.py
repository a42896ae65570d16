"""The plan of improvement on A4 and as a sheet. The words on paper are Thai."""

from typing import BinaryIO

from django.utils import timezone, translation

from governance.models import ImprovementAction
from governance.plans import plan_of
from loei_coop.common.papers import render
from loei_coop.common.sheets.writing import xlsx_file
from loei_coop.thai.django.dates import show_day, show_short
from networks.letterhead import letterhead
from networks.models import Organization

TITLE = "แผนปฏิบัติการพัฒนาองค์กร"
HEADERS = [
    "ปีงบประมาณ",
    "ข้อที่ควรพัฒนา",
    "เป้าหมาย",
    "วิธีการ",
    "ตัวชี้วัด",
    "ผู้รับผิดชอบ",
    "กำหนดเสร็จ",
    "งบประมาณ (บาท)",
    "ความก้าวหน้า (ร้อยละ)",
    "ผลที่ได้",
    "ที่มา",
]


def plan_pdf(organization: Organization) -> bytes:
    with translation.override("th"):
        data = {
            "organization": organization.name,
            "is_sample": organization.is_sample,
            "printed_on": show_day(timezone.localdate()),
            "lines": [printed(row) for row in plan_of(organization)],
        }
        return render("plan", title=TITLE, data=data, frame=letterhead())


def printed(row: ImprovementAction) -> dict:
    return {
        "item": str(row.item),
        "forum": forum_of(row),
        "year": row.assessment.round.name,
        "target": row.target,
        "method": row.method,
        "indicator": row.indicator,
        "responsible": row.responsible,
        "due": show_short(row.due_on),
        "budget": "" if row.budget is None else f"{row.budget:,.2f}",
        "progress": f"{row.progress} %",
        "result": row.result,
    }


def forum_of(row: ImprovementAction) -> str:
    """Where the promise was made that became this line; empty if it began otherwise."""
    return str(row.promise.forum) if row.has_promise else ""


def plan_sheet(organization: Organization) -> BinaryIO:
    with translation.override("th"):
        rows = [sheet_row(row) for row in plan_of(organization)]
        return xlsx_file(HEADERS, rows, sheet="แผนปฏิบัติการ")


def sheet_row(row: ImprovementAction) -> list:
    return [
        row.assessment.round.name,
        str(row.item),
        row.target,
        row.method,
        row.indicator,
        row.responsible,
        show_day(row.due_on),
        row.budget,
        row.progress,
        row.result,
        forum_of(row),
    ]
