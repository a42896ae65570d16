"""What an organization proposes about its record, decided by an officer."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks import workflow
from networks.action_forms.base import GuidedForm
from networks.models import Proposal
from networks.register.proposed import Line, lines


class DecisionForm(GuidedForm):
    """`row` is the proposal."""

    def check(self):
        workflow.check_may_decide(self.row, self.by)
        workflow.check_waiting(self.row)

    def on_behalf_of(self):
        return self.row.author

    def reason(self) -> str:
        return named(self.row)


class AcceptRecordForm(DecisionForm):
    """Asks nothing."""

    def consequences(self):
        return [*old_to_new(self.row), about_the_author(self.row)]

    def carry_out(self):
        workflow.accept_record(self.row, by=self.by)
        return recorded(self.row)


class RefuseForm(DecisionForm):
    reason_given = forms.CharField(
        label=_("reason"),
        max_length=Proposal._meta.get_field("decision_reason").max_length,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The organization reads it word for word."),
    )

    def consequences(self):
        reason = {"reason": self.cleaned_data["reason_given"]}
        return [
            gettext("The register stays as it is."),
            gettext("The organization reads on its desk: “%(reason)s”") % reason,
        ]

    def carry_out(self):
        workflow.refuse(self.row, by=self.by, reason=self.cleaned_data["reason_given"])
        return gettext("Not accepted. The organization reads the reason on its desk.")


def named(proposal: Proposal) -> str:
    """As the history names it: number and subject."""
    words = {"number": proposal.pk, "what": proposal.get_kind_display()}
    return gettext("proposal %(number)s: %(what)s") % words


def recorded(proposal: Proposal) -> str:
    words = {"organization": proposal.organization, "what": proposal.get_kind_display()}
    return gettext("Accepted and recorded: %(organization)s, %(what)s.") % words


def old_to_new(proposal: Proposal) -> Iterator[str]:
    """What stands in the register now, and what it becomes."""
    for line in lines(proposal):
        yield f"{line.label}: {line.now} → {line.wanted}"
        if line.changed_meanwhile:
            yield about_the_change(line)


def about_the_change(line: Line) -> str:
    sentence = gettext(
        "Please note: %(what)s was changed meanwhile. When this was proposed it was: %(before)s."
    )
    return sentence % {"what": line.label, "before": line.before}


def about_the_author(proposal: Proposal) -> str:
    sentence = gettext("The history names you and %(person)s, whose proposal it is.")
    return sentence % {"person": proposal.author}
