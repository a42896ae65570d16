"""All answers of a round: one row for each answer, or one for each organization."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils import translation

from governance.exports.results import about, number
from governance.models import Answer, Assessment, AssessmentRound, Item, ItemReview
from governance.permissions import involving
from loei_coop.thai.django.dates import show_day

ABOUT = ("รหัส", "ชื่อ", "ประเภท", "เครือข่าย", "อำเภอ", "สถานะ", "วันสิ้นปีทางบัญชี")
LONG = (
    *(*ABOUT, "ข้อ", "ชื่อข้อ", "ร้อยละของคะแนน", "ไม่เกี่ยวข้อง", "คำอธิบาย"),
    *("ตัวเลขที่ถาม", "ตัวเลขของปีบัญชี", "ยังไม่ปิดบัญชี"),
    *("ร้อยละที่ผู้ตรวจให้", "เหตุผลของผู้ตรวจ"),
)
YES, NOT_APPLICABLE = "ใช่", "ไม่เกี่ยวข้อง"


def assessments_of(round_: AssessmentRound) -> list[Assessment]:
    rows = Assessment.objects.filter(round=round_).not_withdrawn()
    rows = rows.select_related("organization__district__network")
    return list(rows.order_by("organization__sort_key", "organization__name", "pk"))


def items_of(round_: AssessmentRound) -> list[Item]:
    return list(Item.objects.of_edition(round_.edition_id).counted())


def by_assessment(rows) -> dict[int, dict]:
    """{key of the assessment: {key of the item: row}}"""
    found = defaultdict(dict)
    for row in rows:
        found[row.assessment_id][row.item_id] = row
    return found


def of_round(model, round_: AssessmentRound):
    return model.objects.filter(assessment__round=round_)


def long_rows(round_: AssessmentRound, *, for_user) -> Iterator[tuple]:
    """The review only to whoever is not involved. Four queries, however many answers."""
    answers = by_assessment(of_round(Answer, round_).given())
    shown = of_round(ItemReview, round_).exclude(assessment__in=involving(for_user))
    reviews = by_assessment(shown)
    items = items_of(round_)
    for assessment in assessments_of(round_):
        whose = whose_row(assessment)
        given, reviewed = answers[assessment.pk], reviews[assessment.pk]
        for item in items:
            if item.pk in given:
                yield (*whose, *answer_cells(item, given[item.pk], reviewed.get(item.pk)))


def whose_row(assessment: Assessment) -> tuple:
    day = assessment.accounting_year_end
    with translation.override("th"):
        state = str(assessment.get_state_display())
        return (*about(assessment.organization), state, day and show_day(day))


def answer_cells(item: Item, answer: Answer, review: ItemReview | None) -> tuple:
    return (
        item.number,
        item.name,
        number(answer.share),
        YES if answer.is_not_applicable else "",
        answer.text,
        item.figure,
        answer.figure,
        YES if answer.is_figure_open else "",
        number(review.share) if review else None,
        review.reason if review else "",
    )


def wide_headers(round_: AssessmentRound) -> list[str]:
    return [*ABOUT, *(header for item in items_of(round_) for header in item_headers(item))]


def item_headers(item: Item) -> list[str]:
    """One column; one more for the figure that it asks for."""
    return [f"{item.number} {text}" for text in (item.name, item.figure) if text]


def wide_rows(round_: AssessmentRound, *, for_user) -> Iterator[tuple]:
    """What each item was given by the organization itself, in percent, and its figure. Three
    queries."""
    answers = by_assessment(of_round(Answer, round_).given())
    items = items_of(round_)
    for assessment in assessments_of(round_):
        given = answers[assessment.pk]
        cells = (cell for item in items for cell in wide_cells(item, given.get(item.pk)))
        yield (*whose_row(assessment), *cells)


def wide_cells(item: Item, answer: Answer | None) -> list:
    return [wide_cell(answer), *([wide_figure(answer)] if item.figure else [])]


def wide_cell(answer: Answer | None) -> float | str | None:
    if answer is None:
        return None
    return NOT_APPLICABLE if answer.is_not_applicable else number(answer.share)


def wide_figure(answer: Answer | None) -> str:
    if answer is None:
        return ""
    with translation.override("th"):
        return answer.shown_figure
