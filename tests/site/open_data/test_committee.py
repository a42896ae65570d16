import datetime

import pytest

from networks.choices import CommitteeOffice
from tests.factories import (
    appoint,
    make_district,
    make_member,
    make_network,
    make_organization,
    make_person,
    make_term,
    seat,
)
from tests.site.open_data.reading import csv_rows, json_rows

pytestmark = pytest.mark.django_db
OCTOBER = datetime.date(2025, 10, 1)


@pytest.fixture
def committee():
    """Adviser, chair and secretary; network 1 with a representative and a vacant seat."""
    term = make_term(code="term-2569")
    for office, name in zip(CommitteeOffice, ["อารี", "สมชาย", "มาลี"], strict=True):
        make_member(term, office, make_person(name, phone="081-111-2222", phone_public=True))
    organization = make_organization(code="0001", district=make_district(network=1))
    holder = make_person("สมศรี", email="somsri@example.com", email_public=True)
    appoint(holder, at=organization, starts_on=OCTOBER)
    seat(make_network(1), 1, OCTOBER, holder, organization, expires_on=datetime.date(2027, 9, 30))
    seat(make_network(1), 2, OCTOBER)


def test_rows_stand_in_the_order_on_paper(client, committee):
    rows = csv_rows(client, "committee.csv")
    assert [(r["office"], r["seat"], r["occupancy"], r["person"]) for r in rows] == [
        ("adviser", "", "", "นายอารี ใจดี"),
        ("chair", "", "", "นายสมชาย ใจดี"),
        ("representative", "1", "held", "นายสมศรี ใจดี"),
        ("representative", "2", "vacant", ""),
        ("representative", "3", "not_recorded", ""),
        ("secretary", "", "", "นายมาลี ใจดี"),
    ]
    assert [r["number"] for r in rows] == ["1", "2", "3", "4", "5", "6"]


def test_a_representative_has_organization_positions_and_days(client, committee):
    row = json_rows(client, "committee.json")[2]
    assert (row["network"], row["organization_code"]) == (1, "0001")
    assert row["positions_th"] == "ผู้จัดการสหกรณ์การเกษตรนาด้วง จำกัด"
    assert (row["starts_on"], row["expires_on"]) == ("2025-10-01", "2027-09-30")
    assert row["office_th"] == "ผู้แทนเครือข่าย"


def test_a_member_serves_from_the_beginning_of_the_term(client, committee):
    row = json_rows(client, "committee.json")[1]
    assert (row["starts_on"], row["term_code"]) == ("2025-10-01", "term-2569")


def test_contacts_of_persons_are_left_out_even_where_they_are_published(client, committee):
    text = client.get("/open-data/committee.csv").getvalue().decode()
    assert "081-111" not in text
    assert "somsri" not in text


def test_a_committee_has_no_place(client, committee):
    assert client.get("/open-data/committee.geojson").status_code == 404


def test_without_records_there_is_a_header_only(client):
    assert csv_rows(client, "committee.csv") == []
