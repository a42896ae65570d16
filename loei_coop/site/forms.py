from django import forms

from loei_coop.site.models import ErrorReport


class ErrorReportForm(forms.ModelForm):
    class Meta:
        model = ErrorReport
        fields = ["message", "contact", "page"]
        widgets = {
            "message": forms.Textarea({"rows": 5}),
            "page": forms.HiddenInput,
        }
