"""Announcing a round, or calling it off: what is asked, and what it will mean."""

import datetime
from collections import Counter

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from governance.choices import AreaLevel, AwardObject
from governance.models import Announcement, Assessment
from governance.publishing import reconsider_until
from governance.workflow import AwardTerms
from governance.workflow.announcing import check_announceable, check_time
from loei_coop.common.errors import WorkflowError
from loei_coop.office.announce import announce, call_off
from loei_coop.thai.django.dates import show_moment
from loei_coop.thai.django.forms import ThaiDateField
from networks.action_forms.base import GuidedForm
from networks.choices import AGENCY_POSITIONS
from networks.models import Appointment

NINE = datetime.time(9, 0)


class AnnounceForm(GuidedForm):
    """`row` is the round."""

    levels = forms.MultipleChoiceField(
        label=_("levels that get an award"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only these organizations are named in public. Nothing ticked: no award."),
    )
    award_object = forms.ChoiceField(label=_("object"), choices=AwardObject)
    area_level = forms.ChoiceField(label=_("level of the area"), choices=AreaLevel)
    is_pilot = forms.BooleanField(label=_("pilot organizations"), required=False)
    presenter = forms.ModelChoiceField(
        label=_("who will present it"),
        queryset=Appointment.objects.none(),
        required=False,
        help_text=_("Empty: not settled yet. It can be entered with each award later."),
    )
    announced_on = ThaiDateField(
        label=_("announced on"), required=False, help_text=_("Empty: at once.")
    )
    announced_time = forms.TimeField(
        label=_("announced at"),
        initial=NINE,
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    despite_open_time = forms.BooleanField(
        label=_("also those who could still ask to reconsider"),
        required=False,
        help_text=_("After the announcement nobody can ask any more."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.waiting = list(Assessment.objects.to_announce(self.row).with_names())
        self.fields["levels"].choices = self.level_choices()
        heads = Appointment.objects.held_on(timezone.localdate())
        heads = heads.filter(position__in=AGENCY_POSITIONS).select_related("person", "agency")
        self.fields["presenter"].queryset = heads

    def level_choices(self) -> list[tuple[str, str]]:
        """Of the results that wait, the best first."""
        levels = {row.level for row in self.waiting if row.level}
        ordered = sorted(levels, key=lambda level: -level.minimum)
        return [(str(level.pk), level.local_name) for level in ordered]

    def about(self):
        counts = Counter(row.local_level or gettext("no level") for row in self.waiting)
        told = [f"{name}: {number}" for name, number in counts.most_common()]
        return told or [gettext("There is no confirmed result that is not announced yet.")]

    def check(self):
        check_announceable(self.waiting, None)
        if self.at:
            check_time(self.at, timezone.now())
        still_open = self.with_open_time()
        if still_open and not self.cleaned_data["despite_open_time"]:
            sentence = gettext(
                "These could still ask to reconsider: %(organizations)s. Wait, or tick that they "
                "are announced all the same."
            )
            raise WorkflowError(sentence % {"organizations": ", ".join(still_open)})

    def with_open_time(self) -> list[str]:
        return [row.organization.name for row in self.waiting if reconsider_until(row)]

    @property
    def at(self) -> datetime.datetime | None:
        day = self.cleaned_data.get("announced_on")
        if day is None:
            return None
        time = self.cleaned_data.get("announced_time") or NINE
        return timezone.make_aware(datetime.datetime.combine(day, time))

    @property
    def terms(self) -> AwardTerms:
        data = self.cleaned_data
        presenter = data["presenter"]
        return AwardTerms(
            levels={int(key) for key in data["levels"]},
            award_object=data["award_object"],
            area_level=data["area_level"],
            is_pilot=data["is_pilot"],
            presenter=presenter and presenter.person,
            presenter_post=post_in("th", presenter),
            presenter_post_en=post_in("en", presenter),
        )

    def awarded(self) -> list[Assessment]:
        levels = self.terms.levels
        return [row for row in self.waiting if row.level_id in levels]

    def consequences(self):
        return [self.about_the_time(), *self.about_awards(), self.about_the_others()]

    def about_the_time(self) -> str:
        number = len(self.waiting)
        if self.at is None:
            sentence = ngettext(
                "%(number)s result becomes public now. This cannot be taken back.",
                "%(number)s results become public now. This cannot be taken back.",
                number,
            )
            return sentence % {"number": number}
        sentence = ngettext(
            "%(number)s result becomes public on %(when)s. Until then it can be called off.",
            "%(number)s results become public on %(when)s. Until then it can be called off.",
            number,
        )
        return sentence % {"number": number, "when": show_moment(self.at)}

    def about_awards(self) -> list[str]:
        rows = self.awarded()
        if not rows:
            return [gettext("No award is given; nobody is named in public.")]
        names = [f"{place}. {row.organization}" for place, row in enumerate(rows, start=1)]
        made = gettext("For each an award, its page and certificate; for the news a draft.")
        return [gettext("Named with an award, in this order:"), *names, made]

    def about_the_others(self) -> str:
        return gettext(
            "The others are not named: their levels are told as numbers of five or more only."
        )

    def carry_out(self):
        seen = {row.pk for row in self.waiting}
        made, self.release = announce(self.row, self.terms, by=self.by, at=self.at, seen=seen)
        sentence = gettext("Announced: %(number)s awards, public from %(when)s.")
        values = {"number": made.awards.count(), "when": show_moment(made.announced_at)}
        return sentence % values


def post_in(language: str, appointment: Appointment | None) -> str:
    with override(language):
        return appointment.position_title if appointment else ""


class CallOffForm(GuidedForm):
    """`row` is the round; the announcement that has not come yet is called off."""

    def announcements(self):
        return Announcement.objects.to_come().filter(round=self.row)

    def check(self):
        if not self.announcements().exists():
            raise WorkflowError(gettext("Nothing waits to be announced."))

    def consequences(self):
        sentence = gettext("What was to be public on %(when)s stays inside.")
        return [sentence % {"when": show_moment(row.announced_at)} for row in self.announcements()]

    def carry_out(self):
        for row in self.announcements():
            call_off(row, by=self.by)
        return gettext("Called off: the results stay inside.")
