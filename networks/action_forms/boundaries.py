"""What an officer gives to load the outlines of the districts: a file, then where it comes from."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.common.outlines.reading import LARGEST_FILE
from networks.models import DistrictBoundary, Source


class BoundaryFileForm(forms.Form):
    file = forms.FileField(
        label=_("GeoJSON file with the outlines of all districts"),
        allow_empty_file=True,  # it is told as what it is
        widget=forms.FileInput(attrs={"accept": ".geojson,.json"}),
    )

    def clean_file(self):
        """Before the whole of it is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            sentence = gettext(
                "The file is larger than %(limit)s MB. Simplify the outlines and save again."
            )
            raise forms.ValidationError(sentence % {"limit": LARGEST_FILE // 1_000_000})
        return file


class BoundaryOriginForm(forms.Form):
    title = forms.CharField(
        label=_("where the outlines come from"),
        max_length=Source._meta.get_field("title").max_length,
        help_text=_("The name of the data and who publishes it. It stands below every map."),
    )
    url = forms.URLField(
        label=_("web address"),
        required=False,
        max_length=Source._meta.get_field("url").max_length,
        assume_scheme="https",
    )
    licence = forms.CharField(
        label=_("licence"),
        max_length=DistrictBoundary._meta.get_field("source_detail").max_length,
        help_text=_(
            "What the data may be used for, such as CC BY 4.0. The outlines become open data of "
            "this portal: load only what may be passed on."
        ),
    )
