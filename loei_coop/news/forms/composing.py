"""What the composer asks, by the kind of the release."""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.models import AssessmentRound, Forum, WorkingGroupMeeting
from loei_coop.common.errors import WorkflowError
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.composing import compose
from loei_coop.news.facts import times
from loei_coop.news.facts.collecting import Subject
from loei_coop.news.facts.typed import LABELS
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django.forms import PartialDateField, ThaiDateField
from networks.models import AreaNetwork, CommitteeTerm

K = ReleaseKind
LONGEST_LINE = 300
LONGEST_LIST = 3000
ABOUT_THE_EVENT = ["day", "time", "place", "presider", "presider_post"]
FIELDS = {
    K.NETWORK_FORMED: ["as_of", "network"],
    K.NEW_COMMITTEE: ["as_of", "committee_term"],
    K.ROUND_RESULTS: ["round", "forum", "as_of"],
    K.FORUM: ["forum"],
    K.MEETING: ["meeting", "body", "meeting_number", *ABOUT_THE_EVENT, "resolutions"],
    K.YEARLY_SUMMARY: ["as_of"],
    K.PHOTO_NEWS: ["occasion", *ABOUT_THE_EVENT, "participants", "purpose"],
    K.FREE: [],
}
NEEDED = {
    K.ROUND_RESULTS: ["round"],
    K.FORUM: ["forum"],
    K.PHOTO_NEWS: ["occasion", "day"],
}
HINTS = {
    K.NETWORK_FORMED: _("Counts, networks with their districts, the committee, themes and motto."),
    K.NEW_COMMITTEE: _("A term of the committee: chair, secretary, advisers, representatives."),
    K.ROUND_RESULTS: _("Awards in the order of the announcement, and the forum of the year."),
    K.FORUM: _("When, where, what for, and who tells about what."),
    K.MEETING: _("What a meeting of the working group confirmed, once announced; or another one."),
    K.YEARLY_SUMMARY: _("Counts, awards, forums and practices of a fiscal year."),
    K.PHOTO_NEWS: _("Who presided over what, when and where, with whom and what for; and photos."),
    K.FREE: _("An empty page with the slogan of the office."),
}


def line(name: str) -> forms.CharField:
    return forms.CharField(label=LABELS[name], max_length=LONGEST_LINE, required=False)


def lines(name: str) -> forms.CharField:
    return forms.CharField(
        label=LABELS[name],
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("One on each line, in the order in which they are told."),
    )


def row(label, rows, **values) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(rows, label=label, required=False, **values)


class ClockField(forms.TimeField):
    """ "09.00", as Thai offices write it, or "09:00"."""

    def __init__(self, **values):
        super().__init__(
            input_formats=["%H.%M", "%H:%M"],
            widget=forms.TimeInput({"placeholder": "09.00"}),
            **values,
        )


class ComposeForm(forms.Form):
    as_of = PartialDateField(
        label=_("records as of"),
        required=False,
        help_text=_(
            "A day, a month or a year, such as 2556: the past as it is recorded. Empty: today."
        ),
    )
    round = row(_("assessment round"), AssessmentRound.objects.latest_first())
    forum = row(_("learning forum"), Forum.objects.all())
    committee_term = row(
        _("term of the committee"),
        CommitteeTerm.objects.all(),
        help_text=_("Empty: the term of that time."),
    )
    network = row(
        _("area network"),
        AreaNetwork.objects.all(),
        help_text=_("Only if the release is about this one."),
    )
    meeting = row(
        _("meeting of the working group"),
        WorkingGroupMeeting.objects.all(),
        help_text=_("Only results that are announced are told. Empty: type what follows."),
    )
    body = line("body")
    meeting_number = line("meeting_number")
    occasion = line("occasion")
    day = ThaiDateField(label=LABELS["day"], required=False)
    time = ClockField(label=LABELS["time"], required=False)
    place = line("place")
    presider = line("presider")
    presider_post = line("presider_post")
    participants = lines("participants")
    purpose = line("purpose")
    resolutions = lines("resolutions")

    def __init__(self, *args, kind: ReleaseKind, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.by, self.release = kind, by, None
        self.fields = {name: self.fields[name] for name in FIELDS[kind]}
        for name in NEEDED.get(kind, []):
            self.fields[name].required = True

    def clean(self):
        cleaned = super().clean()
        if self.kind == K.MEETING and not (cleaned.get("meeting") or cleaned.get("body")):
            self.add_error("body", _("Choose a meeting, or type whose it was."))
        return cleaned

    def composed(self):
        """The draft; None where the records do not tell it, with the sentence above the form."""
        try:
            return compose(self.kind, self.subject(), by=self.by)
        except WorkflowError as error:
            self.add_error(None, str(error))
            return None

    def subject(self) -> Subject:
        given = self.cleaned_data
        records = ("round", "forum", "committee_term", "network", "meeting")
        return Subject(
            as_of=given.get("as_of") or self.time_of_records(),
            typed={name: self.typed_value(name) for name in LABELS if name in given},
            **{name: given.get(name) for name in records},
        )

    def time_of_records(self) -> PartialDate:
        """Today; of a round that a source recorded, its year."""
        round_ = self.cleaned_data.get("round")
        if round_ and round_.is_recorded:
            return PartialDate(datetime.date(round_.fiscal_year, 1, 1), Precision.YEAR)
        return times.today()

    def typed_value(self, name: str):
        value = self.cleaned_data[name]
        if isinstance(self.fields[name].widget, forms.Textarea):
            return [line.strip() for line in value.splitlines() if line.strip()]
        return value
