"""Starting from last year: what comes along, what is asked anew, and what stays as it was."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from governance import carrying, evidence
from governance.completeness import Lack, missing_of
from governance.models import Answer, AssessmentEvent, Evidence
from governance.results import self_result
from loei_coop.common.errors import WorkflowError
from tests.governance.assessing import make_asking_edition, make_case, make_manager, open_round
from tests.governance.two_years import next_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def last_year(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = make_case()
    case.fill(75, text="ประชุมทุกเดือน", figure="12 ครั้ง")
    file = SimpleUploadedFile("รายงาน.pdf", b"%PDF-1.7\n%%EOF")
    by = {"by": case.manager}
    evidence.add(case.assessment, case.item("1.2"), upload=file, title="รายงาน", **by)
    case.submit()
    return case


def carry(case, **values):
    return carrying.carry_over(case.assessment, by=case.manager, **values)


def test_answers_and_evidence_come_along_by_item_code(last_year):
    now = next_case(last_year)
    assert carry(now) == carrying.Carried(answers=4, evidence=1)
    answer = now.assessment.answers.get(item=now.item("1.2"))
    assert (answer.share, answer.text, answer.figure) == (75, "ประชุมทุกเดือน", "")
    assert answer.carried_from.assessment == last_year.assessment
    row = now.assessment.evidence.get()
    assert row.file.name == row.carried_from.file.name
    assert row.item == now.item("1.2")


def test_nothing_is_submitted_until_each_was_confirmed_or_changed(last_year):
    now = next_case(last_year)
    carry(now)
    assert {row.lack for row in missing_of(now.assessment)} == {
        Lack.ACCOUNTING_YEAR,
        Lack.TO_LOOK_AT,
    }
    for item in now.items:
        row = now.assessment.answers.get(item=item)
        now.answer(item, base=row.version, **row.content)
    assert [row.lack for row in missing_of(now.assessment)] == [Lack.ACCOUNTING_YEAR]


def test_what_was_written_this_year_stays(last_year):
    now = next_case(last_year)
    now.answer(now.item("1.1"), share=100, text="ของปีนี้")
    assert carry(now).answers == 3
    assert now.assessment.answers.get(item=now.item("1.1")).text == "ของปีนี้"


def test_it_is_done_once(last_year):
    now = next_case(last_year)
    carry(now)
    assert carrying.offered(now.assessment) is None
    with pytest.raises(WorkflowError, match="carried over already"):
        carry(now)
    assert now.assessment.events.filter(kind=AssessmentEvent.Kind.CARRIED_OVER).count() == 1


def test_a_share_that_the_scale_no_longer_has_is_to_be_chosen_anew(last_year):
    now = next_case(last_year, without_step=75)
    carry(now)
    rows = now.assessment.answers.all()
    assert {(row.share, row.text) for row in rows} == {(None, "ประชุมทุกเดือน")}
    assert Lack.UNANSWERED in {row.lack for row in missing_of(now.assessment)}


def test_a_dropped_item_leaves_last_year_as_it_was(last_year):
    before = snapshot(last_year)
    now = next_case(last_year, without=["1-1"])
    assert carry(now).answers == 3
    assert snapshot(last_year) == before
    assert len(last_year.items) == 4


def snapshot(case):
    rows = list(Answer.objects.filter(assessment=case.assessment).order_by("pk").values())
    files = list(Evidence.objects.filter(assessment=case.assessment).values())
    case.assessment.refresh_from_db()
    return rows, files, case.assessment.self_percent, case.assessment.state


def test_a_draft_of_last_year_is_no_source():
    draft = make_case()
    draft.fill()
    now = next_case(draft)
    assert carrying.offered(now.assessment) is None
    with pytest.raises(WorkflowError):
        carry(now)


def test_who_does_not_work_there_carries_nothing(last_year):
    now = next_case(last_year)
    other = make_case("สหกรณ์อื่น จำกัด", round_=now.round, manager="kanya")
    with pytest.raises(WorkflowError, match="no right"):
        carrying.carry_over(now.assessment, by=other.manager)


def test_a_deputy_may(last_year):
    now = next_case(last_year)
    deputy = make_manager(now.organization, "somsak", position="deputy")
    assert carrying.carry_over(now.assessment, by=deputy).answers == 4


def test_a_figure_starts_empty_and_is_missing_until_it_is_given():
    before = make_case(round_=open_round(make_asking_edition()))
    before.fill(75, figure="62")
    before.submit()
    now = next_case(before)
    carry(now)
    confirm(now)
    assert lacks(now) == [(Lack.ACCOUNTING_YEAR, None), (Lack.FIGURE, "1.1")]
    now.answer(now.item("1.1"), base=2, share=75, figure="64")
    assert lacks(now) == [(Lack.ACCOUNTING_YEAR, None)]


def confirm(case):
    """As carried over, with the button."""
    for item in case.items:
        row = case.assessment.answers.get(item=item)
        case.answer(item, base=row.version, **row.content)


def lacks(case):
    return [(row.lack, row.item and row.item.number) for row in missing_of(case.assessment)]


@pytest.mark.parametrize(
    ("said", "is_missing"),
    [
        ({"figure": ""}, True),
        ({"figure": "0"}, False),
        ({"is_figure_open": True}, False),
        ({"figure": "60", "is_figure_open": True}, False),
        ({"share": None, "is_not_applicable": True}, False),
    ],
)
def test_not_closed_yet_is_an_answer_to_what_a_figure_asks(said, is_missing):
    case = make_case(round_=open_round(make_asking_edition(allows_not_applicable=True)))
    case.fill(figure="62")
    case.answer(case.item("1.1"), base=1, **{"share": 75, **said})
    assert ((Lack.FIGURE, "1.1") in lacks(case)) is is_missing


def test_a_figure_changes_no_score():
    case = make_case(round_=open_round(make_asking_edition()))
    case.fill(75, figure="62")
    before = self_result(case.assessment)
    case.answer(case.item("1.1"), base=1, share=75, is_figure_open=True)
    assert self_result(case.assessment) == before
