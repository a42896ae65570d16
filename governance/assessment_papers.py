"""An assessment on A4: its summary for the meeting of the board, and the blank form. The words on
paper are Thai."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone, translation

from governance.choices import Origin
from governance.explaining import CategoryLine, Explanation, explain
from governance.models import Answer, Assessment, AssessmentRound, Category, Edition, Item
from governance.publishing import is_announced
from governance.scoring import ItemScore, Score
from governance.states import State
from loei_coop.common.papers import render
from loei_coop.thai.dates import buddhist_year
from loei_coop.thai.django.dates import show_day
from networks.letterhead import letterhead
from networks.models import Organization

SUMMARY = "สรุปผลการประเมินตนเอง"
BLANK = "แบบประเมินตนเอง"
# Criteria say on every paper whose they are.
ORIGINS = {
    Origin.OFFICE: "เกณฑ์ที่สำนักงานกำหนดเอง",
    Origin.DEPARTMENT: "เกณฑ์ของกรมส่งเสริมสหกรณ์",
    Origin.UNRECORDED: "ไม่ปรากฏเกณฑ์ในแหล่งข้อมูล",
}
NOT_APPLICABLE = "ไม่เกี่ยวข้อง"
NOT_ANSWERED = "ยังไม่ตอบ"


def summary_pdf(assessment: Assessment) -> bytes:
    with translation.override("th"):
        data = summary(assessment, explain(assessment))
        return render("assessment", title=SUMMARY, data=data, frame=letterhead())


def blank_pdf(round_: AssessmentRound, organization: Organization) -> bytes:
    with translation.override("th"):
        data = head(round_, organization) | {
            "closes_on": show_day(timezone.localdate(round_.closes_at)),
            "allows_not_applicable": round_.edition.allows_not_applicable,
            "categories": [blank_category(row) for row in asked_categories(round_.edition)],
        }
        return render("blank", title=BLANK, data=data, frame=letterhead())


def head(round_: AssessmentRound, organization: Organization) -> dict:
    """By whose criteria, of which year, and whose assessment it is."""
    edition = round_.edition
    return {
        "organization": organization.name,
        "is_sample": organization.is_sample,
        "standard": edition.standard.name,
        "edition": edition.name,
        "origin": ORIGINS[Origin(edition.origin)],
        "origin_note": edition.origin_note,
        "year": f"การประเมินประจำปีงบประมาณ {buddhist_year(round_.fiscal_year)}",
        "category_word": edition.standard.category_word,
        "item_word": edition.standard.item_word,
    }


# The summary


def summary(assessment: Assessment, explanation: Explanation) -> dict:
    return head(assessment.round, assessment.organization) | {
        "stage": stage(assessment),
        "printed_on": show_day(timezone.localdate()),
        "accounting_year": accounting_year(assessment),
        "resolution": resolution(assessment),
        "has_review": explanation.verified is not None,
        "own": percent(explanation.total and explanation.total.own),
        "verified": percent(explanation.total and explanation.total.verified),
        "own_level": level_name(explanation.own),
        "verified_level": level_name(explanation.verified),
        "categories": [summary_category(row) for row in explanation.categories],
        "items": list(summary_items(assessment, explanation)),
        "deciding": [str(row.item) for row in explanation.deciding],
        "next_level": explanation.next_level.name if explanation.next_level else "",
    }


def stage(assessment: Assessment) -> str:
    if is_announced(assessment):
        return "ผลที่ประกาศแล้ว"
    if assessment.state == State.CONFIRMED:
        return "ผลเบื้องต้น คณะทำงานรับรองแล้ว ยังไม่ได้ประกาศ"
    if assessment.submitted_at:
        day = show_day(timezone.localdate(assessment.submitted_at))
        return f"คะแนนประเมินตนเองที่ยื่นเมื่อวันที่ {day} คณะทำงานยังไม่ได้รับรอง"
    return "คะแนนประเมินตนเอง ฉบับร่าง ยังไม่ได้ยื่น"


def accounting_year(assessment: Assessment) -> str:
    day = assessment.accounting_year_end
    parts = [f"สิ้นสุดวันที่ {show_day(day)}"] if day else []
    if assessment.is_year_closed is False:
        parts.append("ยังไม่ปิดบัญชี")
    return " ".join(parts) or "ยังไม่ได้ระบุ"


def resolution(assessment: Assessment) -> str:
    if not assessment.resolution_on:
        return ""
    return f"{assessment.resolution_number} วันที่ {show_day(assessment.resolution_on)}"


def percent(score: Score | None) -> str:
    return "–" if score is None or score.percent is None else f"{plain(score.percent)} %"


def plain(value: Decimal) -> str:
    """75 and 62.5, never 75.00."""
    return f"{value.normalize():f}"


def level_name(side) -> str:
    return side.level.name if side and side.level else ""


def summary_category(row: CategoryLine) -> dict:
    values = {"name": f"{row.category.number} {row.category.name}", "is_assessed": row.is_assessed}
    return values | {"own": percent(row.own), "verified": percent(row.verified)}


def summary_items(assessment: Assessment, explanation: Explanation) -> Iterator[dict]:
    """With what is written to each; lines of those below their targets are marked."""
    if explanation.own is None:
        return
    items = {row.code: row for row in Item.objects.of_edition(assessment.round.edition_id)}
    answers = {row.item.code: row for row in assessment.answers.select_related("item")}
    reviewed = explanation.verified or explanation.own
    verified = {row.rule.code: row for row in reviewed.result.items}
    for row in explanation.own.result.items:
        code = row.rule.code
        yield {
            "name": f"{items[code].number} {items[code].name}",
            **written(answers.get(code)),
            "own": share(row),
            "verified": share(verified[code]),
            "is_weak": verified[code].is_below_target,
        }


def written(answer: Answer | None) -> dict:
    if answer is None:
        return {"text": "", "figure": ""}
    figure = answer.shown_figure if answer.item.figure else ""
    return {"text": answer.text, "figure": figure and f"{answer.item.figure}: {figure}"}


def share(row: ItemScore) -> str:
    if row.share is not None:
        return f"{plain(row.share)} %"
    return NOT_ANSWERED if row.is_missing else NOT_APPLICABLE


# The blank form


def asked_categories(edition: Edition):
    return edition.categories.filter(is_assessed=True).with_items().prefetch_related("items__steps")


def blank_category(category: Category) -> dict:
    items = [blank_item(item) for item in category.items.all()]
    return {"number": category.number, "name": category.name, "items": items}


def blank_item(item: Item) -> dict:
    steps = sorted(item.steps.all(), key=lambda step: step.lowest)
    return {
        "name": f"{item.number} {item.name}",
        "points": plain(item.points),
        "guidance": item.guidance,
        "evidence": item.evidence,
        "figure": item.figure,
        "is_internal_control": item.is_internal_control,
        "steps": [{"label": step.label, "meaning": step.meaning} for step in steps],
    }
