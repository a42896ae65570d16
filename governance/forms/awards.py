"""What the steps of an award ask of an officer, and what they tell before."""

import datetime

from django import forms
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance import workflow
from governance.choices import AreaLevel, AwardObject
from governance.forms.rounds import moment, time_field
from governance.models import Award, Standard
from loei_coop.thai.django.dates import show_day, show_moment, show_partial
from loei_coop.thai.django.fields import partial_date
from loei_coop.thai.django.forms import BuddhistYearField, PartialDateField, ThaiDateField
from networks.action_forms.base import GuidedForm, OrganizationField, SearchableSelect
from networks.models import Appointment, Organization, Person, Source


def of_award(name: str, **values) -> forms.Field:
    """The field of a form for a column of the award."""
    return Award._meta.get_field(name).formfield(**values)


class GrantForm(GuidedForm):
    """An award of the past, or one that no round gives."""

    organization = OrganizationField(
        label=_("cooperative or farmer group"), queryset=Organization.objects.none()
    )
    fiscal_year = BuddhistYearField(label=_("fiscal year"))
    award_object = forms.ChoiceField(label=_("object"), choices=lambda: words(AwardObject))
    standard = forms.ModelChoiceField(
        label=_("assessment standard"),
        queryset=Standard.objects.all(),
        required=False,
        help_text=_("Empty: an award by no standard of the portal. Then say what it is given for."),
    )
    title = of_award("title")
    title_en = of_award("title_en")
    result_level = of_award("result_level")
    result_level_en = of_award("result_level_en")
    area_level = forms.ChoiceField(label=_("level of the area"), choices=lambda: words(AreaLevel))
    is_pilot = of_award("is_pilot")
    excellence = of_award("excellence")
    excellence_en = of_award("excellence_en")
    order = of_award("order", initial=1)
    number = of_award("number")
    source = forms.ModelChoiceField(
        label=_("source"),
        queryset=Source.objects.order_by("title"),
        required=False,
        help_text=_("Of an award of the past: it is on the public pages at once."),
    )
    source_detail = of_award("source_detail")
    announced_on = ThaiDateField(
        label=_("known to the public from"),
        required=False,
        help_text=_("Of a new award. Before that only officers see it."),
    )
    announced_time = time_field(_("at"), datetime.time(9, 0))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Organization.objects.filter(joined_into=None)
        self.fields["organization"].queryset = rows.with_place().in_thai_order()

    def check(self):
        has_source = bool(self.cleaned_data["source"])
        if has_source == bool(self.cleaned_data["announced_on"]):
            raise forms.ValidationError(
                _("Give either the source of an award of the past, or the day of a new one.")
            )
        # The constraints speak here already, not only when all is confirmed.
        self.award().full_clean()

    def award(self) -> Award:
        apart = ("announced_on", "announced_time")
        values = {name: self.cleaned_data[name] for name in self.fields if name not in apart}
        return Award(**values, is_recorded=self.announced_at() is None)

    def announced_at(self) -> datetime.datetime | None:
        day = self.cleaned_data["announced_on"]
        return moment(day, self.cleaned_data["announced_time"]) if day else None

    def consequences(self):
        award, when = self.award(), self.announced_at()
        about = {"organization": award.organization, "award": award.name}
        told = [gettext("%(organization)s is awarded: %(award)s.") % about]
        if when is None:
            return [*told, gettext("It is on the public pages at once, with its source.")]
        sentence = gettext("The public knows of it from %(when)s; until then only officers do.")
        return [*told, sentence % {"when": show_moment(when)}]

    def carry_out(self):
        award = workflow.grant(self.award(), by=self.by, announced_at=self.announced_at())
        return gettext("%(award)s was recorded.") % {"award": award}


def words(choices) -> list[tuple[str, str]]:
    return [(word.value, capfirst(word.label)) for word in choices]


class StepForm(GuidedForm):
    """The workflow checks; what it refuses is told on the page."""

    def check(self):
        pass


