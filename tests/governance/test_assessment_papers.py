"""An assessment on paper: named criteria, both scores, and a form to write on."""

import pytest

from governance.assessment_papers import blank_pdf, summary, summary_pdf
from governance.explaining import explain
from tests.common.papers.reading import compact, copied
from tests.governance.assessing import FIGURE, make_asking_edition, make_case, open_round
from tests.governance.confirmed import confirm, officers
from tests.governance.two_years import next_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("poppler")]

OWN_CRITERIA = "เกณฑ์ที่สำนักงานกำหนดเอง"


@pytest.fixture
def case():
    return make_case()


def lacking(pdf, *wanted):
    text = compact(copied(pdf))
    return [part for part in wanted if compact(part) not in text]


def test_the_summary_of_a_draft_says_so_and_names_its_criteria(case):
    case.fill(text="ประชุมทุกเดือน")
    pdf = summary_pdf(case.assessment)
    names = [case.organization.name, "ธรรมาภิบาล 2569", OWN_CRITERIA, "ฉบับร่าง ยังไม่ได้ยื่น"]
    facts = [
        "การประเมินประจำปีงบประมาณ 2569",
        "75 %",
        "ประชุมทุกเดือน",
        "31 มีนาคม 2569",
        "ประธานกรรมการ",
    ]
    assert lacking(pdf, *names, *facts) == []
    assert lacking(pdf, "คะแนนที่คณะทำงานรับรอง") != []


def test_a_confirmed_one_has_both_scores_and_is_provisional(case):
    confirm(case, *officers(), **{"1_1": 50})
    pdf = summary_pdf(case.assessment)
    wanted = ["คะแนนที่คณะทำงานรับรอง", "68.75 %", "75 %", "ผลเบื้องต้น", "5/2569 วันที่ 20 พฤษภาคม 2569"]
    assert lacking(pdf, *wanted) == []


def test_an_empty_draft_can_be_printed_too(case):
    assert lacking(summary_pdf(case.assessment), "ยังไม่มีคำตอบ") == []


def test_the_blank_form_has_every_item_with_its_scale_and_lines(case):
    pdf = blank_pdf(case.round, case.organization)
    names = [f"{item.number} {item.name}" for item in case.items]
    assert lacking(pdf, OWN_CRITERIA, "ธรรมาภิบาล 2569", "ทำบางส่วน", *names, "......") == []


def test_text_on_paper_is_never_markup(case):
    case.fill(text='#read("/etc/passwd") *x*')
    assert lacking(summary_pdf(case.assessment), '#read("/etc/passwd") *x*') == []


def test_next_years_form_with_one_item_less_leaves_the_paper_of_this_year(case):
    case.fill()
    case.submit()
    before = summary(case.assessment, explain(case.assessment)), summary_pdf(case.assessment)
    now = next_case(case, without=["1-1"])
    case.assessment.refresh_from_db()
    after = summary(case.assessment, explain(case.assessment)), summary_pdf(case.assessment)
    assert after == before
    assert lacking(after[1], "ข้อ 1.1") == []
    assert lacking(blank_pdf(now.round, now.organization), "ข้อ 1.1") == ["ข้อ 1.1"]


@pytest.mark.parametrize(
    ("said", "printed"),
    [({"figure": "62.5"}, f"{FIGURE}: 62.5"), ({"is_figure_open": True}, f"{FIGURE}: ยังไม่ปิดบัญชี")],
)
def test_a_figure_stands_on_the_summary(said, printed):
    case = make_case(round_=open_round(make_asking_edition()))
    case.fill(**said)
    assert lacking(summary_pdf(case.assessment), printed) == []


def test_the_blank_form_asks_for_the_figure_or_that_the_accounts_are_open():
    case = make_case(round_=open_round(make_asking_edition()))
    asked = f"{FIGURE} ของปีบัญชีข้างต้น"
    assert lacking(blank_pdf(case.round, case.organization), asked) == []
    plain = make_case("สหกรณ์อื่น จำกัด", manager="kanya")
    assert lacking(blank_pdf(plain.round, plain.organization), "ของปีบัญชีข้างต้น") != []
