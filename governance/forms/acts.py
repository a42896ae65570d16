"""What the moves of an assessment ask of an officer, and what they tell before."""

import datetime

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from governance import permissions, results, reviewing, workflow
from governance.models import Assessment
from governance.states import ReconsiderationState
from loei_coop.thai.django.dates import show_moment
from loei_coop.thai.django.forms import ThaiDateField
from networks.action_forms.base import GuidedForm


class ActForm(GuidedForm):
    """The workflow checks; what it refuses is told on the page."""

    def check(self):
        pass

    @property
    def about_it(self) -> dict:
        return {"organization": self.row.organization}


class ReasonForm(ActForm):
    reason_given = forms.CharField(
        label=_("reason"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )

    def reason(self):
        return self.cleaned_data["reason_given"]


class ReturnForm(ActForm):
    """Sends what is marked on the pages of the review."""

    def check(self):
        if not reviewing.items_to_return(self.row):
            raise forms.ValidationError(
                _("No item is marked. Mark on the pages of the review what is to be asked.")
            )

    def consequences(self):
        marked = reviewing.items_to_return(self.row)
        number = len(marked)
        sentence = ngettext(
            "%(number)s item goes back to %(organization)s and can be changed; all others stay as "
            "sent and keep their review.",
            "%(number)s items go back to %(organization)s and can be changed; all others stay as "
            "sent and keep their review.",
            number,
        )
        told = [sentence % {"number": number, **self.about_it}]
        return told + [f"{item}: {reason}" for item, reason in marked.items()]

    def carry_out(self):
        workflow.return_items(self.row, reviewing.items_to_return(self.row), by=self.by)
        return gettext("%(organization)s was asked for more information.") % self.about_it


class RecommendForm(ActForm):
    def consequences(self):
        result = results.reviewed_result(self.row)
        words = {**self.about_it, "percent": result.total.percent}
        sentence = gettext("%(organization)s goes to the working group with %(percent)s percent.")
        return [
            sentence % words,
            gettext("The organization sees no result before the working group has confirmed it."),
        ]

    def carry_out(self):
        workflow.recommend(self.row, by=self.by)
        return gettext("The result of %(organization)s was recommended.") % self.about_it


class AssignForm(ActForm):
    reviewer = forms.ModelChoiceField(
        label=_("reviewer"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("nobody: it stays with the promotion officer"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = possible_reviewers(self.row)
        self.fields["reviewer"].initial = self.row.reviewer_id

    def consequences(self):
        reviewer = self.cleaned_data["reviewer"]
        if reviewer is None:
            return [gettext("%(organization)s stays with its promotion officer.") % self.about_it]
        words = {**self.about_it, "reviewer": reviewer}
        return [gettext("%(organization)s stands in the list of %(reviewer)s.") % words]

    def carry_out(self):
        reviewing.assign(self.row, self.cleaned_data["reviewer"], by=self.by)
        return gettext("The reviewer of %(organization)s was changed.") % self.about_it


def possible_reviewers(assessment: Assessment):
    """Officers with the right who are not involved."""
    officers = get_user_model().objects.with_perm(permissions.REVIEW, include_superusers=True)
    officers = officers.filter(is_active=True, is_staff=True).distinct()
    able = [user.pk for user in officers if permissions.may_look_into(user, assessment)]
    return get_user_model().objects.filter(pk__in=able).order_by("first_name", "username")


class ExtendForm(ReasonForm):
    until = ThaiDateField(label=_("last day of the extended time"))
    field_order = ["until", "reason_given"]

    def until_moment(self) -> datetime.datetime:
        """The end of that day."""
        end = datetime.datetime.combine(self.cleaned_data["until"], datetime.time(23, 59))
        return timezone.make_aware(end)

    def consequences(self):
        words = {
            **self.about_it,
            "before": show_moment(self.row.deadline),
            "until": show_moment(self.until_moment()),
        }
        sentence = gettext(
            "Only %(organization)s may answer until %(until)s instead of %(before)s."
        )
        return [sentence % words]

    def carry_out(self):
        workflow.extend(self.row, by=self.by, until=self.until_moment(), reason=self.reason())
        return gettext("The time of %(organization)s was extended.") % self.about_it


class WithdrawForm(ReasonForm):
    def consequences(self):
        return [
            gettext("The assessment of %(organization)s leaves the round.") % self.about_it,
            gettext("What was answered is kept, and nothing can be changed any more."),
        ]

    def carry_out(self):
        workflow.withdraw(self.row, by=self.by, reason=self.reason())
        return gettext("The assessment of %(organization)s was withdrawn.") % self.about_it


class DecideForm(ReasonForm):
    """On the request to reconsider that waits."""

    decision = forms.ChoiceField(
        label=_("decision"),
        choices=[
            ("granted", _("the result is looked at again")),
            ("refused", _("the result stands")),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ["decision", "reason_given"]

    @property
    def waiting(self):
        return self.row.reconsiderations.filter(state=ReconsiderationState.WAITING).first()

    def about(self):
        return [self.waiting.reason] if self.waiting else []

    def check(self):
        if self.waiting is None:
            raise forms.ValidationError(_("No request waits for an answer."))

    @property
    def is_granted(self) -> bool:
        return self.cleaned_data["decision"] == "granted"

    def consequences(self):
        answer = gettext("%(organization)s reads this answer: %(reason)s")
        answer %= {**self.about_it, "reason": self.reason()}
        if not self.is_granted:
            return [gettext("The confirmed result stays as it is."), answer]
        return [
            gettext("The confirmation is taken back: the reviewer may adjust the review."),
            gettext("A later meeting of the working group confirms the result anew."),
            answer,
        ]

    def carry_out(self):
        workflow.decide_reconsideration(
            self.waiting, by=self.by, is_granted=self.is_granted, decision=self.reason()
        )
        return gettext("The request of %(organization)s was decided.") % self.about_it
