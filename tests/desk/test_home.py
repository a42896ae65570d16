"""Where whoever has signed in begins."""

import pytest

from networks.choices import CommitteeOffice, Position
from tests.desk.conftest import signed_in
from tests.desk.people import OCTOBER, account_of
from tests.factories import (
    appoint,
    make_member,
    make_network,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = pytest.mark.django_db


def test_a_manager_of_one_cooperative_is_led_straight_to_its_desk(desk):
    assert desk.get("/desk/").url == "/desk/organizations/0005/"
    assert desk.get("/en/desk/").url == "/en/desk/organizations/0005/"


def test_who_works_for_two_chooses(malee, desk):
    other = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008")
    appoint(malee.person, Position.BOARD_MEMBER, at=other, starts_on=OCTOBER)
    page = desk.get("/desk/")
    assert [choice.address for choice in page.context["desks"]] == [
        "/desk/organizations/0008/",
        "/desk/organizations/0005/",
    ]


def test_a_representative_comes_to_the_network(na_duang, client):
    somchai = make_person(user=account_of("somchai"))
    seat(make_network(1), 2, OCTOBER, somchai, na_duang)
    client.force_login(somchai.user)
    assert client.get("/desk/").url == "/desk/networks/1/"


@pytest.mark.parametrize("office", [CommitteeOffice.CHAIR, CommitteeOffice.SECRETARY])
def test_chair_and_secretary_come_to_the_committee(client, office):
    somchai = make_person(user=account_of("somchai"))
    make_member(make_term(), office, somchai)
    client.force_login(somchai.user)
    assert client.get("/desk/").url == "/desk/committee/"


def test_an_officer_comes_to_the_admin(office):
    assert office.get("/desk/").url == "/admin/"


def test_whoever_holds_nothing_finds_the_telephone_of_the_office(client, office_agency):
    client.force_login(account_of("somchai"))
    page = client.get("/en/desk/").content.decode()
    assert "Your account has no task at the moment." in page
    assert 'href="tel:042811234,12"' in page


def test_an_adviser_of_the_committee_has_no_desk_of_it(client):
    somchai = make_person(user=account_of("somchai"))
    make_member(make_term(), CommitteeOffice.ADVISER, somchai)
    client.force_login(somchai.user)
    assert client.get("/desk/").context["desks"] == []


def test_the_header_leads_whoever_is_signed_in_to_the_desk(desk, client):
    assert 'href="/en/desk/"' in desk.get("/en/about/").content.decode()
    assert 'href="/en/desk/"' not in client.get("/en/about/").content.decode()


def test_after_a_new_sign_in_one_comes_back_to_the_page(na_duang, malee, client):
    page = "/desk/organizations/0005/holders/"
    response = client.get(page)
    assert response.url == f"/account/login/?next={page}"
    signed = client.post(response.url, {"login": "malee", "password": "x", "next": page})
    assert signed.url == page
    assert client.get(page).status_code == 200


def test_the_pages_are_kept_nowhere(malee):
    page = signed_in(malee).get("/desk/organizations/0005/")
    assert "no-store" in page.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in page.content.decode()
