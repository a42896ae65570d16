from django import forms
from django.utils.translation import gettext_lazy as _

from governance.models import ImprovementAction
from loei_coop.thai.django.forms import ThaiDateField


def column(name):
    return ImprovementAction._meta.get_field(name)


class ActionForm(forms.Form):
    """A line of the plan."""

    target = forms.CharField(
        label=column("target").verbose_name,
        max_length=column("target").max_length,
        help_text=_("What is to be reached, and by how much."),
    )
    method = forms.CharField(
        label=column("method").verbose_name,
        max_length=column("method").max_length,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What you will do, step by step."),
    )
    indicator = forms.CharField(
        label=column("indicator").verbose_name,
        max_length=column("indicator").max_length,
        help_text=_("By what one sees that it is reached."),
    )
    responsible = forms.CharField(
        label=column("responsible").verbose_name, max_length=column("responsible").max_length
    )
    due_on = ThaiDateField(label=column("due_on").verbose_name)
    budget = forms.DecimalField(
        label=column("budget").verbose_name,
        required=False,
        min_value=0,
        max_digits=column("budget").max_digits,
        decimal_places=column("budget").decimal_places,
    )


class ProgressForm(forms.Form):
    """How far a line is."""

    progress = forms.IntegerField(
        label=column("progress").verbose_name,
        min_value=0,
        max_value=100,
        help_text=_("100: it is done."),
    )
    result = forms.CharField(
        label=column("result").verbose_name,
        required=False,
        max_length=column("result").max_length,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What came of it so far."),
    )
