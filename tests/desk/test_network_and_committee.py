"""The desks of representatives and of the committee's chair and secretary."""

import datetime

import pytest

from networks.choices import CommitteeOffice
from tests.desk.conftest import signed_in
from tests.desk.people import OCTOBER, account_of
from tests.factories import (
    make_district,
    make_member,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = pytest.mark.django_db
IN_2570 = datetime.date(2027, 9, 30)


@pytest.fixture
def somchai(na_duang):
    """Representative 2 of network 1."""
    person = make_person(user=account_of("somchai"))
    seat(na_duang.network, 2, OCTOBER, person, na_duang, expires_on=IN_2570)
    return person.user


def test_a_representative_sees_the_three_seats_and_when_they_expire(somchai, office_agency):
    response = signed_in(somchai).get("/en/desk/networks/1/")
    page = response.content.decode()
    assert [row and str(row.holder) for row in response.context["seats"]] == [
        None,
        "นายสมชาย ใจดี",
        None,
    ]
    assert "Term expires on 30 September 2027" in page
    assert "Not recorded in the source" in page
    assert 'href="tel:042811234,12"' in page


def test_the_networks_own_organizations_lead_to_their_public_pages(somchai):
    make_organization("สหกรณ์ที่อื่น จำกัด", code="0099", district=make_district("เลย", network=2))
    page = signed_in(somchai).get("/en/desk/networks/1/").content.decode()
    assert 'href="/en/organizations/0005/"' in page
    assert "/organizations/0099/" not in page


def test_a_representative_has_no_desk_of_another_network(somchai):
    make_district("เลย", network=2)
    assert signed_in(somchai).get("/en/desk/networks/2/").status_code == 404


def test_once_the_successor_sits_the_next_click_is_refused(somchai, na_duang, today):
    client = signed_in(somchai)
    seat(na_duang.network, 2, today, make_person("บุญมี"), na_duang)
    assert client.get("/en/desk/networks/1/").status_code == 404


@pytest.fixture
def chair(na_duang):
    term = make_term(starts_on=OCTOBER)
    person = make_person("อุดม", user=account_of("udom"))
    make_member(term, CommitteeOffice.CHAIR, person)
    make_member(term, CommitteeOffice.SECRETARY, make_person("กัญญา", title="นาง"))
    make_member(term, CommitteeOffice.ADVISER, make_person("วิชัย"))
    return person.user


def test_the_chair_sees_offices_and_seats_and_when_they_end(chair, somchai):
    page = signed_in(chair).get("/en/desk/committee/").content.decode()
    for name in ("นายอุดม ใจดี", "นางกัญญา ใจดี", "นายวิชัย ใจดี", "นายสมชาย ใจดี"):
        assert name in page
    assert "The term began on 1 October 2025." in page
    assert "No last day is recorded." in page
    assert "Term expires on 30 September 2027" in page


def test_after_the_term_ended_the_next_click_is_refused(chair, today):
    client = signed_in(chair)
    term = chair.person.committee_offices.get().term
    term.ending, term.ends_on = "ended", today - datetime.timedelta(days=1)
    term.save()
    assert client.get("/en/desk/committee/").status_code == 404
