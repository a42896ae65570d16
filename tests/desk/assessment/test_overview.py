"""The overview: accounting year, parts that are left out, what is missing."""

import datetime

import pytest

from governance import scope
from governance.completeness import Lack, missing_of
from governance.models import Assessment
from tests.desk.assessment.sheets import address, save_one
from tests.governance.assessing import make_confirmer

pytestmark = pytest.mark.django_db


def test_what_is_missing_is_a_list_of_links(case, malee):
    case.answer(case.item("1.1"), share=75)
    text = malee.get(address(case)).content.decode()
    assert f"{address(case, '1/')}#item-1.2" in text
    assert f"{address(case, '1/')}#item-1.1" not in text


@pytest.mark.parametrize(
    ("data", "year", "is_closed"),
    [
        ({"ended_on": "31/3/2569"}, datetime.date(2026, 3, 31), True),
        ({"ended_on": "31/3/2569", "is_open": "on"}, datetime.date(2026, 3, 31), False),
        ({"ended_on": "", "is_open": "on"}, None, False),
    ],
)
def test_the_accounting_year_or_that_it_is_not_closed_is_an_answer(
    case, malee, data, year, is_closed
):
    assert malee.post(address(case, "accounting-year/"), data).status_code == 302
    case.assessment.refresh_from_db()
    assert case.assessment.accounting_year_end == year
    assert case.assessment.is_year_closed is is_closed
    assert Lack.ACCOUNTING_YEAR not in {row.lack for row in missing_of(case.assessment)}


@pytest.mark.parametrize("ended_on", ["", "31/13/2569", "31/3/2599", "x"])
def test_a_year_that_is_none_is_not_saved_and_stays_in_the_field(case, malee, ended_on):
    response = malee.post(address(case, "accounting-year/"), {"ended_on": ended_on})
    assert response.status_code == 400
    assert response.context["year_form"]["ended_on"].value() == ended_on
    case.assessment.refresh_from_db()
    assert case.assessment.is_year_closed is None


def test_a_part_is_left_out_with_a_reason_and_taken_in_again(case, malee):
    assert malee.post(address(case, "2/leave-out/"), {"reason": ""}).status_code == 400
    malee.post(address(case, "2/leave-out/"), {"reason": "ไม่มีธุรกิจสินเชื่อ"})
    assert case.assessment.left_out.get().reason == "ไม่มีธุรกิจสินเชื่อ"
    assert malee.get(address(case)).context["progress"].total == 2
    malee.post(address(case, "2/take-in/"))
    assert malee.get(address(case)).context["progress"].total == 4


def test_leaving_a_part_out_and_taking_it_in_are_steps_with_who_and_why(case, malee):
    malee.post(address(case, "2/leave-out/"), {"reason": "ไม่มีธุรกิจสินเชื่อ"})
    malee.post(address(case, "2/take-in/"))
    out, back = case.assessment.events.filter(kind__in=["left-out", "taken-in"])
    assert (out.kind, out.made_by, out.reason) == ("left-out", case.manager, "ไม่มีธุรกิจสินเชื่อ")
    assert (back.kind, back.made_by, back.reason) == ("taken-in", case.manager, "")
    assert out.detail == back.detail == {"category": "2", "name": "หลักที่ 2"}


def test_of_a_part_an_officer_left_out_both_names_are_kept(case):
    wichai, category = make_confirmer("wichai"), case.item("2.1").category
    authors = {"by": wichai, "on_behalf_of": case.manager}
    scope.leave_out(case.assessment, category, reason="ไม่มีธุรกิจสินเชื่อ", **authors)
    scope.take_in(case.assessment, category, **authors)
    steps = case.assessment.events.filter(kind__in=["left-out", "taken-in"])
    assert {(step.made_by, step.on_behalf_of) for step in steps} == {(wichai, case.manager)}


def test_a_second_click_is_no_second_step(case, malee):
    for _click in range(2):
        malee.post(address(case, "2/leave-out/"), {"reason": "ไม่มีธุรกิจสินเชื่อ"})
    for _click in range(2):
        malee.post(address(case, "2/take-in/"))
    kinds = case.assessment.events.values_list("kind", flat=True)
    assert list(kinds) == ["started", "left-out", "taken-in"]


def test_another_reason_is_another_step(case, malee):
    for reason in ("ไม่มีธุรกิจสินเชื่อ", "ยกเลิกธุรกิจสินเชื่อแล้ว"):
        malee.post(address(case, "2/leave-out/"), {"reason": reason})
    assert case.assessment.events.filter(kind="left-out").count() == 2


def test_the_last_part_is_never_left_out(case, malee):
    malee.post(address(case, "1/leave-out/"), {"reason": "ก"})
    assert malee.post(address(case, "2/leave-out/"), {"reason": "ข"}).status_code == 400
    assert case.assessment.left_out.count() == 1


@pytest.mark.parametrize("rest", ["accounting-year/", "1/leave-out/", "1/take-in/"])
def test_after_the_closing_time_nothing_of_it_changes(case, malee, rest):
    case.fill()
    Assessment.objects.update(closes_at=case.round.opens_at)
    malee.post(address(case, rest), {"reason": "ก", "ended_on": "", "is_open": "on"})
    case.assessment.refresh_from_db()
    assert case.assessment.is_year_closed is True
    assert not case.assessment.left_out.exists()
    assert malee.get(address(case)).status_code == 200


def test_two_texts_that_wait_stand_on_the_overview(case, malee):
    save_one(malee, case, text="หนึ่ง")
    save_one(malee, case, text="สอง")
    assert address(case, "choose/2-1/") in malee.get(address(case)).content.decode()