class PresentationForm(StepForm):
    presenter = forms.ModelChoiceField(
        label=_("presented by"),
        queryset=Person.objects.in_thai_order(),
        required=False,
        widget=SearchableSelect,
    )
    post = of_award("presenter_post", help_text=_("As it is then. It stays when offices change."))
    post_en = of_award("presenter_post_en")
    day = PartialDateField(
        label=_("day of the presentation"),
        required=False,
        help_text=_("A month or a year will do. Empty: not known."),
    )
    place = of_award("place")
    place_en = of_award("place_en")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, value in prefilled(self.row).items():
            self.fields[name].initial = value

    @property
    def presentation(self) -> workflow.Presentation:
        return workflow.Presentation(**{name: self.cleaned_data[name] for name in self.fields})

    @property
    def words(self) -> dict:
        given = self.presentation
        unknown = gettext("not known")
        return {
            "award": self.row,
            "presenter": " ".join(filter(None, [str(given.presenter or ""), given.post])),
            "day": show_partial(given.day) if given.day else unknown,
            "place": given.place or unknown,
        }

    def facts(self) -> str:
        sentence = gettext("By %(presenter)s. Day: %(day)s. Place: %(place)s.")
        return sentence % self.words


def prefilled(award: Award) -> dict:
    """What is recorded of the award, else the governor of today."""
    if award.presenter_id or award.presenter_post:
        return {
            "presenter": award.presenter_id,
            "post": award.presenter_post,
            "post_en": award.presenter_post_en,
            "day": partial_date(award, "presented_on"),
            "place": award.place,
            "place_en": award.place_en,
        }
    governor = Appointment.objects.of_governors().in_post_on(timezone.localdate()).first()
    if governor is None:
        return {}
    return {
        "presenter": governor.person_id,
        "post": post_in(governor, "th"),
        "post_en": post_in(governor, "en"),
    }


def post_in(appointment: Appointment, language: str) -> str:
    with translation.override(language):
        return appointment.post


class AwaitForm(PresentationForm):
    def consequences(self):
        return [gettext("%(award)s is to be presented.") % self.words, self.facts()]

    def carry_out(self):
        workflow.await_presentation(self.row, self.presentation, by=self.by)
        return gettext("The presentation was noted.")


class PresentForm(PresentationForm):
    def consequences(self):
        return [gettext("%(award)s was presented.") % self.words, self.facts()]

    def carry_out(self):
        workflow.present(self.row, self.presentation, by=self.by)
        return gettext("The presentation was recorded. A photo of it can be added.")


class CorrectForm(PresentationForm):
    def consequences(self):
        return [gettext("%(award)s keeps its state.") % self.words, self.facts()]

    def carry_out(self):
        workflow.correct_presentation(self.row, self.presentation, by=self.by)
        return gettext("The presentation was corrected.")


class RevokeForm(StepForm):
    revoked_order = of_award("revoked_order", required=True)
    revoked_on = ThaiDateField(label=_("date of the order"))
    revocation_text = of_award(
        "revocation_text",
        required=True,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Stands on the public pages and where the award is verified."),
    )
    revocation_text_en = of_award("revocation_text_en", widget=forms.Textarea({"rows": 2}))
    revocation_reason = of_award(
        "revocation_reason",
        required=True,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("For the office only; it is on no page outside."),
    )

    def consequences(self):
        given = {**self.cleaned_data, "award": self.row}
        given["day"] = show_day(given["revoked_on"])
        return [
            gettext("%(award)s is revoked by %(revoked_order)s of %(day)s.") % given,
            gettext("Everybody reads: %(revocation_text)s") % given,
            gettext("Its pages stay and say so; it no longer counts. This cannot be taken back."),
        ]

    def carry_out(self):
        workflow.revoke(self.row, by=self.by, **self.cleaned_data)
        return gettext("%(award)s was revoked.") % {"award": self.row}


class PhotoForm(forms.Form):
    """Checked where it is stored."""

    upload = forms.FileField(label=_("photo"), widget=forms.FileInput({"accept": "image/*"}))
    text = of_award(
        "photo_text",
        required=True,
        help_text=_("For those who cannot see it: who stands there, and what happens."),
    )
    text_en = of_award("photo_text_en")
