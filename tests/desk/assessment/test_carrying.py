"""Last year's answers in the form: offered, marked, and confirmed with a button."""

import pytest

from tests.desk.assessment.sheets import address, answer_of, page_of, signed_in
from tests.governance.assessing import make_asking_edition, make_case, open_round
from tests.governance.two_years import next_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(case):
    case.fill()
    case.submit()
    return next_case(case, without=["1-1"])


def test_it_is_offered_and_carried_with_one_button(now, malee):
    assert address(now, "carry-over/") in malee.get(address(now)).content.decode()
    assert malee.post(address(now, "carry-over/")).status_code == 302
    assert now.assessment.answers.count() == 3
    assert address(now, "carry-over/") not in malee.get(address(now)).content.decode()


def test_nothing_is_carried_on_get(now, malee):
    assert malee.get(address(now, "carry-over/")).status_code == 405


def test_the_form_says_from_which_year_and_the_button_confirms_the_same(now, malee):
    malee.post(address(now, "carry-over/"))
    text = malee.get(address(now, "1/")).content.decode()
    assert "ยกมาจากการประเมินประจำปีงบประมาณ 2569" in text
    assert 'name="1.2-is_looked_at"' in text
    malee.post(address(now, "1/"), page_of(now) | {"1.2-is_looked_at": "on"})
    assert answer_of(now, "1.2").is_confirmed
    assert "ยกมาจาก" not in malee.get(address(now, "1/")).content.decode()


def test_nothing_can_be_submitted_before_all_are_confirmed(now, malee):
    malee.post(address(now, "carry-over/"))
    page = malee.get(address(now, "submit/"))
    assert len(page.context["missing"]) == 4
    malee.post(address(now, "submit/"), {"resolution_number": "1", "resolution_on": "1/1/2569"})
    now.assessment.refresh_from_db()
    assert now.assessment.state == "draft"


def test_last_years_page_stays_as_it_was(case, now, malee):
    before = malee.get(address(case, "result/")).context["page"].items
    malee.post(address(now, "carry-over/"))
    after = malee.get(address(case, "result/")).context["page"].items
    assert after == before
    assert [row.item.number for row in after] == ["1.1", "1.2", "2.1", "2.2"]


def test_for_another_organization_it_does_not_exist(now):
    other = make_case("สหกรณ์อื่น จำกัด", round_=now.round, manager="kanya")
    assert signed_in(other.manager).post(address(now, "carry-over/")).status_code == 404


def test_the_form_says_that_the_figure_is_asked_anew():
    case = make_case(round_=open_round(make_asking_edition()))
    case.fill(figure="58")
    case.submit()
    now, malee = next_case(case), signed_in(case.manager)
    malee.post(address(now, "carry-over/"))
    text = malee.get(f"/en{address(now, '1/')}").content.decode()
    assert (answer_of(now, "1.1").figure, 'value="58"' in text) == ("", False)
    assert text.count("The figure is asked anew every year.") == 1
