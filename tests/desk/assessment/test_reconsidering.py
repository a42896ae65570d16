"""Asking to reconsider, and what waits at the desk."""

import datetime

import pytest

from governance import workflow
from governance.models import AssessmentRound, ImprovementAction, Reconsideration
from governance.todo import desk_todos
from loei_coop.desk.guards import Desk
from tests.desk.assessment.sheets import address, signed_in
from tests.desk.plans import planned
from tests.governance.assessing import make_case, make_manager, make_officer
from tests.governance.confirmed import confirm, officers

pytestmark = pytest.mark.django_db

REASON = {"reason": "หลักฐานข้อ 1.1 อยู่ในไฟล์ที่สอง"}


@pytest.fixture
def case(case):
    return confirm(case, *officers(), **{"1_1": 50})


def cards(case):
    desk = Desk(case.organization, case.manager)
    return [(card.title, card.tone) for card in desk_todos(desk)]


def test_who_leads_asks_with_a_reason_and_sees_it_on_the_result(case, malee):
    assert "ท่านขอทบทวนผลได้ถึง" in malee.get(address(case, "result/")).content.decode()
    assert malee.post(address(case, "result/reconsider/"), REASON).status_code == 302
    assert Reconsideration.objects.get().reason == REASON["reason"]
    text = malee.get(address(case, "result/")).content.decode()
    assert REASON["reason"] in text
    assert "ท่านขอทบทวนผลได้ถึง" not in text


def test_without_a_reason_and_twice_it_is_refused(case, malee):
    page = address(case, "result/reconsider/")
    assert malee.post(page, {"reason": " "}).status_code == 400
    malee.post(page, REASON)
    response = malee.post(page, {"reason": "อีกครั้ง"})
    assert response.status_code == 400
    assert response.context["form"]["reason"].value() == "อีกครั้ง"
    assert Reconsideration.objects.count() == 1


def test_a_deputy_does_not_ask(case):
    deputy = signed_in(make_manager(case.organization, "somsak", position="deputy"))
    assert deputy.post(address(case, "result/reconsider/"), REASON).status_code == 403


def test_after_the_last_day_the_page_says_so(case, malee):
    AssessmentRound.objects.update(reconsideration_days=0)
    text = malee.get(address(case, "result/reconsider/")).content.decode()
    assert "หมดเวลาขอทบทวนผลแล้วเมื่อ" in text
    assert malee.post(address(case, "result/reconsider/"), REASON).status_code == 400
    assert cards(case) == []


def test_for_another_organization_it_does_not_exist(case):
    other = make_case("สหกรณ์อื่น จำกัด", round_=case.round, manager="kanya")
    kanya = signed_in(other.manager)
    assert kanya.post(address(case, "result/reconsider/"), REASON).status_code == 404


def test_a_result_that_is_ready_is_a_card(case):
    assert cards(case) == [("ผลเบื้องต้นออกแล้ว", "soon")]


def test_an_answered_request_is_a_card(case):
    row = workflow.ask_to_reconsider(case.assessment, by=case.manager, **REASON)
    boss = make_officer("nipa", "manage_assessment")
    workflow.decide_reconsideration(row, by=boss, is_granted=False, decision="ดูแล้ว คงเดิม")
    assert ("สำนักงานตอบคำขอทบทวนผลแล้ว", "soon") in cards(case)


def test_late_actions_are_one_card_and_done_ones_none(case):
    past = datetime.date(2026, 1, 5)
    for _number in range(2):
        planned(case, due_on=past)
    assert cards(case)[0] == ("แผนปฏิบัติการพัฒนาองค์กร", "now")
    ImprovementAction.objects.update(progress=100)
    assert ("แผนปฏิบัติการพัฒนาองค์กร", "now") not in cards(case)
