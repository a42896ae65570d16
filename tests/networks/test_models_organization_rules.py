"""The constraints of the register: what does not fit together is no record."""

import pytest

from networks.choices import Kind, OrganizationType
from networks.models import Organization
from tests.factories import (
    make_district,
    make_group,
    make_organization,
    make_subdistrict,
    organization_values,
)
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db

ORCHARD = {"kind": Kind.FARMER_GROUP, "type": OrganizationType.ORCHARD}
WRONG_TYPE = "This type does not belong to this kind."
BOTH_COORDINATES = "Give both latitude and longitude, or neither."
SAY_WHEN = "Say on which date the figures were counted."


def unsaved(name="สหกรณ์การเกษตรนาด้วง จำกัด", **values):
    return Organization(**organization_values(name, **values))


@pytest.mark.parametrize(
    ("rule", "values", "sentence"),
    [
        (
            "organization_type_of_kind",
            {"kind": Kind.COOPERATIVE, "type": OrganizationType.RICE},
            WRONG_TYPE,
        ),
        (
            "organization_type_of_kind",
            {**ORCHARD, "name": "กลุ่มเกษตรกรทำสวน", "type": OrganizationType.SAVINGS},
            WRONG_TYPE,
        ),
        (
            "organization_group_not_limited",
            {**ORCHARD, "name": "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ จำกัด"},
            "The name of a farmer group does not end with จำกัด.",
        ),
        ("organization_place_whole", {"latitude": "17.48880"}, BOTH_COORDINATES),
        ("organization_place_whole", {"longitude": "101.71940"}, BOTH_COORDINATES),
        ("organization_figures_have_date", {"members": 797}, SAY_WHEN),
        ("organization_figures_have_date", {"staff": 7}, SAY_WHEN),
        ("organization_figures_have_date", {"share_capital": "1000000.00"}, SAY_WHEN),
        (
            "organization_strength_class_whole",
            {"strength_class": 1},
            "A strength class (1 to 3) has a fiscal year.",
        ),
        (
            "organization_strength_class_whole",
            {"strength_class": 4, "strength_class_year": 2025},
            "Value 4 is not a valid choice.",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(rule, values, sentence):
    assert sentences(unsaved(**values)) == [sentence]
    assert_database_refuses(unsaved(**values), rule=rule)


@pytest.mark.parametrize(
    ("day", "month", "sentence"),
    [
        (32, 3, "Ensure this value is less than or equal to 31."),
        (0, 3, "Ensure this value is greater than or equal to 1."),
    ],
)
def test_the_accounting_year_ends_on_a_day_of_a_month(day, month, sentence):
    values = {"accounting_year_end_day": day, "accounting_year_end_month": month}
    assert sentence in sentences(unsaved(**values))
    assert_database_refuses(unsaved(**values), rule="organization_accounting_year_end_whole")


def test_a_subdistrict_lies_in_the_district():
    values = {"subdistrict": make_subdistrict(), "district": make_district("ท่าลี่")}
    assert sentences(unsaved(**values)) == ["The subdistrict does not lie in the district."]
    assert_database_refuses(unsaved(**values), rule="organization_subdistrict_in_district")


def test_a_subdistrict_comes_with_its_district():
    values = {"subdistrict": make_subdistrict()}
    assert sentences(unsaved(**values)) == ["Choose the district of the subdistrict."]
    assert_database_refuses(unsaved(**values), rule="organization_subdistrict_with_district")


def test_a_subdistrict_in_its_district_is_accepted():
    subdistrict = make_subdistrict()
    unsaved(subdistrict=subdistrict, district=subdistrict.district).full_clean()


@pytest.mark.parametrize(
    ("rule", "values", "sentence"),
    [
        (
            "organization_registration_number_once",
            {"registration_number": "87/11283"},
            "Another record has this registration number.",
        ),
        (
            "organization_cooperative_code_once",
            {"cooperative_code": "1234567890123"},
            "Another record has this 13-digit code.",
        ),
    ],
)
def test_a_number_is_given_once(rule, values, sentence):
    make_organization(**values)
    assert sentences(unsaved(**values)) == [sentence]
    assert_database_refuses(unsaved(**values), rule=rule)


def test_a_group_and_a_duplicate_joined_away_may_have_the_same_number():
    number = {"registration_number": "87/11283"}
    survivor = make_organization(**number)
    make_organization("สหกรณ์ซ้ำ จำกัด", joined_into=survivor, **number)
    make_group(**number)
    assert Organization.objects.filter(**number).count() == 3


def test_many_may_have_no_number():
    make_organization()
    unsaved().full_clean()


def test_a_record_is_not_joined_into_itself():
    row = make_organization()
    row.joined_into = row
    assert sentences(row) == ["A record cannot be joined into itself."]
    twin = unsaved(pk=row.pk + 1, joined_into_id=row.pk + 1)
    assert_database_refuses(twin, rule="organization_not_joined_into_itself")


@pytest.mark.parametrize(
    ("rule", "values", "sentence"),
    [
        (
            "organization_accounting_year_end_whole",
            {"accounting_year_end_day": 31},
            "Give both the day and the month, or neither.",
        ),
        (
            "organization_accounting_year_end_whole",
            {"accounting_year_end_month": 3},
            "Give both the day and the month, or neither.",
        ),
        (
            "organization_strength_class_whole",
            {"strength_class_year": 2025},
            "A strength class (1 to 3) has a fiscal year.",
        ),
    ],
)
def test_half_of_what_belongs_together_is_refused(rule, values, sentence):
    row = organization_values("สหกรณ์การเกษตรนาด้วง จำกัด", **values)
    assert set(sentences(Organization(**row))) == {sentence}
    assert_database_refuses(Organization(**row), rule=rule)


def test_a_farmer_group_is_not_limited_however_that_is_spelt():
    group = {"kind": Kind.FARMER_GROUP, "type": OrganizationType.ORCHARD}
    row = Organization(**organization_values("กลุ่มเกษตรกรทำสวน จํากัด", **group))
    assert sentences(row) == ["The name of a farmer group does not end with จำกัด."]
