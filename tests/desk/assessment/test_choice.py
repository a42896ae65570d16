"""Two texts in one item: what is chosen stands, and nothing is settled unseen."""

import pytest

from tests.desk.assessment.sheets import address, answer_of, save_one, signed_in
from tests.governance.assessing import (
    FIGURE,
    make_asking_edition,
    make_case,
    make_manager,
    open_round,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def somchai(case):
    """Another browser at the same desk."""
    return signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))


@pytest.fixture
def page(case, malee, somchai):
    """The page of the choice, as มาลี sees it."""
    save_one(malee, case, text="มาลีเขียน", choice="75")
    save_one(somchai, case, text="สมชายเขียน")
    return malee.get(address(case, "choose/2-1/"))


def choose(client, case, page, pick, **values):
    data = {"pick": str(pick), "mark": page.context["mark"], "merged-base": "1", **values}
    return client.post(address(case, "choose/2-1/"), data)


def waiting(case):
    return case.assessment.rival_answers.filter(settled_at=None)


def test_both_texts_are_shown_with_their_authors(page):
    text = page.content.decode()
    assert all(word in text for word in ["มาลีเขียน", "สมชายเขียน", "มาลี ใจงาม", "สมชาย ใจงาม"])


def test_the_one_that_stands_is_chosen(case, malee, page):
    assert choose(malee, case, page, "answer").status_code == 302
    assert answer_of(case, "2.1").text == "มาลีเขียน"
    assert not waiting(case).exists()


def test_the_other_one_is_chosen(case, malee, page):
    rival = waiting(case).get()
    choose(malee, case, page, rival.pk)
    assert answer_of(case, "2.1").text == "สมชายเขียน"
    rival.refresh_from_db()
    assert rival.settled_by == case.manager


def test_a_merged_text_is_saved(case, malee, page):
    merged = {"merged-text": "มาลีกับสมชายเขียน", "merged-choice": "100"}
    choose(malee, case, page, "merged", **merged)
    answer = answer_of(case, "2.1")
    assert (answer.text, answer.share) == ("มาลีกับสมชายเขียน", 100)


def test_what_is_wrong_with_the_merged_text_stands_on_the_page(case, malee, page):
    response = choose(malee, case, page, "merged", **{"merged-text": "ก" * 10_000})
    assert response.status_code == 409
    assert "ก" * 10_000 in response.content.decode()
    assert waiting(case).exists()


@pytest.mark.parametrize("pick", ["", "999999", "nothing"])
def test_a_version_that_is_none_is_not_chosen(case, malee, page, pick):
    assert choose(malee, case, page, pick).status_code == 409
    assert waiting(case).exists()


def test_a_text_that_came_meanwhile_is_not_settled_unseen(case, malee, somchai, page):
    save_one(somchai, case, text="สมชายเขียนต่อ")
    response = choose(malee, case, page, "answer")
    assert response.status_code == 409
    assert "สมชายเขียนต่อ" in response.content.decode()
    assert waiting(case).get().text == "สมชายเขียนต่อ"


def test_the_second_choice_finds_nothing_to_choose(case, malee, page):
    choose(malee, case, page, "answer")
    response = choose(malee, case, page, "answer")
    assert response.status_code == 302
    assert answer_of(case, "2.1").version == 1


def test_both_figures_are_shown_and_another_one_is_saved():
    case = make_case("สหกรณ์อื่น จำกัด", round_=open_round(make_asking_edition()), manager="kanya")
    kanya = signed_in(case.manager)
    somchai = signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))
    save_one(kanya, case, item="1-1", figure="58")
    save_one(somchai, case, item="1-1", is_figure_open=True)
    page = kanya.get(address(case, "choose/1-1/"))
    assert all(text in page.content.decode() for text in [FIGURE, "58", "ยังไม่ปิดบัญชี"])
    merged = {"pick": "merged", "mark": page.context["mark"], "merged-base": "1"}
    kanya.post(address(case, "choose/1-1/"), merged | {"merged-figure": "62"})
    assert answer_of(case, "1.1").figure == "62"
