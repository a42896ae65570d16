import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.migrations.writer import MigrationWriter
from django.forms import modelform_factory
from django.utils import translation

from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django import fields, forms
from networks.models import Organization, OrganizationName, Source
from tests.factories import make_organization

# `registered_on` keeps the first day of its period, `used_until` the last.
REGISTERED = Organization._meta.get_field("registered_on")
USED_UNTIL = OrganizationName._meta.get_field("used_until")
DAY = datetime.date(2012, 2, 9)
PERIODS = [
    (Precision.DAY, DAY, DAY),
    (Precision.MONTH, datetime.date(2012, 2, 1), datetime.date(2012, 2, 29)),
    (Precision.YEAR, datetime.date(2012, 1, 1), datetime.date(2012, 12, 31)),
]


@pytest.mark.parametrize(("precision", "first", "last"), PERIODS)
def test_a_partial_date_is_stored_as_an_edge_of_its_period(precision, first, last):
    organization, name = Organization(), OrganizationName()
    REGISTERED.save_form_data(organization, PartialDate(DAY, precision))
    USED_UNTIL.save_form_data(name, PartialDate(DAY, precision))
    assert (organization.registered_on, organization.registered_on_precision) == (first, precision)
    assert (name.used_until, name.used_until_precision) == (last, precision)


@pytest.mark.parametrize(("precision", "first", "last"), PERIODS)
def test_a_partial_date_is_read_back_from_either_edge(precision, first, last):
    organization = Organization(registered_on=first, registered_on_precision=precision)
    name = OrganizationName(used_until=last, used_until_precision=precision)
    assert REGISTERED.value_from_object(organization) == PartialDate(DAY, precision)
    assert fields.partial_date(name, "used_until") == PartialDate(DAY, precision)


@pytest.mark.parametrize(("precision", "first", "last"), PERIODS)
def test_the_right_edge_is_valid(precision, first, last):
    organization = Organization(registered_on_precision=precision)
    name = OrganizationName(used_until_precision=precision)
    assert REGISTERED.clean(first, organization) == first
    assert USED_UNTIL.clean(last, name) == last


@pytest.mark.parametrize(
    ("field", "day", "precision"),
    [
        (REGISTERED, datetime.date(2012, 2, 29), Precision.MONTH),
        (REGISTERED, datetime.date(2012, 2, 1), Precision.YEAR),
        (REGISTERED, datetime.date(2012, 12, 31), Precision.YEAR),
        (USED_UNTIL, datetime.date(2012, 2, 1), Precision.MONTH),
        (USED_UNTIL, datetime.date(2012, 12, 30), Precision.YEAR),
        (USED_UNTIL, datetime.date(2012, 1, 1), Precision.YEAR),
    ],
)
def test_a_date_that_is_not_the_edge_of_its_period_is_refused(field, day, precision):
    row = field.model(**{field.precision_name: precision})
    with pytest.raises(ValidationError) as refusal:
        field.clean(day, row)
    assert refusal.value.code == "not_an_edge"
    assert refusal.value.messages == ["วันที่ต้องเป็นวันแรกหรือวันสุดท้ายของช่วงเวลาที่ระบุ"]


def test_no_date_is_stored_with_the_usual_precision():
    organization = Organization(registered_on=DAY, registered_on_precision="year")
    REGISTERED.save_form_data(organization, None)
    assert (organization.registered_on, organization.registered_on_precision) == (None, "day")
    assert REGISTERED.value_from_object(organization) is None


def test_no_date_is_valid_where_the_column_may_be_empty():
    assert REGISTERED.clean(None, Organization(registered_on_precision="year")) is None


def test_a_partial_date_given_to_the_column_becomes_its_edge():
    year = PartialDate(DAY, Precision.YEAR)
    assert REGISTERED.to_python(year) == datetime.date(2012, 1, 1)
    assert USED_UNTIL.to_python(year) == datetime.date(2012, 12, 31)
    assert REGISTERED.to_python("2012-02-09") == DAY


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("9/2/2555", (DAY, "day")),
        ("ก.พ. 2555", (datetime.date(2012, 2, 29), "month")),
        ("2012", (datetime.date(2012, 12, 31), "year")),
        ("", (None, "day")),
    ],
)
def test_what_is_typed_in_one_field_is_stored_in_two_columns(typed, stored):
    name = OrganizationName(organization=make_organization(), name="ชื่อเดิม", use="former")
    form = modelform_factory(OrganizationName, fields=["used_until"])(
        {"used_until": typed}, instance=name
    )
    form.save()
    assert (
        OrganizationName.objects.values_list("used_until", "used_until_precision").get() == stored
    )


@pytest.mark.django_db
def test_dates_of_a_precision_are_found_by_a_partial_date():
    organization = make_organization(registered_on=PartialDate(DAY, Precision.MONTH))
    month = PartialDate(DAY, Precision.MONTH)
    assert Organization.objects.get(registered_on=month) == organization


def test_a_precision_is_a_day_unless_told_and_is_not_edited_by_itself():
    field = Source._meta.get_field("dated_on_precision")
    assert Source().dated_on_precision == "day"
    assert (field.editable, field.max_length) == (False, 5)


@pytest.mark.parametrize(
    ("language", "labels"), [("th", ["วัน", "เดือน", "ปี"]), ("en", ["day", "month", "year"])]
)
def test_precisions_have_names(language, labels):
    with translation.override(language):
        assert [str(label) for _value, label in fields.PrecisionField.CHOICES] == labels


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["2568", "2025", "พ.ศ. ๒๕๖๘"])
def test_a_year_typed_in_either_era_is_stored_in_the_common_era(typed):
    form_class = modelform_factory(Organization, fields=["strength_class", "strength_class_year"])
    data = {"strength_class": "1", "strength_class_year": typed}
    form_class(data, instance=make_organization()).save()
    assert Organization.objects.get().strength_class_year == 2025


def test_a_stored_year_is_shown_in_the_buddhist_era():
    form_class = modelform_factory(Organization, fields=["strength_class_year"])
    form = form_class(instance=Organization(strength_class_year=2025))
    assert form["strength_class_year"].value() == 2568


@pytest.mark.parametrize(
    ("field", "form_field"),
    [
        (fields.ThaiDateField(), forms.ThaiDateField),
        (fields.PartialDateField(), forms.PartialDateField),
        (fields.CommonEraYearField(), forms.BuddhistYearField),
    ],
)
def test_no_form_puts_a_calendar_of_another_era_in_its_place(field, form_field):
    made = field.formfield(widget="vDateField")
    assert (type(made), type(made.widget)) == (form_field, forms.ThaiTextInput)


@pytest.mark.parametrize(
    ("field", "written"),
    [
        (fields.ThaiDateField(null=True), "ThaiDateField(null=True)"),
        (fields.PrecisionField(), "PrecisionField()"),
        (fields.PartialDateField(), "PartialDateField(edge='first')"),
        (fields.PartialDateField(edge="last"), "PartialDateField(edge='last')"),
        (fields.CommonEraYearField(blank=True), "CommonEraYearField(blank=True)"),
    ],
)
def test_a_field_is_rebuilt_from_its_migration(field, written):
    text, _imports = MigrationWriter.serialize(field)
    assert text == f"loei_coop.thai.django.fields.{written}"
    assert field.clone().deconstruct() == field.deconstruct()
