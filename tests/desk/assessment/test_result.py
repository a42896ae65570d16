"""The page of a result, for the organization itself."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance import workflow
from governance.models import Assessment
from tests.desk.assessment.sheets import address, signed_in
from tests.governance.assessing import (
    FIGURE,
    Case,
    make_asking_edition,
    make_case,
    make_manager,
    make_small_edition,
    open_round,
)
from tests.governance.confirmed import confirm, officers
from tests.governance.two_years import next_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def confirmed(case):
    return confirm(case, *officers(), **{"1_1": 50})


def announce(case):
    Assessment.objects.filter(pk=case.assessment.pk).update(announced_at=timezone.now())


def page(client, case, rest="result/"):
    return client.get(address(case, rest)).content.decode()


def add_peers(confirmed, numbers):
    people = [confirmed.assessment.reviewer, confirmed.assessment.confirmed_in.made_by]
    for number in numbers:
        peer = make_case(f"ที่ {number}", round_=confirmed.round, manager=f"m{number}")
        confirm(peer, *people)


def test_a_confirmed_result_is_provisional_until_it_is_announced(confirmed, malee):
    assert "ผลเบื้องต้น" in page(malee, confirmed)
    announce(confirmed)
    assert "ผลเบื้องต้น" not in page(malee, confirmed)


def test_strong_and_weak_items_are_by_the_confirmed_answers(confirmed, malee):
    found = malee.get(address(confirmed, "result/")).context["page"]
    assert [row.item.number for row in found.weak] == ["1.1"]
    assert [row.item.number for row in found.strong] == ["1.2", "2.1", "2.2"]


def test_before_the_review_it_is_the_own_score_only(case, malee):
    case.fill()
    case.submit()
    response = malee.get(address(case, "result/"))
    assert response.context["page"].peers == []
    assert "คณะทำงานยังไม่ได้รับรอง" in response.content.decode()


def test_a_draft_has_no_result(case, malee):
    assert malee.get(address(case, "result/")).status_code == 404


def test_for_another_organization_it_does_not_exist(confirmed):
    other = make_case("สหกรณ์อื่น จำกัด", round_=confirmed.round, manager="kanya")
    kanya = signed_in(other.manager)
    assert kanya.get(address(confirmed, "result/")).status_code == 404
    assert kanya.post(address(confirmed, "result/public/")).status_code == 404
    assert Client().get(address(confirmed, "result/")).status_code == 302


def test_an_earlier_year_stands_beside_it(confirmed, malee):
    now = next_case(confirmed, without=["1-1"], with_new="2.3")
    confirm(now, confirmed.assessment.reviewer, confirmed.assessment.confirmed_in.made_by)
    text = page(malee, now)
    assert "ข้อใหม่ปีนี้" in text
    assert "ไม่ประเมินแล้ว" in text


def test_three_parts_are_drawn_as_a_web_with_a_text(malee, case):
    round_ = open_round(make_small_edition(categories=3))
    assessment = workflow.start(round_, case.organization, by=case.manager)
    wide = Case(round_, case.organization, case.manager, assessment)
    wide.fill()
    wide.submit()
    text = page(malee, wide)
    assert text.count('class="curve curve-now"') == 1
    assert '<desc id="web-text">1 หลักที่ 1: 75 %; 2 หลักที่ 2: 75 %; 3 หลักที่ 3: 75 %</desc>' in text


def test_only_who_leads_shows_the_level_and_only_once_it_is_announced(confirmed, malee):
    deputy = signed_in(make_manager(confirmed.organization, "somsak", position="deputy"))
    tick = address(confirmed, "result/public/")
    malee.post(tick, {"show": "yes"})
    assert not Assessment.objects.get(pk=confirmed.assessment.pk).is_level_public
    announce(confirmed)
    assert deputy.post(tick, {"show": "yes"}).status_code == 403
    malee.post(tick, {"show": "yes"})
    assert Assessment.objects.get(pk=confirmed.assessment.pk).is_level_public
    malee.post(tick, {"show": "no"})
    assert not Assessment.objects.get(pk=confirmed.assessment.pk).is_level_public


def test_fewer_than_five_show_the_sentence_and_no_number(malee, confirmed):
    assert page(malee, confirmed).count("ยังเปรียบเทียบไม่ได้ (น้อยกว่า 5 แห่ง)") == 4


def test_the_number_of_queries_is_the_same_for_seven(
    confirmed, malee, django_assert_max_num_queries
):
    add_peers(confirmed, range(4))
    with CaptureQueriesContext(connection) as five:
        malee.get(address(confirmed, "result/"))
    add_peers(confirmed, range(4, 7))
    with django_assert_max_num_queries(len(five)):
        malee.get(address(confirmed, "result/"))


@pytest.fixture
def asking():
    """Item 1.1 asks for a figure."""
    return make_case("สหกรณ์อื่น จำกัด", round_=open_round(make_asking_edition()), manager="kanya")


def test_figures_stand_beside_those_of_the_earlier_year(asking):
    confirm(asking, *officers(), figure="58")
    now = next_case(asking)
    now.fill(figure="62")
    now.submit()
    response = signed_in(now.manager).get(address(now, "result/"))
    lines = response.context["page"].figure_lines
    assert [(line.item.number, line.now, line.before) for line in lines] == [("1.1", "62", "58")]
    assert f"1.1 {FIGURE}" in response.content.decode()
    assert "31 มีนาคม 2569" in response.content.decode()


def test_without_a_figure_before_there_is_no_column_for_it(asking):
    asking.fill(figure="58")
    asking.submit()
    found = signed_in(asking.manager).get(address(asking, "result/")).context["page"]
    assert (len(found.figure_lines), found.has_figures_before) == (1, False)


def test_a_form_that_asks_for_none_shows_none(case, malee):
    case.fill()
    case.submit()
    assert malee.get(address(case, "result/")).context["page"].figure_lines == []
