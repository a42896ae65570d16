"""Dissolution, liquidation, striking off."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_day
from loei_coop.thai.django.forms import ThaiDateField
from networks.action_forms.base import BasisFields, GuidedForm
from networks.choices import OrganizationEventKind, PublicStatus
from networks.models import Organization
from networks.register.events import STATUS_AFTER, check_event, possible_kinds, record_event


class EventForm(BasisFields, GuidedForm):
    kind = forms.ChoiceField(label=_("what happened"), widget=forms.RadioSelect)
    on = ThaiDateField(label=_("on which day"))
    field_order = ["kind", "on"]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        # A second click is refused by the act's own sentence.
        kinds = list(OrganizationEventKind) if self.is_bound else possible_kinds(row)
        self.fields["kind"].choices = [(kind.value, capfirst(kind.label)) for kind in kinds]
        self.fields["kind"].initial = kinds[0].value if len(kinds) == 1 else None

    def check(self):
        check_event(self.row, kind=self.cleaned_data["kind"], on=self.cleaned_data["on"])

    def consequences(self):
        kind = OrganizationEventKind(self.cleaned_data["kind"])
        after = Organization(status=STATUS_AFTER[kind])
        words = {
            "event": capfirst(kind.label),
            "day": show_day(self.cleaned_data["on"]),
            "status": after.get_status_display(),
            "public": PublicStatus.ENDED.label,
        }
        return [
            gettext("%(event)s on %(day)s is recorded and shown on the public page.") % words,
            gettext("The status becomes: %(status)s. In public: %(public)s.") % words,
            gettext("It no longer counts in the totals and lists of today."),
            gettext("Its page, names, awards and appointments stay."),
        ]

    def carry_out(self):
        event = record_event(
            self.row,
            kind=self.cleaned_data["kind"],
            on=self.cleaned_data["on"],
            basis=self.basis,
        )
        return gettext("Recorded: %(event)s.") % {"event": event}
