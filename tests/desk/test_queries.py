"""A page costs the same number of queries however much stands on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from networks import workflow
from networks.choices import CommitteeOffice, Position
from tests.desk.conftest import signed_in
from tests.desk.people import HOME, OCTOBER, account_of, propose_phone
from tests.factories import appoint, make_member, make_organization, make_person, make_term, seat

pytestmark = pytest.mark.django_db
RECORD, HOLDERS = ["contact/", "counts/"], ["holders/", "holders/begin/", "holders/confirm/"]
PAGES = ["", *RECORD, *HOLDERS, "proposals/"]


def queries_of(client, path):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def fill(na_duang, malee, wichai, number):
    for _row in range(number):
        proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
        workflow.withdraw(proposal)
        appoint(make_person(), Position.BOARD_MEMBER, at=na_duang, starts_on=OCTOBER)
        deputy = {"starts_on": OCTOBER, "named_by": make_person()}
        appoint(make_person(), Position.DEPUTY, at=na_duang, **deputy)
        make_organization(district=na_duang.district)


@pytest.mark.parametrize("page", PAGES)
def test_three_rows_and_thirty_cost_the_same(page, na_duang, malee, desk, wichai, office_agency):
    fill(na_duang, malee, wichai, 3)
    few = queries_of(desk, HOME + page)
    fill(na_duang, malee, wichai, 27)
    assert queries_of(desk, HOME + page) == few


def test_so_do_the_pages_of_one_row(na_duang, malee, desk, wichai):
    fill(na_duang, malee, wichai, 3)
    proposal = propose_phone(na_duang, by=wichai, on_behalf_of=malee)
    paths = [
        f"{HOME}proposals/{proposal.pk}/",
        f"{HOME}holders/{malee.person.appointments.get().pk}/end/",
    ]
    few = [queries_of(desk, path) for path in paths]
    fill_others = [make_person() for _row in range(27)]
    for person in fill_others:
        appoint(person, Position.BOARD_MEMBER, at=na_duang, starts_on=OCTOBER)
    assert [queries_of(desk, path) for path in paths] == few


def test_so_do_the_desks_of_the_network_and_the_committee(na_duang, malee, wichai):
    person = make_person(user=account_of("somchai"))
    seat(na_duang.network, 1, OCTOBER, person, na_duang)
    term = make_term(starts_on=OCTOBER)
    make_member(term, CommitteeOffice.CHAIR, person)
    client = signed_in(person.user)
    paths = ["/desk/networks/1/", "/desk/committee/"]
    few = [queries_of(client, path) for path in paths]
    fill(na_duang, malee, wichai, 27)
    for order in range(27):
        make_member(term, CommitteeOffice.ADVISER, order=order)
    assert [queries_of(client, path) for path in paths] == few


def test_so_does_the_choice_of_a_desk(na_duang, malee, desk):
    for _row in range(3):
        appoint(malee.person, Position.BOARD_MEMBER, at=make_organization(), starts_on=OCTOBER)
    few = queries_of(desk, "/desk/")
    for _row in range(27):
        appoint(malee.person, Position.BOARD_MEMBER, at=make_organization(), starts_on=OCTOBER)
    assert queries_of(desk, "/desk/") == few
