"""What the steps of a practice and of a forum ask of an officer, and what they tell before."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance import workflow
from governance.forms.acts import ActForm, ReasonForm
from governance.grounds import Offered
from governance.models import Forum, Practice, Topic
from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.fields import partial_date
from loei_coop.thai.django.forms import PartialDateField
from networks.action_forms.base import OrganizationField
from networks.models import Organization


def grouped(topics) -> list:
    """As the choices of a list, by standard."""
    found: dict[str, list] = {}
    for topic in topics:
        name = topic.standard.local_name if topic.standard else gettext("Other topics")
        found.setdefault(name, []).append((topic.pk, topic.local_name))
    return [("", "–"), *found.items()]


class TopicField(forms.ModelChoiceField):
    """One of all topics, by standard."""

    def __init__(self, **kwargs):
        super().__init__(Topic.objects.in_order(), label=_("topic of learning"), **kwargs)

    def show_choices(self, topics=None) -> None:
        self.choices = grouped(self.queryset if topics is None else topics)


class ProposeForm(ActForm):
    """In the name of the office; the host is asked."""

    organization = OrganizationField(label=_("host"), queryset=Organization.objects.none())
    topic = TopicField()
    title = Practice._meta.get_field("title").formfield()
    summary = Practice._meta.get_field("summary").formfield(widget=forms.Textarea({"rows": 6}))
    # Coming from a suggestion.
    rests_on = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Organization.objects.counted().with_place().in_thai_order()
        self.fields["organization"].queryset = rows
        self.fields["topic"].show_choices()

    def grounds(self) -> workflow.Grounds:
        offered = Offered.of(self.cleaned_data["organization"])
        return offered.grounds(self.cleaned_data["rests_on"])

    def consequences(self):
        words = {"organization": self.cleaned_data["organization"]}
        told = [
            gettext("%(organization)s is asked to agree. Nobody else sees it yet.") % words,
            gettext("Once the host agrees, the office selects it with a reason and shares it."),
        ]
        grounds = self.grounds()
        if rests_on := grounds.award or grounds.item:
            told.append(gettext("It rests on: %(grounds)s") % {"grounds": rests_on})
        return told

    def carry_out(self):
        content = self.cleaned_data
        practice = workflow.propose(
            content["organization"],
            content["topic"],
            by=self.by,
            grounds=self.grounds(),
            title=content["title"],
            summary=content["summary"],
        )
        return gettext("%(organization)s is asked to agree.") % {
            "organization": practice.organization
        }


class SelectForm(ReasonForm):
    def consequences(self):
        told = gettext("“%(title)s” of %(organization)s is selected; the host reads the reason.")
        return [told % {**self.about_it, "title": self.row.local_title}]

    def carry_out(self):
        workflow.select(self.row, by=self.by, reason=self.reason())
        return gettext("The practice of %(organization)s was selected.") % self.about_it


class ShareForm(ActForm):
    def consequences(self):
        told = gettext(
            "Everybody sees the practice of %(organization)s. Documents, pictures and links: "
            "%(number)s."
        )
        return [
            told % {**self.about_it, "number": self.row.materials.count()},
            gettext("With it stand the telephone number and e-mail of the organization itself."),
        ]

    def carry_out(self):
        workflow.share(self.row, by=self.by)
        return gettext("Everybody sees the practice of %(organization)s now.") % self.about_it


class GiveUpForm(ReasonForm):
    def consequences(self):
        told = gettext("The practice of %(organization)s is not taken up; the host reads why.")
        return [told % self.about_it, gettext("The host can propose it once more.")]

    def carry_out(self):
        workflow.give_up(self.row, by=self.by, reason=self.reason())
        return gettext("The practice of %(organization)s is not taken up.") % self.about_it


class TakeDownForm(ReasonForm):
    def consequences(self):
        told = gettext("Nobody outside sees the practice of %(organization)s any more.")
        return [told % self.about_it, gettext("The host reads why. It can be shared again.")]

    def carry_out(self):
        workflow.take_down(self.row, by=self.by, reason=self.reason())
        return gettext("The practice of %(organization)s was withdrawn.") % self.about_it


# Forums


class ForumForm(ActForm):
    @property
    def about_it(self) -> dict:
        return {"forum": self.row.local_name}


class PublishForm(ForumForm):
    def consequences(self):
        hosts = [str(host) for host in self.row.hosts.with_names().in_order()]
        return [gettext("Everybody sees that %(forum)s will be held.") % self.about_it, *hosts]

    def carry_out(self):
        workflow.publish_forum(self.row, by=self.by)
        return gettext("%(forum)s is announced.") % self.about_it


class HoldForm(ForumForm):
    day = PartialDateField(
        label=Forum._meta.get_field("held_on").verbose_name,
        help_text=_("A month or a year, if no more is known."),
    )
    place = Forum._meta.get_field("place").formfield()
    place_en = Forum._meta.get_field("place_en").formfield()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("day", partial_date(self.row, "held_on"))
        for name in ("place", "place_en"):
            self.initial.setdefault(name, getattr(self.row, name))

    def consequences(self):
        words = {**self.about_it, "day": show_partial(self.cleaned_data["day"])}
        return [
            gettext("%(forum)s was held: %(day)s.") % words,
            gettext("Those who came can note what they want to try."),
        ]

    def carry_out(self):
        workflow.hold_forum(self.row, by=self.by, **self.cleaned_data)
        return gettext("It is recorded that %(forum)s was held.") % self.about_it


class CancelForm(ForumForm):
    text = Forum._meta.get_field("cancellation_text").formfield(
        required=True, help_text=_("Everybody reads it.")
    )
    text_en = Forum._meta.get_field("cancellation_text_en").formfield()

    def consequences(self):
        words = {**self.about_it, "text": self.cleaned_data["text"]}
        told = gettext("Everybody sees that %(forum)s does not take place: %(text)s")
        return [told % words]

    def carry_out(self):
        workflow.cancel_forum(self.row, by=self.by, **self.cleaned_data)
        return gettext("%(forum)s does not take place.") % self.about_it
