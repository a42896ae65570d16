"""Who is in office, and who fills in for whom."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.desk.forms.base import ProposalForm
from loei_coop.thai.django.forms import ThaiDateField
from networks import workflow
from networks.choices import Position
from networks.models import Appointment, HoldersConfirmation, Person, Proposal
from networks.register.wanted import PROPOSED_POSITIONS


class PersonProposalForm(ProposalForm):
    kind: Proposal.Kind

    def wanted(self) -> dict[str, Any]:
        """As `workflow.propose_person` says."""
        raise NotImplementedError

    def carry_out(self):
        return workflow.propose_person(
            self.desk.organization,
            kind=self.kind,
            wanted=self.wanted(),
            note=self.cleaned_data["remark"],
            **self.desk.authors,
        )


class NewcomerForm(PersonProposalForm, forms.ModelForm):
    starts_on = ThaiDateField(label=_("from"))
    field_order = ["post", "title", "first_name", "last_name", "phone", "starts_on", "remark"]

    class Meta:
        model = Person
        fields = ["title", "first_name", "last_name", "phone"]
        widgets = {"phone": forms.TextInput({"type": "tel", "autocomplete": "off"})}
        help_texts = {
            "title": _("Mr, Mrs, Miss, or a rank."),
            "phone": _("For the office only. Not published."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["last_name"].required = True

    def wanted(self):
        person = {name: self.cleaned_data[name] for name in self._meta.fields}
        starts_on = self.cleaned_data["starts_on"].isoformat()
        return {**person, "position": self.position, "starts_on": starts_on}

    @property
    def position(self) -> str:
        raise NotImplementedError


class BeginForm(NewcomerForm):
    kind = Proposal.Kind.BEGINS

    post = forms.ChoiceField(label=_("position"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [("", "–"), *self.posts()]

    def posts(self) -> list[tuple[str, str]]:
        """In the words of a cooperative or of a farmer group."""
        own = {"organization": self.desk.organization}
        return [
            (position.value, Appointment(position=position, **own).post_on_own_page)
            for position in PROPOSED_POSITIONS
        ]

    @property
    def position(self):
        return self.cleaned_data["post"]


class DeputyForm(NewcomerForm):
    kind = Proposal.Kind.DEPUTY
    position = Position.DEPUTY.value

    ends_on = ThaiDateField(
        label=_("last day"),
        required=False,
        help_text=_("May stay empty: you can end it at any time."),
    )
    field_order = ["title", "first_name", "last_name", "phone", "starts_on", "ends_on", "remark"]

    def clean(self):
        cleaned = super().clean()
        begins, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", gettext("The last day lies before the first."))
        return cleaned

    def wanted(self):
        ends_on = self.cleaned_data["ends_on"]
        return {**super().wanted(), **({"ends_on": ends_on.isoformat()} if ends_on else {})}


class EndForm(PersonProposalForm):
    kind = Proposal.Kind.ENDS

    ends_on = ThaiDateField(label=_("last day"), help_text=_("The last day in office."))
    field_order = ["ends_on", "remark"]

    def __init__(self, *args, appointment, **kwargs):
        super().__init__(*args, **kwargs)
        self.appointment = appointment

    def clean_ends_on(self):
        day, begun = self.cleaned_data["ends_on"], self.appointment.starts_on
        if begun and day < begun:
            raise ValidationError(gettext("The last day lies before the first."))
        return day

    def wanted(self):
        return {
            "appointment": self.appointment.pk,
            "ends_on": self.cleaned_data["ends_on"].isoformat(),
        }


class ConfirmationForm(forms.Form):
    meeting_on = ThaiDateField(
        label=HoldersConfirmation._meta.get_field("meeting_on").verbose_name,
        help_text=_("The general meeting after which the list is right as it stands here."),
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk = desk

    def clean_meeting_on(self):
        day = self.cleaned_data["meeting_on"]
        if day > timezone.localdate():
            raise ValidationError(gettext("This day is still to come."))
        return day

    def carry_out(self) -> HoldersConfirmation:
        return workflow.confirm_holders(
            self.desk.organization,
            meeting_on=self.cleaned_data["meeting_on"],
            **self.desk.authors,
        )
