import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.db.migrations.writer import MigrationWriter
from django.forms import CheckboxSelectMultiple, modelform_factory

from loei_coop.common.fields import ChoiceListField, WebAddressField
from networks.choices import BusinessLine
from networks.models import Organization
from tests.factories import make_organization, organization_values

LINES = Organization._meta.get_field("business_lines")
NOT_IN_THE_LIST, TWICE = "โปรดเลือกจากรายการที่มี", "มีรายการที่เลือกซ้ำกัน"


@pytest.mark.parametrize("value", [["loans"], ["deposits", "loans"], list(BusinessLine)])
def test_choices_of_the_list_are_valid(value):
    assert LINES.clean(value, None) == value


@pytest.mark.parametrize(
    ("value", "code", "sentence"),
    [
        (["gold"], "invalid_choice", NOT_IN_THE_LIST),
        (["loans", "gold"], "invalid_choice", NOT_IN_THE_LIST),
        (["loans", 1], "invalid_choice", NOT_IN_THE_LIST),
        ("loans", "invalid_choice", NOT_IN_THE_LIST),
        ({"loans": True}, "invalid_choice", NOT_IN_THE_LIST),
        (1, "invalid_choice", NOT_IN_THE_LIST),
        (True, "invalid_choice", NOT_IN_THE_LIST),
        (["loans", "loans"], "doubled", TWICE),
        (["loans", "deposits", "loans"], "doubled", TWICE),
    ],
)
def test_anything_else_is_refused_with_a_sentence(value, code, sentence):
    with pytest.raises(ValidationError) as refusal:
        LINES.clean(value, None)
    assert (refusal.value.code, refusal.value.messages) == (code, [sentence])


def test_the_row_names_the_field_of_a_wrong_choice():
    row = Organization(**organization_values("สหกรณ์ครูเลย จำกัด", business_lines=["gold"]))
    with pytest.raises(ValidationError) as refusal:
        row.clean_fields()
    assert refusal.value.message_dict == {"business_lines": [NOT_IN_THE_LIST]}


def test_every_row_has_a_list_of_its_own():
    first, second = Organization(), Organization()
    first.business_lines.append("loans")
    assert (first.business_lines, second.business_lines) == (["loans"], [])


@pytest.mark.django_db
@pytest.mark.parametrize("value", [[], ["deposits", "loans"]])
def test_a_list_is_read_back_as_it_was_stored(value):
    row = make_organization(business_lines=value)
    row.refresh_from_db()
    assert row.business_lines == value


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("posted", "stored"), [(["deposits", "loans"], ["deposits", "loans"]), ([], [])]
)
def test_the_ticked_boxes_are_stored(posted, stored):
    form_class = modelform_factory(Organization, fields=["business_lines"])
    row = make_organization(business_lines=["supply"])
    form_class({"business_lines": posted}, instance=row).save()
    assert Organization.objects.get().business_lines == stored


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        (["gold"], "โปรดเลือกจากตัวเลือกที่มี ไม่มี gold ในตัวเลือก"),
        (["loans", "loans"], TWICE),
    ],
)
def test_what_a_form_cannot_send_is_refused(posted, sentence):
    form_class = modelform_factory(Organization, fields=["business_lines"])
    form = form_class({"business_lines": posted}, instance=make_organization())
    assert form.errors == {"business_lines": [sentence]}


@pytest.mark.parametrize(
    ("posted", "changed"),
    [(["deposits", "loans"], False), (["loans", "deposits"], False), (["loans"], True), ([], True)],
)
def test_only_other_choices_are_a_change(posted, changed):
    assert LINES.formfield().has_changed(["deposits", "loans"], posted) is changed


def test_the_form_field_shows_a_box_for_every_choice():
    field = LINES.formfield()
    assert (type(field.widget), field.required) == (CheckboxSelectMultiple, False)
    assert list(field.choices) == BusinessLine.choices
    assert (field.label, field.help_text) == (LINES.verbose_name, LINES.help_text)


def test_the_form_field_of_a_list_that_must_not_be_empty_is_required():
    field = ChoiceListField("ธุรกิจ", options=BusinessLine, blank=False).formfield()
    with pytest.raises(ValidationError) as refusal:
        field.clean([])
    assert refusal.value.code == "required"


def test_a_new_choice_needs_no_migration():
    more = models.TextChoices("more", [("GOLD", "gold")])
    written = {
        MigrationWriter.serialize(ChoiceListField(options=options))[0]
        for options in (None, BusinessLine, more)
    }
    assert written == {"loei_coop.common.fields.ChoiceListField(blank=True, default=list)"}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.loei.go.th", "https://www.loei.go.th"),
        ("http://www.loei.go.th", "http://www.loei.go.th"),
        ("https://www.loei.go.th/", "https://www.loei.go.th/"),
    ],
)
def test_a_web_address_without_a_scheme_is_https(typed, address):
    assert WebAddressField().formfield().clean(typed) == address


@pytest.mark.parametrize("value", [[["loans"]], [{"loans": True}], {}, ""])
def test_what_is_no_list_of_words_is_refused(value):
    row = Organization(business_lines=value)
    with pytest.raises(ValidationError) as refusal:
        row.clean_fields(exclude={f.name for f in row._meta.fields} - {"business_lines"})
    assert refusal.value.messages == ["โปรดเลือกจากรายการที่มี"]
