"""One answer at a time, by JSON."""

import pytest

from governance import workflow
from governance.models import Assessment, RivalAnswer
from tests.desk.assessment.sheets import address, answer_of, save_one, signed_in
from tests.governance.assessing import make_manager, make_reviewer, make_small_edition, open_round

pytestmark = pytest.mark.django_db


def test_an_answer_is_saved_and_the_time_is_told(case, malee):
    response = save_one(malee, case, choice="75", text="ทำตามแผน")
    data = response.json()
    assert (data["version"], data["done"]) == (1, 1)
    assert data["sentence"].startswith(("บันทึกแล้ว", "Saved"))
    assert answer_of(case, "2.1").text == "ทำตามแผน"


def test_who_changes_the_same_item_is_shown_the_way_to_choose(case, malee):
    somchai = signed_in(make_manager(case.organization, "somchai", first_name="สมชาย"))
    save_one(malee, case, text="มาลีเขียน")
    data = save_one(somchai, case, text="สมชายเขียน").json()
    assert data["choice"] == address(case, "choose/2-1/")
    assert RivalAnswer.objects.get().text == "สมชายเขียน"


def test_nobody_is_asked_to_choose_between_own_words(case, malee):
    """The first save arrived, its acknowledgement did not."""
    first = {"choice": "", "text": "ครึ่ง", "figure": "", "is_figure_open": False, "base": 0}
    save_one(malee, case, text="ครึ่ง")
    data = save_one(malee, case, text="ครึ่งแล้วเต็ม", before=[first]).json()
    assert data["version"] == 2
    assert not RivalAnswer.objects.exists()


def test_the_same_sent_twice_is_saved_once(case, malee):
    assert save_one(malee, case, text="ซ้ำ").json()["version"] == 1
    assert save_one(malee, case, text="ซ้ำ").json()["version"] == 1


@pytest.mark.parametrize(
    "values",
    [
        {"item": "9-9"},
        {"item": ["2-1"]},
        {"choice": "33"},
        {"choice": "not-applicable"},
        {"text": "ก" * 10_000},
        {"text": {"a": 1}},
        {"base": "1"},
        {"base": -1},
        {"base": True},
        {"before": "x"},
    ],
)
def test_what_cannot_be_taken_gets_one_sentence(case, malee, values):
    response = save_one(malee, case, **values)
    assert response.status_code == 400
    assert list(response.json()) == ["sentence"]
    assert not case.assessment.answers.exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'"x"'])
def test_pieces_of_json_get_one_sentence(case, malee, body):
    response = malee.post(address(case, "answers/"), body, content_type="application/json")
    assert response.status_code == 400
    assert response.json()["sentence"]


def test_a_form_instead_of_json_gets_one_sentence(case, malee):
    response = malee.post(address(case, "answers/"), {"item": "2-1", "text": "ทำตามแผน"})
    assert response.status_code == 400
    assert response.json()["sentence"]


def test_an_item_of_another_edition_is_refused(case, malee):
    other = make_small_edition(3, 1)
    open_round(other, fiscal_year=2027)
    assert save_one(malee, case, item="3-1", choice="75").status_code == 400


def test_a_higher_version_than_there_is_overwrites_nothing(case, malee):
    save_one(malee, case, text="ข้อความแรก")
    assert "choice" in save_one(malee, case, text="ข้อความที่สอง", base=99).json()
    assert answer_of(case, "2.1").text == "ข้อความแรก"


def test_after_the_closing_time_it_is_refused_with_a_sentence(case, malee):
    Assessment.objects.update(closes_at=case.round.opens_at)
    response = save_one(malee, case, text="ช้าไป")
    assert response.status_code == 409
    assert "sign_in" not in response.json()


def test_an_item_that_was_not_returned_is_locked(case, malee):
    case.fill()
    case.submit()
    workflow.return_items(case.assessment, {case.item("1.2"): "ขอเพิ่ม"}, by=make_reviewer())
    assert save_one(malee, case, item="2-1", base=1, text="แก้").status_code == 403
    assert save_one(malee, case, item="1-2", base=1, text="แก้").status_code == 200
