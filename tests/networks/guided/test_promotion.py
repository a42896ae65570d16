"""Promotion officers by district."""

import datetime

import pytest

from networks.choices import Position
from networks.models import Organization
from networks.querysets import OFFICE_CODE
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_group,
    make_organization,
    make_person,
)
from tests.networks.guided.walk import carry_out, complaints, consequences, hidden, said, told
from tests.networks.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PATH = "/en/admin/networks/district/promotion-officers/"
OCTOBER = datetime.date(2025, 10, 1)
KANTHIMA = "นางสาวกันทิมา สุนทรวีรัตน์"
NOTHING = "Nothing to change: they have this promotion officer already."


@pytest.fixture
def kanthima():
    return make_person("กันทิมา", "สุนทรวีรัตน์", title="นางสาว")


@pytest.fixture
def districts():
    return [
        make_district("นาด้วง", network=1, name_en="Na Duang"),
        make_district("ท่าลี่", network=4, name_en="Tha Li"),
    ]


@pytest.fixture
def typed(districts, kanthima):
    return {"districts": [row.pk for row in districts], "officer": kanthima.pk}


def offered(page):
    return [person.first_name for person in page.context["form"].fields["officer"].queryset]


def test_those_with_an_appointment_of_the_office_are_offered(office, kanthima):
    bureau = make_agency(code=OFFICE_CODE)
    make_person("สมชาย", "ใจดี")
    appoint(kanthima, Position.PROMOTION_OFFICER, at=bureau, starts_on=OCTOBER)
    page = office.get(PATH)
    assert offered(page) == ["กันทิมา"]
    assert "as promotion officer of the office today." in words(page)


def test_as_long_as_nobody_has_one_all_are_offered_and_it_is_said(office, kanthima):
    make_person("เกษร", "ใจดี")
    page = office.get(PATH)
    assert offered(page) == ["กันทิมา", "เกษร"]
    assert "so all persons are offered." in words(page)


def test_it_is_told_who_hands_over_how_many(office, typed, districts, kanthima):
    anan = make_person("อนันต์", "มหัจฉริยพันธุ์")
    for name, officer in (("ก", anan), ("ข", anan), ("ค", kanthima)):
        make_organization(f"{name} จำกัด", district=districts[0], promotion_officer=officer)
    make_group(district=districts[1])
    assert consequences(office.post(PATH, typed)) == [
        f"{KANTHIMA} becomes the promotion officer of 3 in Na Duang District, Tha Li District.",
        "2 from นายอนันต์ มหัจฉริยพันธุ์",
        "1 without a promotion officer so far",
        "1 have this officer already and stay unchanged.",
    ]


def test_the_deed_is_one_act(office, typed, districts, kanthima):
    rows = [make_organization(district=districts[0]), make_group(district=districts[1])]
    page = carry_out(office, PATH, {**typed, "group": 4})
    assert page.redirect_chain == [("/en/admin/networks/district/", 302)]
    assert said(page) == [f"{KANTHIMA} is the promotion officer of 2 more now."]
    changed = Organization.objects.values_list("promotion_officer", "promotion_group")
    assert set(changed) == {(kanthima.pk, 4)}
    assert len({row.history.latest().change_set for row in rows}) == 1


def test_what_is_added_meanwhile_is_told_again(office, typed, districts):
    make_organization(district=districts[0])
    page = office.post(PATH, typed)
    make_group(district=districts[1])
    again = office.post(PATH, {**hidden(page), "told": told(page)})
    assert " of 2 in " in consequences(again)[0]
    assert set(Organization.objects.values_list("promotion_officer")) == {(None,)}


def test_a_second_click_is_refused(office, typed, districts):
    make_organization(district=districts[0])
    carry_out(office, PATH, typed)
    assert complaints(office.post(PATH, typed)) == [NOTHING]


def test_districts_without_anything_are_refused(office, typed):
    assert complaints(office.post(PATH, typed)) == [NOTHING]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"districts": []}, "This field is required."),
        ({"officer": ""}, "This field is required."),
        ({"group": "0"}, "Ensure this value is greater than or equal to 1."),
        ({"group": "100"}, "Ensure this value is less than or equal to 99."),
        (
            {"districts": ["9999"]},
            "Select a valid choice. 9999 is not one of the available choices.",
        ),
    ],
)
def test_what_cannot_be_is_refused(office, typed, districts, values, sentence):
    make_organization(district=districts[0])
    assert complaints(office.post(PATH, {**typed, **values})) == [sentence]
