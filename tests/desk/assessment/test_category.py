"""One page of the form, sent as a whole."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance import workflow
from governance.models import Assessment, RivalAnswer
from tests.desk.assessment.sheets import address, answer_of, page_of, signed_in
from tests.governance.assessing import (
    FIGURE,
    make_asking_edition,
    make_case,
    make_manager,
    make_reviewer,
    make_small_edition,
    open_round,
)

pytestmark = pytest.mark.django_db


def test_a_page_is_saved_and_leads_to_the_next_one(case, malee):
    data = page_of(case) | {"1.1-choice": "75", "1.1-text": "มีแผน", "next": "1"}
    response = malee.post(address(case, "1/"), data)
    assert response.headers["Location"] == address(case, "2/")
    answer = answer_of(case, "1.1")
    assert (answer.share, answer.text, answer.changed_by) == (75, "มีแผน", case.manager)


def test_the_last_page_leads_to_the_overview(case, malee):
    response = malee.post(address(case, "2/"), page_of(case, "2") | {"next": "1"})
    assert response.headers["Location"] == address(case)


def test_what_was_not_touched_is_not_saved(case, malee):
    malee.post(address(case, "1/"), page_of(case) | {"1.1-choice": "75"})
    assert answer_of(case, "1.2") is None
    malee.post(address(case, "1/"), page_of(case) | {"1.2-choice": "50"})
    assert answer_of(case, "1.1").version == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("1.1-choice", "33"),
        ("1.1-text", "ก" * 10_000),
        ("1.1-base", "three"),
        ("1.1-base", "-1"),
    ],
)
def test_one_wrong_item_discards_nothing(case, malee, field, value):
    data = page_of(case) | {"1.1-text": "พิมพ์ไว้", "1.2-choice": "100", field: value}
    response = malee.post(address(case, "1/"), data)
    assert response.status_code == 400
    assert answer_of(case, "1.1") is None
    assert answer_of(case, "1.2").share == Decimal(100)
    assert (value if field == "1.1-text" else "พิมพ์ไว้") in response.content.decode()


def test_a_page_shown_again_builds_on_what_was_saved(case, malee):
    data = page_of(case) | {"1.1-choice": "33", "1.2-text": "ครั้งแรก"}
    again = malee.post(address(case, "1/"), data)
    entry = next(e for e in again.context["entries"] if e.item.number == "1.2")
    assert entry.form["base"].value() == 1


def test_two_people_on_one_page_change_different_items(case, malee):
    somchai = signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))
    seen_by_both = page_of(case)
    malee.post(address(case, "1/"), seen_by_both | {"1.1-text": "มาลีเขียน"})
    response = somchai.post(address(case, "1/"), seen_by_both | {"1.2-text": "สมชายเขียน"})
    assert response.status_code == 302
    assert not RivalAnswer.objects.exists()
    assert answer_of(case, "1.1").text == "มาลีเขียน"


def test_two_people_on_one_item_are_told_and_neither_text_is_lost(case, malee):
    somchai = signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))
    seen_by_both = page_of(case)
    malee.post(address(case, "1/"), seen_by_both | {"1.1-text": "มาลีเขียน"})
    response = somchai.post(address(case, "1/"), seen_by_both | {"1.1-text": "สมชายเขียน"})
    assert response.status_code == 409
    assert answer_of(case, "1.1").text == "มาลีเขียน"
    assert RivalAnswer.objects.get().text == "สมชายเขียน"
    assert address(case, "choose/1-1/") in response.content.decode()


def test_what_is_typed_after_the_closing_time_stays_on_the_page(case, malee):
    data = page_of(case) | {"1.1-text": "พิมพ์ค้างไว้"}
    Assessment.objects.update(closes_at=case.round.opens_at)
    response = malee.post(address(case, "1/"), data)
    assert response.status_code == 409
    assert "พิมพ์ค้างไว้" in response.content.decode()
    assert answer_of(case, "1.1") is None


def test_after_a_return_only_what_was_returned_is_open(case, malee):
    case.fill(text="คำตอบเดิม")
    case.submit()
    item = case.item("1.2")
    workflow.return_items(case.assessment, {item: "ขอเลขที่ประชุม"}, by=make_reviewer())
    case.assessment.refresh_from_db()
    page = malee.get(address(case, "1/"))
    assert [e.item.number for e in page.context["entries"] if e.is_open] == ["1.2"]
    assert "ขอเลขที่ประชุม" in page.content.decode()
    response = malee.post(address(case, "1/"), page_of(case) | {"1.1-text": "แอบแก้"})
    assert response.status_code == 403
    assert answer_of(case, "1.1").text == "คำตอบเดิม"


@pytest.fixture
def asking():
    """Item 1.1 asks for a figure."""
    return make_case("สหกรณ์อื่น จำกัด", round_=open_round(make_asking_edition()), manager="kanya")


@pytest.fixture
def kanya(asking):
    return signed_in(asking.manager)


def test_the_figure_is_asked_where_the_item_wants_one_and_of_which_year(asking, kanya):
    text = kanya.get(address(asking, "1/")).content.decode()
    assert FIGURE in text
    assert [number for number in ("1.1", "1.2") if f'name="{number}-figure"' in text] == ["1.1"]
    assert f"{address(asking)}#accounting-year" in text
    Assessment.objects.update(accounting_year_end="2026-03-31", is_year_closed=True)
    text = kanya.get(address(asking, "1/")).content.decode()
    assert "31 มีนาคม 2569" in text
    assert f"{address(asking)}#accounting-year" not in text


@pytest.mark.parametrize(
    ("sent", "figure", "is_open"),
    [
        ({"1.1-figure": "62.5"}, "62.5", False),
        ({"1.1-is_figure_open": "on"}, "", True),
        ({"1.1-figure": "60", "1.1-is_figure_open": "on"}, "60", True),
    ],
)
def test_a_figure_or_that_the_accounts_are_open_is_saved(asking, kanya, sent, figure, is_open):
    kanya.post(address(asking, "1/"), page_of(asking) | {"1.1-choice": "75", **sent})
    answer = answer_of(asking, "1.1")
    assert (answer.figure, answer.is_figure_open) == (figure, is_open)


def test_a_figure_that_is_too_long_stays_on_the_page(asking, kanya):
    data = page_of(asking) | {"1.1-figure": "9" * 101}
    response = kanya.post(address(asking, "1/"), data)
    assert response.status_code == 400
    assert "9" * 101 in response.content.decode()


def test_a_figure_typed_after_the_closing_time_stays_on_the_page(asking, kanya):
    data = page_of(asking) | {"1.1-figure": "62.5"}
    Assessment.objects.update(closes_at=asking.round.opens_at)
    assert "62.5" in kanya.post(address(asking, "1/"), data).content.decode()


def test_last_years_answer_is_confirmed_by_a_tick(case, malee):
    case.answer(case.item("1.1"), share=75)
    case.assessment.answers.update(is_confirmed=False)
    malee.post(address(case, "1/"), page_of(case))
    assert answer_of(case, "1.1").is_confirmed is False
    malee.post(address(case, "1/"), page_of(case) | {"1.1-is_looked_at": "on"})
    assert answer_of(case, "1.1").is_confirmed is True


@pytest.mark.parametrize("rest", ["", "1/", "submit/", "choose/1-1/", "1/leave-out/"])
def test_what_belongs_to_another_organization_does_not_exist(case, rest):
    other = make_case("กลุ่มอื่น", round_=case.round, manager="somsak")
    stranger = signed_in(other.manager)
    assert stranger.get(address(case, rest)).status_code == 404
    foreign = open_round(make_small_edition(), fiscal_year=2027, invited_kinds=["farmer_group"])
    own = f"/desk/organizations/{other.organization.code}/assessments/{foreign.pk}/{rest}"
    assert stranger.get(own).status_code == 404


def test_a_part_that_the_form_does_not_have(case, malee):
    assert malee.get(address(case, "9/")).status_code == 404


def queries_of(page, items) -> int:
    round_ = open_round(make_small_edition(1, items))
    case = make_case(f"สหกรณ์ {items}", round_=round_, manager=f"m{items}")
    case.fill()
    client = signed_in(case.manager)
    client.get(address(case, page))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address(case, page)).status_code == 200
    return len(queries)


@pytest.mark.parametrize("page", ["", "1/", "submit/"])
def test_as_many_queries_for_3_items_as_for_45(page):
    assert queries_of(page, items=3) == queries_of(page, items=45)
