"""Submitting, with the board's resolution."""

import datetime

import pytest
from django.utils import timezone

from governance.completeness import Lack
from governance.models import Assessment, AssessmentEvent
from governance.states import State
from tests.desk.assessment.sheets import address, answer_of, page_of, signed_in
from tests.factories import appoint, make_person
from tests.governance.assessing import (
    LAST_YEAR,
    make_asking_edition,
    make_case,
    make_officer,
    make_user,
    open_round,
)

pytestmark = pytest.mark.django_db
RESOLUTION = {"resolution_number": "5/2569", "resolution_on": "20/5/2569"}


def state_of(case):
    case.assessment.refresh_from_db()
    return case.assessment.state


def test_a_complete_form_is_submitted_with_the_resolution(case, malee):
    case.fill()
    response = malee.post(address(case, "submit/"), RESOLUTION)
    assert response.headers["Location"] == address(case)
    assert state_of(case) == State.SUBMITTED
    assert case.assessment.resolution_on == datetime.date(2026, 5, 20)


def test_the_second_click_changes_nothing_and_says_so(case, malee):
    case.fill()
    malee.post(address(case, "submit/"), RESOLUTION)
    response = malee.post(address(case, "submit/"), RESOLUTION | {"resolution_number": "6/2569"})
    assert response.status_code == 409
    assert state_of(case) == State.SUBMITTED
    assert case.assessment.resolution_number == "5/2569"
    assert AssessmentEvent.objects.filter(kind="submitted").count() == 1


def test_an_incomplete_form_shows_what_is_missing(case, malee):
    page = malee.get(address(case, "submit/"))
    assert len(page.context["missing"]) == 5
    assert malee.post(address(case, "submit/"), RESOLUTION).status_code == 409
    assert state_of(case) == State.DRAFT


@pytest.mark.parametrize("day", ["", "31/2/2569", "tomorrow"])
def test_without_a_day_of_the_board_it_is_not_submitted(case, malee, day):
    case.fill()
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    day = f"{tomorrow:%d/%m/%Y}" if day == "tomorrow" else day
    response = malee.post(address(case, "submit/"), RESOLUTION | {"resolution_on": day})
    assert response.status_code == 409
    assert state_of(case) == State.DRAFT


def test_after_the_closing_time_it_is_not_submitted(case, malee):
    case.fill()
    Assessment.objects.update(closes_at=case.round.opens_at)
    assert malee.post(address(case, "submit/"), RESOLUTION).status_code == 409
    assert state_of(case) == State.DRAFT


def test_a_deputy_fills_in_and_does_not_submit(case):
    deputy = make_user("somying")
    appoint(make_person("สมหญิง", user=deputy), "deputy", at=case.organization, starts_on=LAST_YEAR)
    client = signed_in(deputy)
    assert (
        client.post(address(case, "1/"), {"1.1-base": "0", "1.1-choice": "75"}).status_code == 302
    )
    case.fill()
    assert client.get(address(case, "submit/")).status_code == 200
    assert client.post(address(case, "submit/"), RESOLUTION).status_code == 403
    assert state_of(case) == State.DRAFT


def acting_for(case):
    officer = signed_in(make_officer("wichai", "act_for_organization"))
    session = officer.session
    now = timezone.now().timestamp()
    session["acting_for"] = {
        "user": case.manager.pk,
        "organization": case.organization.code,
        "at": now,
    }
    session.save()
    return officer


def test_what_an_officer_enters_for_a_caller_bears_both_names(case):
    officer = acting_for(case)
    officer.post(address(case, "1/"), {"1.1-base": "0", "1.1-choice": "75", "stay": "1"})
    answer = case.assessment.answers.get()
    assert (answer.changed_by.username, answer.on_behalf_of) == ("wichai", case.manager)
    assert answer.authorship in officer.get(address(case, "1/")).content.decode()


def test_a_paper_form_that_came_in_time_is_entered_after_the_closing_time(case, malee):
    Assessment.objects.update(closes_at=case.round.opens_at, received_on=LAST_YEAR)
    data = {"1.1-base": "0", "1.1-choice": "75"}
    assert malee.post(address(case, "1/"), data).status_code == 409
    assert acting_for(case).post(address(case, "1/"), data).status_code == 302


def test_a_figure_of_the_paper_form_is_entered_and_without_it_nothing_is_submitted():
    case = make_case(round_=open_round(make_asking_edition()))
    case.fill()
    Assessment.objects.update(closes_at=case.round.opens_at, received_on=LAST_YEAR)
    officer = acting_for(case)
    (lack,) = officer.get(address(case, "submit/")).context["missing"]
    assert (lack.lack, lack.item.number) == (Lack.FIGURE, "1.1")
    officer.post(address(case, "1/"), page_of(case) | {"1.1-figure": "62.5", "1.1-choice": "75"})
    assert answer_of(case, "1.1").figure == "62.5"
    assert officer.get(address(case, "submit/")).context["missing"] == []
