"""The assessments of an organization: which there are, begin, take no part."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance import workflow
from governance.models import Assessment
from governance.states import State
from tests.desk.assessment.sheets import address, signed_in
from tests.factories import appoint, make_organization, make_person
from tests.governance.assessing import (
    LAST_YEAR,
    make_manager,
    make_small_edition,
    make_user,
    open_round,
)

pytestmark = pytest.mark.django_db
TOMORROW = timezone.now() + datetime.timedelta(days=1)
YESTERDAY = timezone.now() - datetime.timedelta(days=1)


@pytest.fixture
def desk():
    """มาลี manages a cooperative that has not begun anything."""
    organization = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด")
    user = make_manager(organization)
    return organization, user, signed_in(user)


def list_of(organization):
    return f"/desk/organizations/{organization.code}/assessments/"


def test_without_a_round_the_page_says_so(desk):
    organization, _user, client = desk
    page = client.get(list_of(organization))
    assert page.context["offers"] == []
    assert page.status_code == 200


def test_a_round_is_begun_by_a_click_and_only_once(desk):
    organization, user, client = desk
    round_ = open_round()
    path = f"{list_of(organization)}{round_.pk}/"
    assert client.get(path + "start/").status_code == 405
    for _click in range(2):
        assert client.post(path + "start/").headers["Location"] == path
    assert Assessment.objects.get().owner == user


@pytest.mark.parametrize(
    "times",
    [
        {"opens_at": TOMORROW, "closes_at": TOMORROW + datetime.timedelta(days=9)},
        {"opens_at": YESTERDAY - datetime.timedelta(days=9), "closes_at": YESTERDAY},
    ],
)
def test_before_and_after_its_time_nothing_is_begun(desk, times):
    organization, _user, client = desk
    round_ = open_round(**times)
    offer = client.get(list_of(organization)).context["offers"][0]
    assert not offer.can_be_started
    client.post(f"{list_of(organization)}{round_.pk}/start/")
    assert not Assessment.objects.exists()


def test_a_round_that_does_not_invite_is_not_there(desk):
    organization, _user, client = desk
    round_ = open_round(invited_kinds=["farmer_group"])
    assert client.get(list_of(organization)).context["offers"] == []
    assert client.post(f"{list_of(organization)}{round_.pk}/start/").status_code == 404


def test_taking_no_part_needs_a_reason_and_can_be_taken_back(case, malee):
    assert malee.post(address(case, "decline/"), {"reason": " "}).status_code == 400
    malee.post(address(case, "decline/"), {"reason": "กำลังชำระบัญชี"})
    case.assessment.refresh_from_db()
    assert (case.assessment.state, case.assessment.absence_reason) == (
        State.NOT_TAKING_PART,
        "กำลังชำระบัญชี",
    )
    malee.post(address(case, "rejoin/"))
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.DRAFT


def test_taking_no_part_is_said_without_beginning(desk):
    organization, _user, client = desk
    round_ = open_round()
    client.post(f"{list_of(organization)}{round_.pk}/decline/", {"reason": "ไม่มีเจ้าหน้าที่"})
    assert Assessment.objects.get().state == State.NOT_TAKING_PART


def test_a_deputy_does_not_say_that_it_takes_no_part(case):
    deputy = make_user("somying")
    person = make_person("สมหญิง", user=deputy)
    appoint(person, "deputy", at=case.organization, starts_on=LAST_YEAR)
    client = signed_in(deputy)
    assert client.post(address(case, "decline/"), {"reason": "ไม่ว่าง"}).status_code == 400
    case.assessment.refresh_from_db()
    assert case.assessment.state == State.DRAFT


def test_the_list_tells_how_far_it_is(case, malee):
    case.answer(case.item("1.1"), share=75)
    offer = malee.get(address(case, "..").replace(f"{case.round.pk}/..", "")).context["offers"][0]
    assert (offer.progress.done, offer.progress.total) == (1, 4)


def queries_of(desk, rounds) -> int:
    organization, user, client = desk
    for _number in range(rounds):
        workflow.start(open_round(make_small_edition(1, 1)), organization, by=user)
    with CaptureQueriesContext(connection) as queries:
        client.get(list_of(organization))
    return len(queries)


def test_as_many_queries_for_3_rounds_as_for_12(desk):
    queries_of(desk, 1)
    assert queries_of(desk, 2) == queries_of(desk, 9)
