from django import forms
from django.utils.translation import gettext_lazy as _

from loei_coop.site.models import DataRequest, ErrorReport

LONGEST_PAGE = ErrorReport._meta.get_field("page").max_length


class ErrorReportForm(forms.ModelForm):
    page = forms.CharField(required=False, widget=forms.HiddenInput)

    too_many = _("There were several reports already. Please wait an hour.")

    class Meta:
        model = ErrorReport
        fields = ["message", "contact", "page"]
        widgets = {"message": forms.Textarea({"rows": 5})}

    def clean_page(self):
        return local_page(self.cleaned_data["page"])


def local_page(text: str) -> str:
    """A path of the portal; the home page for anything else, which no visitor typed."""
    is_path = text.startswith("/") and not text.startswith("//") and text.isprintable()
    return text[:LONGEST_PAGE] if is_path else "/"


class DataRequestForm(forms.ModelForm):
    kind = forms.ChoiceField(
        label=_("What do you ask for?"),
        choices=DataRequest.Kind.choices,
        widget=forms.RadioSelect,
    )

    too_many = _("There were several requests already. Please wait an hour, or call the office.")

    class Meta:
        model = DataRequest
        fields = ["kind", "name", "contact", "capacity", "message"]
        widgets = {"message": forms.Textarea({"rows": 5})}
