"""Figures of the accounting year: how they are shown, and which are laid beside which."""

import pytest

from governance import scope
from governance.figures import figure_before, figure_lines
from governance.models import Answer, Item
from tests.governance.assessing import FIGURE, make_asking_edition, make_case, open_round

BAHT, PERCENT = "กำไรสุทธิ (บาท)", "กำไรสุทธิ (ร้อยละ)"


@pytest.mark.parametrize(
    ("now", "then", "beside"),
    [(BAHT, BAHT, "58"), (PERCENT, BAHT, ""), ("", BAHT, ""), (BAHT, "", ""), ("", "", "")],
)
def test_only_what_was_asked_alike_is_laid_beside(now, then, beside):
    before = Answer(item=Item(figure=then), figure="58")
    assert figure_before(Item(figure=now), before) == beside


def test_without_an_answer_before_there_is_nothing_to_lay_beside():
    assert figure_before(Item(figure=BAHT), None) == ""


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({}, ""),
        ({"figure": "62"}, "62"),
        ({"is_figure_open": True}, "the accounts are not closed yet"),
        ({"figure": "60", "is_figure_open": True}, "60 · the accounts are not closed yet"),
    ],
)
def test_a_figure_is_shown_with_what_was_said_of_the_accounts(said, shown):
    assert Answer(**said).shown_figure == shown


@pytest.mark.django_db
def test_items_that_ask_for_none_and_parts_left_out_have_no_line():
    case = make_case(round_=open_round(make_asking_edition()))
    case.fill(figure="62")
    assert [(x.item.figure, x.now) for x in figure_lines(case.assessment, None)] == [(FIGURE, "62")]
    category = case.item("1.1").category
    scope.leave_out(case.assessment, category, reason="ไม่มี", by=case.manager)
    assert figure_lines(case.assessment, None) == []


@pytest.mark.django_db
def test_lines_take_as_many_questions_for_one_item_as_for_nine(django_assert_num_queries):
    for number in (1, 9):
        round_ = open_round(make_asking_edition(items=number))
        case = make_case(f"สหกรณ์ที่ {number}", round_=round_, manager=f"m{number}")
        case.fill(figure="62")
        with django_assert_num_queries(2):
            figure_lines(case.assessment, case.assessment)
