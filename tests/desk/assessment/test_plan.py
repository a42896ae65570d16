"""The plan of improvement at the desk: from an item below its target to its result."""

import datetime

import pytest
from django.utils.translation import override

from governance import plans
from governance.desk_cards import entered_actions
from governance.models import ImprovementAction
from loei_coop.common.errors import WorkflowError
from loei_coop.common.sheets.xlsx import read_workbook
from loei_coop.desk.guards import Desk
from tests.common.papers.reading import compact, copied
from tests.desk.assessment.sheets import address, signed_in
from tests.desk.plans import SENT, plan_address, planned
from tests.governance.assessing import make_case, make_officer
from tests.governance.confirmed import confirm, officers
from tests.governance.two_years import next_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(case):
    """Its item 1.1 lies below the target."""
    return confirm(case, *officers(), **{"1_1": 50})


@pytest.fixture
def kanya(case):
    other = make_case("สหกรณ์อื่น จำกัด", round_=case.round, manager="kanya")
    return signed_in(other.manager)


def test_one_tap_on_a_weak_item_opens_a_form_with_its_target(case, malee):
    text = malee.get(address(case, "result/")).content.decode()
    assert address(case, "result/plan/1-1/") in text
    form = malee.get(address(case, "result/plan/1-1/")).context["form"]
    assert form["target"].value() == "ข้อ 1.1 ได้อย่างน้อยร้อยละ 75 ของคะแนน"


def test_it_is_written_into_the_plan_with_its_author(case, malee):
    assert malee.post(address(case, "result/plan/1-1/"), SENT).status_code == 302
    row = ImprovementAction.objects.get()
    assert (row.item.number, row.made_by, row.progress) == ("1.1", case.manager, 0)
    assert SENT["target"] in malee.get(plan_address(case)).content.decode()


def test_what_is_wrong_is_not_written_and_stays_in_the_form(case, malee):
    response = malee.post(address(case, "result/plan/1-1/"), {**SENT, "due_on": "31/31/2570"})
    assert response.status_code == 400
    assert response.context["form"]["method"].value() == SENT["method"]
    assert not ImprovementAction.objects.exists()


def test_progress_and_result_are_noted(case, malee):
    row = planned(case)
    page = plan_address(case, f"{row.pk}/progress/")
    assert malee.post(page, {"progress": "101", "result": ""}).status_code == 400
    malee.post(page, {"progress": "60", "result": "ประชุมแล้ว 7 ครั้ง"})
    row.refresh_from_db()
    assert (row.progress, row.result, row.target) == (60, "ประชุมแล้ว 7 ครั้ง", SENT["target"])


def test_a_line_is_changed(case, malee):
    row = planned(case)
    malee.post(plan_address(case, f"{row.pk}/"), {**SENT, "budget": "1500.50"})
    row.refresh_from_db()
    assert str(row.budget) == "1500.50"


def test_a_removed_line_is_shown_no_more_but_stays_as_a_row(case, malee):
    row = planned(case)
    assert malee.get(plan_address(case, f"{row.pk}/remove/")).status_code == 200
    malee.post(plan_address(case, f"{row.pk}/remove/"))
    assert malee.post(plan_address(case, f"{row.pk}/remove/")).status_code == 404
    assert malee.get(plan_address(case)).context["lines"] == []
    assert ImprovementAction.objects.get().removed_at is not None


@pytest.mark.usefixtures("english")
def test_what_was_removed_meanwhile_is_not_changed(case):
    row = planned(case)
    plans.remove(ImprovementAction.objects.get(), by=case.manager)
    with pytest.raises(WorkflowError, match="removed from the plan"):
        plans.change(row, progress=50, by=case.manager)


@pytest.mark.usefixtures("english")
def test_who_does_not_work_there_writes_no_plan(case):
    with pytest.raises(WorkflowError, match="no right"):
        plans.add(case.assessment, case.item("1.1"), by=make_officer("somying"))


@pytest.mark.parametrize("rest", ["", "paper/", "file/", "{pk}/", "{pk}/progress/", "{pk}/remove/"])
def test_for_another_organization_it_does_not_exist(case, kanya, rest):
    row = planned(case)
    assert kanya.get(plan_address(case, rest.format(pk=row.pk))).status_code == 404


@pytest.mark.parametrize("rest", ["", "progress/", "remove/"])
def test_a_line_of_another_is_not_on_the_own_plan(case, kanya, rest):
    row = planned(case)
    own = row.organization.__class__.objects.get(name="สหกรณ์อื่น จำกัด")
    assert kanya.get(f"/desk/organizations/{own.code}/plan/{row.pk}/{rest}").status_code == 404


def test_next_year_the_plan_stands_beside_the_item_with_both_scores(case, malee):
    planned(case)
    now = next_case(case)
    now.answer(now.item("1.1"), share=100)
    ((line,),) = plans.beside(now.assessment).values()
    assert (line.before, line.now) == (50, 100)
    assert SENT["target"] in malee.get(address(now, "1/")).content.decode()


def test_an_item_that_is_no_more_has_nothing_beside(case):
    planned(case)
    assert plans.beside(next_case(case, without=["1-1"]).assessment) == {}


def test_thirty_lines_take_the_same_queries(case, malee, django_assert_max_num_queries):
    for _number in range(30):
        planned(case)
    now = next_case(case)
    with django_assert_max_num_queries(11):
        assert len(plans.beside(now.assessment)[now.item("1.1").pk]) == 30
    with django_assert_max_num_queries(15):
        malee.get(plan_address(case))


def test_the_plan_as_a_file_holds_no_formula(case, malee):
    planned(case, method="=HYPERLINK(1)")
    body = b"".join(malee.get(plan_address(case, "file/")).streaming_content)
    assert "'=HYPERLINK(1)" in str(list(read_workbook(body)))


@pytest.mark.usefixtures("poppler")
def test_the_plan_on_paper(case, malee):
    planned(case, budget=1500)
    pdf = malee.get(plan_address(case, "paper/")).content
    text = compact(copied(pdf))
    wanted = ["แผนปฏิบัติการพัฒนาองค์กร", case.organization.name, *list(SENT.values())[:4], "1,500.00"]
    assert [part for part in wanted if compact(part) not in text] == []


def test_what_an_officer_entered_is_confirmed_by_the_person_it_was_entered_for(case, malee):
    officer = make_officer("somying")
    content = {**SENT, "due_on": datetime.date(2027, 3, 31), "budget": None}
    authors = {"by": officer, "on_behalf_of": case.manager}
    row = plans.add(case.assessment, case.item("1.1"), **authors, **content)
    assert [card.title for card in entered_actions(Desk(case.organization, case.manager))] == [
        SENT["target"]
    ]
    malee.post(plan_address(case, f"{row.pk}/confirm/"))
    row.refresh_from_db()
    assert row.confirmed_at is not None
    with override("en"), pytest.raises(WorkflowError, match="does not wait"):
        plans.confirm_entry(row, by=case.manager)
