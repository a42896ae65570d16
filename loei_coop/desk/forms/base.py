from django import forms
from django.utils.translation import gettext_lazy as _

from networks.models import Proposal


class ProposalForm(forms.Form):
    """`carry_out` sends what was filled in to the office; it raises WorkflowError or
    ValidationError where that is not possible now."""

    remark = forms.CharField(
        label=_("note for the office"),
        required=False,
        max_length=Proposal._meta.get_field("note").max_length,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What the office should know. May stay empty."),
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk = desk

    def carry_out(self) -> Proposal:
        raise NotImplementedError
