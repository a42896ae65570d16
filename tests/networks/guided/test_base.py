"""What the forms of guided acts share."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from networks.action_forms.base import GuidedForm, NameField, OrganizationField
from networks.action_forms.successions import SuccessionForm
from networks.admin.organization_actions import ACTS
from networks.admin.place_actions import PROMOTION_OFFICERS, SEATS
from networks.models import Organization
from tests.factories import make_district, make_organization

TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"


class PhoneForm(GuidedForm):
    """An act that refuses with what its test gives it."""

    phone = forms.CharField(max_length=30)
    error = ValidationError("ยังทำไม่ได้")

    def check(self):
        raise self.error


def refused_with(error):
    form = PhoneForm({"phone": "1234"})
    form.error = ValidationError(error)
    return form.errors


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (GuidedForm, ["check", "consequences", "carry_out"]),
        (SuccessionForm, ["former", "into"]),
    ],
)
def test_an_act_that_leaves_out_its_part_is_noticed(form, names):
    for name in names:
        with pytest.raises(NotImplementedError):
            getattr(form(row=None), name)()


@pytest.mark.parametrize("act", [*ACTS, SEATS, PROMOTION_OFFICERS], ids=lambda act: act.name)
def test_no_act_leaves_out_its_part(act):
    for name in ("check", "consequences", "carry_out"):
        assert getattr(act.form, name) is not getattr(GuidedForm, name)


def test_what_speaks_of_a_field_stands_beside_it():
    assert refused_with({"phone": "ไม่ใช่เบอร์โทรศัพท์"}) == {"phone": ["ไม่ใช่เบอร์โทรศัพท์"]}


def test_what_speaks_of_a_column_that_is_no_field_stands_above_the_form():
    errors = refused_with({"fax": ["ไม่ใช่เบอร์โทรสาร"], "phone": ["ซ้ำ"], "__all__": ["ทั้งหมด"]})
    assert errors == {"__all__": ["ไม่ใช่เบอร์โทรสาร", "ทั้งหมด"], "phone": ["ซ้ำ"]}


def test_a_sentence_of_no_field_stands_above_the_form():
    assert refused_with("ยังทำไม่ได้") == {"__all__": ["ยังทำไม่ได้"]}


def test_an_act_is_not_asked_about_what_is_wrong_already():
    assert list(PhoneForm({"phone": "1" * 31}).errors) == ["phone"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [(f"  {TEACHERS} ", TEACHERS), (TEACHERS.replace("ำ", "ํา"), TEACHERS), ("", "")],
)
def test_a_name_is_spelt_as_in_the_register(typed, name):
    assert NameField(required=False).clean(typed) == name


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("placed", "label"),
    [(True, f"{TEACHERS} (0012) · อำเภอนาด้วง"), (False, f"{TEACHERS} (0012)")],
)
def test_duplicates_are_told_apart_by_code_and_district(placed, label):
    district = make_district("นาด้วง") if placed else None
    row = make_organization(TEACHERS, code="0012", district=district)
    field = OrganizationField(queryset=Organization.objects.all())
    assert field.label_from_instance(row) == label
