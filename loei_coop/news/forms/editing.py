"""The text of a release, and its photos."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from loei_coop.news import photos, workflow
from loei_coop.news.models import PressRelease, ReleasePhoto

TEXT = ("title", "title_en", "body", "body_en")
# Forms give these as they are; a date known in part is two columns.
PLAIN = (*TEXT, "network", "source")
MARKDOWN_HELP = _(
    "An empty line begins a paragraph; “1. ” and “- ” begin a list; **bold**, *italic*, "
    "[words](https://address)."
)


class ReleaseForm(forms.ModelForm):
    """`seen_revision`: that of the text which was opened. If a colleague saved meanwhile, the
    form comes back with what was typed, beside the other text; sent again, it is saved."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = PressRelease
        fields = (*TEXT, "released_on", "network", "source", "organizations")
        widgets = {
            "title": forms.TextInput({"class": "vTextField"}),
            "title_en": forms.TextInput({"class": "vTextField"}),
            "body": forms.Textarea({"rows": 24, "class": "vLargeTextField"}),
            "body_en": forms.Textarea({"rows": 12, "class": "vLargeTextField"}),
        }
        help_texts = {"body": MARKDOWN_HELP}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rival = None
        # A browser would cut what is pasted without a word.
        for name in self.fields.keys() & set(TEXT):
            self.fields[name].widget.attrs.pop("maxlength", None)
        self.fields["seen_revision"].initial = self.instance.revision

    def clean(self):
        cleaned = super().clean()
        current = PressRelease.objects.get(pk=self.instance.pk)
        if cleaned.get("seen_revision") not in (None, current.revision):
            self.show_rival(current)
        return cleaned

    def show_rival(self, current: PressRelease) -> None:
        """Sent once more, what was typed goes over what the colleague saved."""
        self.rival = current
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_revision")] = current.revision
        self.add_error(None, str(workflow.edited_meanwhile(current)))

    def columns(self) -> dict:
        """What `workflow.edit` writes."""
        names = [name for name in PLAIN if name in self.cleaned_data]
        written = {name: self.cleaned_data[name] for name in names}
        if "released_on" in self.cleaned_data:
            when = self.cleaned_data["released_on"]
            written["released_on"] = when and when.first
            written["released_on_precision"] = when.precision.value if when else "day"
        return written


class PhotoForm(forms.ModelForm):
    file = photos.PhotoField(label=_("photo"))

    class Meta:
        model = ReleasePhoto
        fields = ("file", "text", "text_en", "caption", "caption_en", "credit", "order")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            keys = [self.instance.release_id, self.instance.pk]
            address = reverse("admin:news_pressrelease_photo", args=keys)
            self.fields["file"].widget.address = address

    def save(self, commit=True):
        photos.measure(self.instance, self.cleaned_data["file"])
        return super().save(commit=commit)
