"""What the organization shows to others, and what it wants to try itself."""

from collections.abc import Iterator

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance import materials, promises, workflow
from governance.forms.evidence import ACCEPTED
from governance.forms.plan import ActionForm
from governance.models import ForumPromise, Practice, PracticeMaterial, Topic
from governance.states import PracticeState
from governance.strengths import Strength, strengths_of
from governance.workflow import Grounds
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError


def longest(model, column: str) -> int:
    return model._meta.get_field(column).max_length


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


class PracticeTexts(forms.Form):
    title = forms.CharField(
        label=Practice._meta.get_field("title").verbose_name,
        max_length=longest(Practice, "title"),
        help_text=_("What you do well, in a few words."),
    )
    summary = forms.CharField(
        label=Practice._meta.get_field("summary").verbose_name,
        max_length=longest(Practice, "summary"),
        widget=forms.Textarea({"rows": 8}),
        help_text=_(
            "How you began, what you do step by step, what came of it. Without names of members."
        ),
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk = desk


class ProposeForm(PracticeTexts):
    topic = TopicField()
    rests_on = forms.ChoiceField(
        label=_("what it rests on"),
        required=False,
        help_text=_("Awards and strong items of results that were announced. Scores stay inside."),
    )
    field_order = ["topic", "rests_on", "title", "summary"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.awards = list(self.desk.organization.awards.public().valid().with_names())
        self.strengths = strengths_of(self.desk.organization)
        self.fields["topic"].show_choices()
        self.fields["rests_on"].choices = self.offered()
        self.initial.setdefault("topic", self.topic_of(self.initial.get("rests_on")))

    def topic_of(self, key: str | None) -> Topic | None:
        """Coming from a strong item, that of its category."""
        item = grounds_by_key([], self.strengths).get(key, workflow.NO_GROUNDS).item
        return Topic.objects.of_category(item.category).first() if item else None

    def offered(self) -> list:
        awards = [(f"award-{row.pk}", award_words(row)) for row in self.awards]
        items = [(key_of(row), str(row.item)) for row in self.strengths]
        groups = [(gettext("Awards"), awards), (gettext("What you do well"), items)]
        return [("", gettext("our own experience")), *(group for group in groups if group[1])]

    def grounds(self) -> Grounds:
        return grounds_by_key(self.awards, self.strengths).get(
            self.cleaned_data["rests_on"], workflow.NO_GROUNDS
        )

    def carry_out(self) -> Practice:
        texts = {name: self.cleaned_data[name] for name in ("title", "summary")}
        topic, grounds = self.cleaned_data["topic"], self.grounds()
        return workflow.propose(
            self.desk.organization, topic, grounds=grounds, **texts, **self.desk.authors
        )


def award_words(award) -> str:
    return f"{capfirst(award.name)} {award.local_level}".strip()


def key_of(strength: Strength) -> str:
    return f"item-{strength.assessment.pk}-{strength.item.code}"


def grounds_by_key(awards, strengths) -> dict[str, Grounds]:
    by_award = {f"award-{row.pk}": Grounds(award=row) for row in awards}
    by_item = {key_of(row): Grounds(None, row.assessment, row.item) for row in strengths}
    return {**by_award, **by_item}


class ChangeForm(PracticeTexts):
    def __init__(self, *args, practice, **kwargs):
        initial = {name: getattr(practice, name) for name in ("title", "summary")}
        super().__init__(*args, initial=initial, **kwargs)
        self.practice = practice

    def carry_out(self) -> Practice:
        workflow.reword(self.practice, **self.cleaned_data, **self.desk.authors)
        return self.practice


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label=_("reason"),
        max_length=longest(Practice, "closing_reason"),
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Read by the office and by you only."),
    )

    def __init__(self, *args, desk, practice, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk, self.practice = desk, practice

    def carry_out(self) -> Practice:
        is_shared = self.practice.state == PracticeState.SHARED
        act = workflow.take_down if is_shared else workflow.give_up
        act(self.practice, reason=self.cleaned_data["reason"], **self.desk.authors)
        return self.practice


class MaterialForm(forms.Form):
    title = forms.CharField(
        label=PracticeMaterial._meta.get_field("title").verbose_name,
        required=False,
        max_length=longest(PracticeMaterial, "title"),
        help_text=_("Such as “Slides of the forum”. Empty: the name of the file."),
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
        max_length=longest(PracticeMaterial, "url"),
        assume_scheme="https",
    )

    def clean(self):
        given = [name for name in ("upload", "url") if self.cleaned_data.get(name)]
        if not self.errors and len(given) != 1:
            raise forms.ValidationError(_("Give a file or an address, one of them."))
        return super().clean()

    def store(self, practice, desk) -> PracticeMaterial | None:
        """None if it was refused; the form then tells why."""
        try:
            return materials.add(practice, **self.cleaned_data, **desk.authors)
        except UploadError as error:
            self.add_error("upload", str(error))
        except WorkflowError as error:
            self.add_error(None, str(error))
        return None


class PromiseForm(forms.Form):
    topic = TopicField()
    text = forms.CharField(
        label=ForumPromise._meta.get_field("text").verbose_name,
        max_length=longest(ForumPromise, "text"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("One thing that you heard there and want to try at home."),
    )

    def __init__(self, *args, desk, forum, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk, self.forum = desk, forum
        told = list(self.told())
        self.fields["topic"].show_choices(told or None)
        if len(told) == 1:
            self.initial["topic"] = told[0].pk

    def told(self) -> Iterator[Topic]:
        """The topics of the forum, each once."""
        hosts = self.forum.hosts.with_names().in_order()
        return iter(dict.fromkeys(host.topic for host in hosts))

    def carry_out(self) -> ForumPromise:
        place = (self.forum, self.desk.organization, self.cleaned_data["topic"])
        return promises.make(*place, text=self.cleaned_data["text"], **self.desk.authors)


class PromisedActionForm(ActionForm):
    """A line of the plan that begins with the promise."""

    def __init__(self, *args, desk, promise, assessment, item, **kwargs):
        super().__init__(*args, initial=promises.suggestion(promise, item), **kwargs)
        self.desk, self.promise, self.assessment, self.item = desk, promise, assessment, item

    def carry_out(self):
        place = (self.promise, self.assessment, self.item)
        return promises.plan(*place, **self.cleaned_data, **self.desk.authors)
