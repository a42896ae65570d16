from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models import Assessment, Reconsideration
from loei_coop.thai.django.forms import ThaiDateField


class SubmissionForm(forms.Form):
    """The resolution of the board that goes with an assessment."""

    resolution_number = forms.CharField(
        label=_("number of the board's meeting"),
        max_length=Assessment._meta.get_field("resolution_number").max_length,
        help_text=_("As it stands in the minutes, such as 5/2569."),
    )
    resolution_on = ThaiDateField(label=_("date of the board's meeting"))

    def clean_resolution_on(self):
        day = self.cleaned_data["resolution_on"]
        if day > timezone.localdate():
            raise ValidationError(_("The board's meeting cannot lie in the future."))
        return day


class ReconsiderationForm(forms.Form):
    """What speaks against a confirmed result."""

    reason = forms.CharField(
        label=_("reason"),
        max_length=Reconsideration._meta.get_field("reason").max_length,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Give the reason.")},
    )
