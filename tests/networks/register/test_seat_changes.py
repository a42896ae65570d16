"""Who takes over which of the three seats of a network."""

import datetime

import pytest

from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import Occupancy
from networks.models import SeatHolding
from networks.register.basis import Basis
from networks.register.seat_changes import row_after, row_before, seat_row, take_over_seat
from tests.factories import make_district, make_organization, make_person, seat
from tests.networks.pages import words
from tests.networks.rules import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
date = datetime.date

OCTOBER = date(2025, 10, 1)
NOVEMBER = PartialDate(date(2025, 11, 1))
TODAY = date(2026, 2, 26)
NA_DUANG = "สหกรณ์การเกษตรนาด้วง จำกัด"


@pytest.fixture
def organization():
    return make_organization(NA_DUANG, district=make_district("นาด้วง", network=1))


@pytest.fixture
def network(organization):
    """With its three representatives since October 2568."""
    people = [("ก่อเกียรติ", "ปรีดี"), ("เอกวิทย์", "สายแก้วเทศ"), ("ก๊ก", "ดอนสำราญ")]
    for number, names in enumerate(people, 1):
        seat(organization.network, number, OCTOBER, make_person(*names), organization)
    return organization.network


def take_over(network, organization, number=3, **values):
    values = {"holder": make_person("อนันต์", "มหัจฉริยพันธุ์"), "starts_on": NOVEMBER, **values}
    return take_over_seat(network, seat=number, organization=organization, **values)


def in_office(network, day=TODAY):
    rows = network.seat_holdings.on(day)
    return [row.holder.first_name if row.holder else None for row in rows]


def test_one_of_the_three_is_relieved_and_the_others_stay(network, organization):
    take_over(network, organization, 3)
    assert in_office(network) == ["ก่อเกียรติ", "เอกวิทย์", "อนันต์"]


def test_who_was_before_stays_in_the_ledger(network, organization):
    take_over(network, organization, 3)
    assert in_office(network, date(2025, 10, 31)) == ["ก่อเกียรติ", "เอกวิทย์", "ก๊ก"]
    assert SeatHolding.objects.count() == 4


def test_the_page_of_the_committee_shows_it(client, network, organization):
    take_over(network, organization, 3)
    page = words(client.get("/committee/"))
    assert "นายอนันต์ มหัจฉริยพันธุ์" in page
    assert "นายก๊ก ดอนสำราญ" not in page


def test_a_fourth_is_refused_with_the_names_of_the_three(network, organization):
    assert refusal(take_over, network, organization, 4) == [
        "Area network 1 has three representatives: 1. นายก่อเกียรติ ปรีดี, "
        "2. นายเอกวิทย์ สายแก้วเทศ, 3. นายก๊ก ดอนสำราญ. Choose which of them, 1 to 3, is taken over."
    ]
    assert SeatHolding.objects.count() == 3


def test_the_organization_of_the_holder_lies_in_the_network(network):
    outside = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", district=make_district("ท่าลี่", network=4))
    assert refusal(take_over, network, outside) == [
        "สหกรณ์การเกษตรท่าลี่ จำกัด does not lie in a district of Area network 1."
    ]


def test_nobody_takes_over_a_second_seat(network, organization):
    first = network.seat_holdings.get(seat=1).holder
    assert refusal(take_over, network, organization, 3, holder=first) == [
        "นายก่อเกียรติ ปรีดี is representative 1 of Area network 1 on that day."
    ]


def test_a_second_click_is_refused(network, organization):
    anan = make_person("อนันต์", "มหัจฉริยพันธุ์")
    take_over(network, organization, 3, holder=anan)
    assert refusal(take_over, network, organization, 3, holder=anan) == [
        "This seat has a row from this day already."
    ]


def test_a_seat_becomes_vacant(network):
    row = take_over_seat(network, seat=2, starts_on=NOVEMBER)
    assert (row.occupancy, row.holder, row.organization) == (Occupancy.VACANT, None, None)
    assert in_office(network) == ["ก่อเกียรติ", None, "ก๊ก"]


def test_a_vacant_seat_has_no_term(network):
    term = {"expires_on": date(2027, 9, 30)}
    assert seat_row(network, seat=2, starts_on=NOVEMBER, **term).expires_on is None


def test_holder_and_organization_come_together(network, organization):
    sentence = (
        "Name the representative and the cooperative or group if the seat is held, and only then."
    )
    assert refusal(take_over, network, None) == [sentence]
    assert refusal(take_over, network, organization, holder=None) == [sentence]


def test_term_precision_and_basis_are_stored(network, organization):
    row = take_over(
        network,
        organization,
        starts_on=PartialDate(date(2025, 11, 1), Precision.MONTH),
        expires_on=date(2027, 9, 30),
        basis=Basis("order", "12/2568", OCTOBER),
    )
    row.refresh_from_db()
    assert (row.starts_on, row.starts_on_precision) == (date(2025, 11, 1), "month")
    assert row.expires_on == date(2027, 9, 30)
    assert row.basis_text == "คำสั่ง ที่ 12/2568 ลงวันที่ 1 ตุลาคม 2568"


def test_half_a_basis_is_refused(network, organization):
    assert refusal(take_over, network, organization, basis=Basis("", "12/2568")) == [
        "Say whether the basis is an order, an announcement or a resolution."
    ]
    assert SeatHolding.objects.count() == 3


@pytest.mark.parametrize(
    ("sample_holder", "sample_organization", "is_sample"),
    [(False, False, False), (True, False, True), (False, True, True)],
)
def test_a_row_that_names_a_sample_is_one(network, sample_holder, sample_organization, is_sample):
    holder = make_person(is_sample=sample_holder)
    organization = make_organization(
        district=make_district("ผาขาว", network=1), is_sample=sample_organization
    )
    assert take_over(network, organization, holder=holder).is_sample is is_sample


def test_a_row_knows_who_was_before_and_who_follows(network, organization):
    later = seat(network, 3, date(2026, 1, 1), make_person("สมชาย"), organization)
    new = seat_row(network, seat=3, starts_on=NOVEMBER)
    assert (str(row_before(new).holder), row_after(new)) == ("นายก๊ก ดอนสำราญ", later)


def test_an_empty_ledger_has_nobody_before_and_nobody_after(organization):
    first = seat_row(organization.network, seat=1, starts_on=NOVEMBER)
    assert (row_before(first), row_after(first)) == (None, None)


def test_what_is_entered_late_holds_until_the_row_that_follows(network, organization):
    seat(network, 3, date(2026, 1, 1), make_person("สมชาย"), organization)
    take_over(network, organization, 3)
    assert in_office(network, date(2025, 12, 31))[2] == "อนันต์"
    assert in_office(network, date(2026, 1, 1))[2] == "สมชาย"
