from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.models import Evidence
from loei_coop.common.uploads import documents, images

ACCEPTED = ",".join(["image/*", *images.SUFFIXES, *documents.KINDS])


def longest(column: str) -> int:
    return Evidence._meta.get_field(column).max_length


class EvidenceForm(forms.Form):
    """One piece of evidence: a file, an address or a note. The file itself is checked where it is
    stored."""

    title = forms.CharField(
        label=_("what it shows"),
        required=False,
        max_length=longest("title"),
        help_text=_("Such as “Price list at the door”. Empty: the name of the file."),
    )
    upload = forms.FileField(
        label=_("photo or file"),
        required=False,
        allow_empty_file=True,  # it is told as what it is
        widget=forms.FileInput({"accept": ACCEPTED, "data-photo": ""}),
        help_text=_(
            "A photo (up to 15 MB), or a PDF, Word or Excel file (up to 20 MB). The place where a "
            "photo was taken is removed."
        ),
    )
    url = forms.URLField(
        label=_("or an address on the web"),
        required=False,
        max_length=longest("url"),
        assume_scheme="https",
    )
    note = forms.CharField(
        label=_("or a note where it can be seen"),
        required=False,
        max_length=longest("note"),
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self):
        given = [name for name in ("upload", "url", "note") if self.cleaned_data.get(name)]
        if not self.errors and len(given) != 1:
            raise ValidationError(_("Give one: a file, an address or a note."))
        return super().clean()
