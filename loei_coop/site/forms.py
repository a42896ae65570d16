from django import forms

from loei_coop.site.models import ErrorReport

LONGEST_PAGE = ErrorReport._meta.get_field("page").max_length


class ErrorReportForm(forms.ModelForm):
    page = forms.CharField(required=False, widget=forms.HiddenInput)

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
