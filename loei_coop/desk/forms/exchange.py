"""What the organization shows to others, and what it wants to try itself."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from governance import materials, promises, workflow
from governance.forms.evidence import ACCEPTED
from governance.forms.exchange import TopicField
from governance.forms.plan import ActionForm
from governance.grounds import Offered
from governance.models import ForumPromise, Practice, PracticeMaterial, Topic
from governance.states import PracticeState
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError


def longest(model, column: str) -> int:
    return model._meta.get_field(column).max_length


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
        self.offered = Offered.of(self.desk.organization)
        self.fields["topic"].show_choices()
        self.fields["rests_on"].choices = self.offered.choices()
        self.initial.setdefault("topic", self.offered.topic(self.initial.get("rests_on")))

    def carry_out(self) -> Practice:
        content = self.cleaned_data
        return workflow.propose(
            self.desk.organization,
            content["topic"],
            grounds=self.offered.grounds(content["rests_on"]),
            title=content["title"],
            summary=content["summary"],
            **self.desk.authors,
        )


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
