from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.forms import ThaiDateField


class AccountingYearForm(forms.Form):
    """Of which year the figures are."""

    ended_on = ThaiDateField(
        label=_("accounting year ended on"),
        required=False,
        help_text=_("The latest year of your own accounts. All figures of the form are of it."),
    )
    is_open = forms.BooleanField(label=_("the accounts are not closed yet"), required=False)

    def clean(self):
        day, is_open = self.cleaned_data.get("ended_on"), self.cleaned_data.get("is_open")
        if day is None and not is_open and not self.errors:
            raise ValidationError(_("Enter the day, or say that the accounts are not closed yet."))
        if day and day > timezone.localdate() and not is_open:
            sentence = _("This day is still to come. Tick that the accounts are not closed yet.")
            self.add_error("ended_on", sentence)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("reason"),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Give the reason.")},
    )
