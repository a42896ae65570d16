"""The organization's own record, as it should be."""

import copy

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.desk.forms.base import ProposalForm
from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.fields import partial_date
from networks import workflow
from networks.forms import WholeRowForm
from networks.models import Organization, Proposal, Subdistrict
from networks.register.record_columns import COLUMNS


class RecordForm(ProposalForm, WholeRowForm):
    kind: Proposal.Kind

    def __init__(self, *args, desk, **kwargs):
        # A form writes into its row: the page goes on showing the record as it is.
        super().__init__(*args, desk=desk, instance=copy.copy(desk.organization), **kwargs)

    def carry_out(self):
        return workflow.propose_record(
            self.desk.organization,
            kind=self.kind,
            changed=self.instance,
            note=self.cleaned_data["remark"],
            **self.desk.authors,
        )


class ContactForm(RecordForm):
    kind = Proposal.Kind.CONTACT

    class Meta:
        model = Organization
        fields = COLUMNS[Proposal.Kind.CONTACT]
        widgets = {
            "postcode": forms.TextInput({"inputmode": "numeric", "autocomplete": "postal-code"}),
        }
        help_texts = {
            "phone": _("Of the organization, not of a person. Published."),
            "email": _("Of the organization, not of a person. Published."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        district = self.desk.organization.district
        if district is None:
            # Which one it is follows from the district, and that the office records.
            del self.fields["subdistrict"]
        else:
            own = Subdistrict.objects.filter(district=district).order_by("sort_key", "code")
            self.fields["subdistrict"].queryset = own


class CountsForm(RecordForm):
    kind = Proposal.Kind.COUNTS

    class Meta:
        model = Organization
        fields = [name for name in COLUMNS[Proposal.Kind.COUNTS] if not name.endswith("_precision")]
        widgets = {
            "members": forms.NumberInput({"inputmode": "numeric"}),
            "staff": forms.NumberInput({"inputmode": "numeric"}),
            "share_capital": forms.NumberInput({"inputmode": "decimal"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Asked anew each time: new figures beside an old day would be wrong.
        self.initial["counted_on"] = None
        self.fields["counted_on"].required = True
        self.fields["counted_on"].help_text = self.day_so_far()

    def day_so_far(self) -> str:
        counted = partial_date(self.desk.organization, "counted_on")
        if counted is None:
            return gettext("On which day were the figures above counted?")
        sentence = gettext(
            "On which day were the figures above counted? Those recorded so far: %(day)s."
        )
        return sentence % {"day": show_partial(counted)}

    def clean_counted_on(self):
        counted = self.cleaned_data["counted_on"]
        if counted and counted.first > timezone.localdate():
            raise ValidationError(gettext("This day is still to come."))
        return counted
