"""The lists of office holders that organizations confirmed: to read, and who has not."""

import datetime

import pytest

from networks.models import HoldersConfirmation
from tests.factories import make_organization
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

LIST = "/en/admin/networks/holdersconfirmation/"
COOPERATIVES = "/en/admin/networks/cooperative/"
date = datetime.date
MARCH_31 = {"accounting_year_end_day": 31, "accounting_year_end_month": 3}


@pytest.fixture
def malee(django_user_model):
    return django_user_model.objects.create_user("malee", first_name="มาลี")


@pytest.fixture
def confirm(malee):
    def confirm(organization, meeting_on, **values):
        return HoldersConfirmation.objects.create(
            organization=organization,
            meeting_on=meeting_on,
            holders=[["ผู้จัดการ", "นางมาลี ใจงาม"]],
            **{"made_by": malee, **values},
        )

    return confirm


def unconfirmed(client):
    found = client.get(COOPERATIVES, {"check": "holders_unconfirmed"})
    return {row.name for row in found.context["cl"].result_list}


def test_the_list_as_it_stood_is_shown(office, confirm):
    row = confirm(make_organization("ท่าลี่ จำกัด"), date(2025, 8, 15))
    page = words(office.get(f"{LIST}{row.pk}/change/"))
    for text in (
        "ท่าลี่ จำกัด: 15 August 2025",
        "15 August 2025",
        "ผู้จัดการ: นางมาลี ใจงาม",
        "Entered by มาลี",
    ):
        assert text in page


def test_what_an_officer_entered_waits_until_it_is_confirmed(office, officer, malee, confirm):
    values = {"made_by": officer, "on_behalf_of": malee}
    waiting = confirm(make_organization("ท่าลี่ จำกัด"), date(2025, 8, 15), **values)
    confirm(make_organization("เลย จำกัด"), date(2025, 8, 15))
    page = office.get(LIST, {"to_confirm": "yes"})
    assert list(page.context["cl"].result_list) == [waiting]
    assert "Entered by somsri on behalf of มาลี" in words(page)


def test_nobody_writes_here(office, confirm):
    row = confirm(make_organization(), date(2025, 8, 15))
    assert office.post(f"{LIST}{row.pk}/change/", {"meeting_on": "1/1/2569"}).status_code == 403
    assert office.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(
    ("year_end", "meeting_on", "found"),
    [
        (MARCH_31, date(2025, 4, 1), False),
        (MARCH_31, date(2025, 3, 31), True),
        (MARCH_31, None, True),
        ({}, date(2025, 2, 27), False),
        ({}, date(2025, 2, 26), True),
        ({"status": "dissolved"}, None, False),
    ],
)
def test_who_has_not_confirmed_since_the_accounting_year_ended_is_found(
    office, confirm, year_end, meeting_on, found
):
    organization = make_organization("ท่าลี่ จำกัด", **year_end)
    if meeting_on:
        confirm(organization, meeting_on)
    assert (unconfirmed(office) == {"ท่าลี่ จำกัด"}) is found


def test_the_end_of_one_is_not_that_of_another(office, confirm):
    december = {"accounting_year_end_day": 31, "accounting_year_end_month": 12}
    confirm(make_organization("ท่าลี่ จำกัด", **december), date(2025, 8, 15))
    confirm(make_organization("เลย จำกัด", **MARCH_31), date(2025, 8, 15))
    assert unconfirmed(office) == {"ท่าลี่ จำกัด"}


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_asks_the_same_number_of_questions(
    office, officer, malee, confirm, django_assert_num_queries, number
):
    for place in range(number):
        organization = make_organization(f"สหกรณ์ที่ {place} จำกัด")
        confirm(organization, date(2025, 8, 15), made_by=officer, on_behalf_of=malee)
    with django_assert_num_queries(4):
        assert office.get(LIST).context["cl"].result_count == number
