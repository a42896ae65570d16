"""The working group's meeting confirms results: for which of them, and what that means."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance import permissions, workflow
from governance.explaining import Explanation, explain_review
from governance.models import Assessment
from networks.action_forms.base import GuidedForm


class ConfirmForm(GuidedForm):
    """`row` is the meeting."""

    assessments = forms.ModelMultipleChoiceField(
        label=_("results that were recommended"),
        queryset=Assessment.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the results that the meeting has confirmed.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assessments"].queryset = waiting_for(self.row)
        self.fields["assessments"].label_from_instance = lambda row: row.organization.name

    def about(self):
        if waiting_for(self.row).exists():
            return []
        return [gettext("No result of this round waits for the working group.")]

    def check(self):
        involved = [row for row in self.chosen if not permissions.may_judge(self.by, row)]
        for row in involved:
            sentence = gettext("You are involved in %(organization)s: a colleague confirms it.")
            self.add_error(None, sentence % {"organization": row.organization})

    @property
    def chosen(self) -> list[Assessment]:
        return list(self.cleaned_data["assessments"])

    def consequences(self):
        self.explained = [explain_review(row) for row in self.chosen]
        told = [self.about_one(explanation) for explanation in self.explained]
        members = ", ".join(str(person) for person in self.row.members.all())
        present = gettext("Present: %(members)s.") % {"members": members or "–"}
        frozen = gettext("What is confirmed does not change any more.")
        return [*told, present, frozen]

    def about_one(self, explanation: Explanation) -> str:
        words = {
            "organization": explanation.assessment.organization,
            "own": explanation.own.percent if explanation.own else "–",
            "verified": explanation.verified.percent if explanation.verified else "–",
            "level": explanation.level_name or gettext("no level"),
        }
        sentence = gettext("%(organization)s: %(level)s, self %(own)s → %(verified)s percent.")
        return " ".join([sentence % words, *changed(explanation), *self.abstaining(explanation)])

    def abstaining(self, explanation: Explanation) -> list[str]:
        people = workflow.involved_members(explanation.assessment, self.row)
        if not people:
            return []
        names = ", ".join(map(str, people))
        return [gettext("Involved, so taking no part: %(names)s.") % {"names": names}]

    def carry_out(self):
        seen = {row.assessment.pk: row.verified.percent for row in self.explained if row.verified}
        workflow.confirm(self.chosen, meeting=self.row, by=self.by, seen=seen)
        number = len(self.chosen)
        return gettext("Confirmed results: %(number)s.") % {"number": number}


def changed(explanation: Explanation) -> list[str]:
    found = [
        (gettext("Lowered: %(items)s."), explanation.lowered),
        (gettext("Raised: %(items)s."), explanation.raised),
    ]
    return [
        sentence % {"items": ", ".join(change.item.number for change in changes)}
        for sentence, changes in found
        if changes
    ]


def waiting_for(meeting):
    rows = Assessment.objects.to_confirm().filter(round=meeting.round_id)
    return rows.with_names().order_by("organization__sort_key", "pk")
