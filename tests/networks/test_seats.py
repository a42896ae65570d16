import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from networks import seats
from networks.models import SeatHolding
from tests.factories import make_district, make_network, make_organization, make_person, seat
from tests.networks.rules import sentences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

OCTOBER = datetime.date(2025, 10, 1)
NOVEMBER = datetime.date(2025, 11, 1)


@pytest.fixture
def district():
    return make_district("นาด้วง", network=1)


@pytest.fixture
def organization(district):
    return make_organization("สหกรณ์การเกษตรนาด้วง จำกัด", district=district)


def holding(number, holder, organization, **values):
    """A row that nobody has saved yet."""
    values = {"network": organization.network, "starts_on": NOVEMBER, **values}
    return SeatHolding(seat=number, holder=holder, organization=organization, **values)


def test_a_fourth_representative_is_refused_with_the_names_of_the_three(district, organization):
    for number, (first_name, last_name) in enumerate(
        [("ก่อเกียรติ", "ปรีดี"), ("เอกวิทย์", "สายแก้วเทศ"), ("ก๊ก", "ดอนสำราญ")], 1
    ):
        holder = make_person(first_name, last_name)
        seat(district.network, number, OCTOBER, holder, organization)
    fourth = holding(4, make_person("อนันต์"), organization)
    assert sentences(fourth) == [
        "Area network 1 has three representatives: 1. นายก่อเกียรติ ปรีดี, "
        "2. นายเอกวิทย์ สายแก้วเทศ, 3. นายก๊ก ดอนสำราญ. Choose which of them, 1 to 3, "
        "is taken over."
    ]


def test_the_sentence_says_which_of_the_three_seats_is_vacant(district, organization):
    seat(district.network, 1, OCTOBER, make_person("ก่อเกียรติ", "ปรีดี"), organization)
    seat(district.network, 2, OCTOBER)
    rows = seats.holders_today(holding(4, None, organization))
    with translation.override("en"):
        assert seats.describe(rows) == "1. นายก่อเกียรติ ปรีดี, 2. vacant"


def test_naming_who_is_taken_over_is_allowed_and_ends_the_holding(district, organization):
    seat(district.network, 3, OCTOBER, make_person("ก๊ก", "ดอนสำราญ"), organization)
    successor = holding(3, make_person("อนันต์"), organization)
    successor.full_clean()
    successor.save()
    assert list(SeatHolding.objects.on(NOVEMBER)) == [successor]


def test_an_organization_outside_the_network_is_refused(district):
    tha_li = make_district("ท่าลี่", network=4)
    outside = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", district=tha_li)
    row = holding(1, make_person(), outside, network=district.network)
    assert sentences(row) == ["สหกรณ์การเกษตรท่าลี่ จำกัด does not lie in a district of Area network 1."]


def test_an_organization_whose_district_is_not_recorded_is_refused(district):
    nowhere = make_organization("สหกรณ์บริการเลย จำกัด")
    row = holding(1, make_person(), nowhere, network=district.network)
    assert sentences(row) == ["สหกรณ์บริการเลย จำกัด does not lie in a district of Area network 1."]


def test_nobody_sits_on_two_seats_at_once(district, organization):
    somchai = make_person("สมชาย", "ใจดี")
    seat(district.network, 1, OCTOBER, somchai, organization)
    assert sentences(holding(2, somchai, organization)) == [
        "นายสมชาย ใจดี is representative 1 of Area network 1 on that day."
    ]


def test_nobody_sits_for_two_networks_at_once(district, organization):
    somchai = make_person("สมชาย", "ใจดี")
    seat(district.network, 1, OCTOBER, somchai, organization)
    there = make_organization(district=make_district("ท่าลี่", network=4))
    assert sentences(holding(1, somchai, there)) == [
        "นายสมชาย ใจดี is representative 1 of Area network 1 on that day."
    ]


def test_who_was_taken_over_may_take_another_seat(district, organization):
    somchai = make_person("สมชาย", "ใจดี")
    seat(district.network, 1, OCTOBER, somchai, organization)
    seat(district.network, 1, NOVEMBER)
    holding(2, somchai, organization).full_clean()


def test_the_same_person_may_go_on_in_the_same_seat(district, organization):
    somchai = make_person("สมชาย", "ใจดี")
    row = seat(district.network, 1, OCTOBER, somchai, organization)
    row.full_clean()
    holding(1, somchai, organization).full_clean()


def test_a_vacant_seat_needs_no_check_of_persons(district):
    seats.check(SeatHolding(network=district.network, seat=1, starts_on=NOVEMBER))


@pytest.mark.parametrize("left_out", ["network", "starts_on", "holder", "organization"])
def test_what_is_not_filled_in_yet_is_left_to_the_form(district, organization, left_out):
    row = holding(1, make_person(), organization)
    setattr(row, left_out, None)
    seats.check(row)


def test_the_sentence_stands_at_the_field_that_is_to_be_changed():
    with pytest.raises(ValidationError) as refused:
        seats.check(SeatHolding(network=make_network(1), seat=4, starts_on=NOVEMBER))
    assert list(refused.value.message_dict) == ["seat"]


def test_nobody_gets_a_second_seat_by_a_row_that_is_entered_late(today):
    district, there = make_district(network=1), make_district("ท่าลี่", network=4)
    somchai = make_person("สมชาย", "ใจดี")
    seat(district.network, 1, OCTOBER, somchai, make_organization(district=district))
    late = SeatHolding(
        network=there.network,
        seat=1,
        starts_on=datetime.date(2025, 1, 1),
        holder=somchai,
        organization=make_organization(district=there),
    )
    assert len(sentences(late)) == 1


def test_a_seat_that_was_not_chosen_is_the_forms_business(today):
    row = SeatHolding(network=make_network(1), starts_on=OCTOBER, occupancy="vacant")
    assert sentences(row) == ["This field cannot be null."]
