from django import forms
from django.utils.translation import gettext_lazy as _

from governance.award_invitation import Ceremony
from loei_coop.thai.dates import hour
from loei_coop.thai.django.forms import ThaiDateField


class CeremonyForm(forms.Form):
    """What stays empty is a line to write on."""

    day = ThaiDateField(label=_("day of the presentation"), required=False)
    time = forms.TimeField(
        label=_("time"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=_("place"), max_length=200, required=False)

    @property
    def ceremony(self) -> Ceremony:
        data = self.cleaned_data
        time = hour(data["time"]) if data["time"] else ""
        return Ceremony(day=data["day"], time=time, place=data["place"])
