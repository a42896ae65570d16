"""What the steps of a release ask of an officer, and what they tell before."""

import datetime
from dataclasses import replace

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.news import permissions, preview, workflow
from loei_coop.news.composing import compose, subject_of
from loei_coop.news.facts import times
from loei_coop.news.forms.composing import ClockField
from loei_coop.thai.dates import Precision
from loei_coop.thai.django.dates import show_day, show_moment
from loei_coop.thai.django.forms import ThaiDateField
from networks.action_forms.base import GuidedForm, SearchableSelect
from networks.models import Person


def several_lines(label, **values) -> forms.CharField:
    widget = forms.Textarea({"rows": 3})
    return forms.CharField(label=label, max_length=500, widget=widget, **values)


class ActForm(GuidedForm):
    """The workflow checks; what it refuses is told on the page. What is told names the last edit,
    so that nobody decides on a text that changed since it was read."""

    DONE = ""

    def check(self):
        pass

    def consequences(self):
        last = self.row.events.order_by("-pk").first()
        title = gettext("It is about “%(title)s”.") % {"title": self.row.title}
        if last is None:
            return [title, *self.told()]
        sentence = gettext("Last step: %(step)s.") % {"step": last}
        return [title, sentence, *self.told()]

    def told(self) -> list[str]:
        raise NotImplementedError

    def carry_out(self):
        self.act()
        return str(self.DONE)

    def act(self) -> None:
        raise NotImplementedError


class SubmitForm(ActForm):
    DONE = _("The release was submitted for approval.")

    def told(self):
        return [gettext("It waits in the list of who approves; it may still be edited.")]

    def act(self):
        workflow.submit(self.row, by=self.by)


class ReasonForm(ActForm):
    reason_given = several_lines(_("reason"))

    def reason(self):
        return self.cleaned_data["reason_given"]


class SendBackForm(ReasonForm):
    DONE = _("The release was sent back.")

    def told(self):
        return [gettext("It is a draft again, and the writer reads the reason.")]

    def act(self):
        workflow.send_back(self.row, by=self.by, reason=self.reason())


class ReopenForm(ReasonForm):
    DONE = _("The release is a draft again.")

    def told(self):
        return [gettext("The approval no longer counts: after the change it is needed anew.")]

    def act(self):
        workflow.reopen(self.row, by=self.by, reason=self.reason())


class ApproveForm(ActForm):
    DONE = _("The release was approved for publication.")

    def told(self):
        head = permissions.head_of(self.by, timezone.localdate())
        words = {"person": head.person, "post": head.post} if head else {"person": "", "post": ""}
        sentence = gettext("Approved for publication by %(person)s, %(post)s.")
        return [sentence % words, gettext("The text can no longer be edited.")]

    def act(self):
        workflow.approve(self.row, by=self.by)


class PaperApprovalForm(ActForm):
    """An approval that was signed on paper."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label=_("approved by"), widget=SearchableSelect
    )
    post = forms.CharField(
        label=_("post, as it stands on the paper"),
        max_length=200,
        help_text=_("With “acting for”, if the person is not the head of the office."),
    )
    day = ThaiDateField(label=_("day of the approval"), initial=timezone.localdate)
    number = forms.CharField(label=_("number of the approved paper"), max_length=60, required=False)
    DONE = _("The approval on paper was entered.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        heads = Person.objects.filter(appointments__position="provincial_officer").distinct()
        self.fields["person"].queryset = heads.in_thai_order()
        self.head = permissions.heads_on(timezone.localdate()).order_by("acting", "pk").first()
        if self.head:
            self.initial = {"person": self.head.person, "post": self.head.post, **self.initial}

    def about(self):
        if self.head:
            return []
        return [
            gettext(
                "Nobody is recorded as head of the office today, or as acting for the head. Record "
                "it first, under appointments."
            )
        ]

    def told(self):
        given = self.cleaned_data
        words = {**given, "day": show_day(given["day"])}
        sentence = gettext("Approved on paper by %(person)s, %(post)s, on %(day)s.") % words
        return [sentence, gettext("The text can no longer be edited.")]

    def act(self):
        workflow.enter_approval(self.row, by=self.by, **self.cleaned_data)


class PublishForm(ActForm):
    day = ThaiDateField(
        label=_("day"), required=False, help_text=_("Empty: it is published at once.")
    )
    time = ClockField(label=_("time"), required=False)
    DONE = _("The release is published, or set to be.")

    def moment(self) -> datetime.datetime | None:
        """None: now."""
        if not (day := self.cleaned_data.get("day")):
            return None
        time = self.cleaned_data.get("time") or datetime.time(0)
        return timezone.make_aware(datetime.datetime.combine(day, time))

    def check(self):
        if self.cleaned_data.get("time") and not self.cleaned_data.get("day"):
            raise forms.ValidationError(_("Give the day as well."))
        workflow.check_publication(self.row, at=self.moment())

    def told(self):
        at = self.moment()
        when = show_moment(at) if at else gettext("at once")
        return [
            gettext("Everybody can read it: %(when)s.") % {"when": when},
            gettext("Text and facts never change again; mistakes are corrected by dated notes."),
        ]

    def act(self):
        workflow.publish(self.row, by=self.by, at=self.moment())


class CallOffForm(ReasonForm):
    DONE = _("The publication was called off.")

    def told(self):
        return [gettext("It is not published at its time. It stays approved.")]

    def act(self):
        workflow.call_off(self.row, by=self.by, reason=self.reason())


class PublicTextForm(ActForm):
    """What visitors read, in both languages."""

    text = several_lines(_("what visitors read"))
    text_en = several_lines(_("the same in English"), required=False)

    def reason(self):
        return self.cleaned_data["text"]

    @property
    def texts(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("text", "text_en")}


class WithdrawForm(PublicTextForm):
    DONE = _("The release was withdrawn.")

    def told(self):
        return [
            gettext("It leaves lists, feeds and search. Its address stays and says why:"),
            self.cleaned_data["text"],
        ]

    def act(self):
        workflow.withdraw(self.row, by=self.by, **self.texts)


class CorrectForm(PublicTextForm):
    DONE = _("The correction stands under the release.")

    def told(self):
        return [
            gettext("The text stays as it is. Under it stands, with the date of today:"),
            self.cleaned_data["text"],
        ]

    def act(self):
        workflow.correct(self.row, by=self.by, **self.texts)


class MakePreviewForm(ActForm):
    DONE = _("The secret link stands on the page of the release.")

    def told(self):
        return [
            gettext("Whoever has the link reads the release without an account."),
            gettext("A link that was made before opens nothing any more."),
        ]

    def act(self):
        preview.issue(self.row, by=self.by)


class RevokePreviewForm(ActForm):
    DONE = _("The secret link opens nothing any more.")

    def told(self):
        return [gettext("The secret link opens nothing any more.")]

    def act(self):
        preview.revoke(self.row, by=self.by)


class ComposeAnewForm(ActForm):
    """A new release on the same subject, as of the same time; one of a day as of today."""

    DONE = _("A new release was composed.")

    def told(self):
        return [
            gettext("A new draft is composed from the records as they are now."),
            gettext("This release stays as it is."),
        ]

    def act(self):
        self.made = compose(self.row.kind, self.subject(), by=self.by)

    def subject(self):
        subject = subject_of(self.row)
        is_of_a_day = subject.as_of.precision is Precision.DAY
        return replace(subject, as_of=times.today()) if is_of_a_day else subject
