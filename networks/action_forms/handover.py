"""Whoever leads an organization hands over to somebody of the register or to somebody new."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.forms import ThaiDateField
from networks.action_forms.base import BasisFields, GuidedForm, NameField, SearchableSelect
from networks.action_forms.handover_words import sentences
from networks.models import Appointment, Person
from networks.register.handover import check_handover, hand_over

LONGEST_NAME = 80
LONGEST_TITLE = 40


class HandOverForm(BasisFields, GuidedForm):
    """`row` is the appointment that ends."""

    to = forms.ModelChoiceField(
        label=_("who takes over"),
        queryset=Person.objects.in_thai_order(),
        required=False,
        widget=SearchableSelect,
        help_text=_("Somebody of the register. Who is not in it yet is entered below."),
    )
    title = NameField(label=_("title before the name"), max_length=LONGEST_TITLE, required=False)
    first_name = NameField(label=_("first name"), max_length=LONGEST_NAME, required=False)
    last_name = NameField(label=_("last name"), max_length=LONGEST_NAME, required=False)
    starts_on = ThaiDateField(
        label=_("first day of the new one"), initial=lambda: timezone.localdate()
    )
    field_order = ["to", "title", "first_name", "last_name", "starts_on"]

    @property
    def ending(self) -> Appointment:
        return self.row

    def check(self):
        self.successor = self.chosen_or_new()
        check_handover(self.ending, **self.values())

    def chosen_or_new(self) -> Person:
        chosen = self.cleaned_data["to"]
        names = {name: self.cleaned_data[name] for name in ("title", "first_name", "last_name")}
        if bool(chosen) == any(names.values()):
            sentence = gettext("Either choose a person or enter the name of somebody new.")
            raise ValidationError({"to": sentence})
        return chosen or checked_person(names)

    def values(self) -> dict:
        return {"to": self.successor, "starts_on": self.cleaned_data["starts_on"]}

    def consequences(self):
        return sentences(self.ending, **self.values())

    def carry_out(self):
        self.new = hand_over(self.ending, **self.values())
        return gettext("Handed over: %(appointment)s.") % {"appointment": self.new}


class HolderField(forms.ModelChoiceField):
    def label_from_instance(self, appointment: Appointment) -> str:
        return f"{appointment.person} · {appointment.post_on_own_page}"


class OrganizationHandOverForm(HandOverForm):
    """`row` is the organization: which of its appointments ends is chosen."""

    appointment = HolderField(
        label=_("who hands over"),
        queryset=Appointment.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    field_order = ["appointment", *HandOverForm.field_order]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        leading = row.appointments.giving_access().leading().with_names()
        self.fields["appointment"].queryset = leading
        if len(leading) == 1:
            self.fields["appointment"].initial = leading[0]

    @property
    def ending(self):
        return self.cleaned_data["appointment"]


def checked_person(names: dict[str, str]) -> Person:
    """Not stored yet."""
    person = Person(**names)
    person.full_clean(exclude=["code"])
    return person
