"""Another name for one record, one record for two."""

from django import forms
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.forms import PartialDateField
from networks.action_forms.base import (
    BasisFields,
    GuidedForm,
    NameField,
    OrganizationField,
    candidates,
)
from networks.models import Organization
from networks.register.fillable import GROUPS, side_by_side
from networks.register.joining import join_duplicates, plan_joining
from networks.register.renaming import check_rename, day_before, rename


class RenameForm(BasisFields, GuidedForm):
    name = NameField(label=_("new full name"))
    on = PartialDateField(
        label=_("from"),
        required=False,
        help_text=_("The first day of the new name. A year or a month is enough."),
    )
    field_order = ["name", "on"]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.fields["name"].initial = row.name

    def check(self):
        check_rename(self.row, name=self.cleaned_data["name"])

    def consequences(self):
        words = {"old": self.row.name, "new": self.cleaned_data["name"], "code": self.row.code}
        return [
            gettext("It is called %(new)s from now on, in all lists and on its page.") % words,
            self.about_the_old_name() % words,
            gettext("Its code %(code)s and its address stay.") % words,
        ]

    def about_the_old_name(self) -> str:
        last_day = day_before(self.cleaned_data["on"])
        if not last_day:
            return gettext("%(old)s becomes a former name and is still found by the search.")
        sentence = gettext(
            "%(old)s becomes a former name, used until %(day)s, and is still found by the search."
        )
        return sentence.replace("%(day)s", show_partial(last_day))

    def carry_out(self):
        rename(self.row, name=self.cleaned_data["name"], on=self.cleaned_data["on"])
        return gettext("It is called %(new)s now.") % {"new": self.cleaned_data["name"]}


class JoinForm(GuidedForm):
    CONFIRMED_TOGETHER = ("fill",)

    duplicate = OrganizationField(
        label=_("the other record, the duplicate"),
        queryset=Organization.objects.none(),
        help_text=_("Its address will lead to the record of this page."),
    )
    fill = forms.MultipleChoiceField(
        choices=[(group, group) for group in GROUPS],
        required=False,
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        # What was joined away meanwhile is refused in a sentence of its own.
        rows = candidates(row)
        self.fields["duplicate"].queryset = (
            Organization.objects.filter(kind=row.kind) if self.is_bound else rows
        )

    def check(self):
        self.plan = plan_joining(self.row, duplicate=self.cleaned_data["duplicate"])

    def side_by_side(self):
        return side_by_side(self.row, self.cleaned_data["duplicate"])

    def consequences(self):
        plan, words = self.plan, {"survivor": self.row.name, "duplicate": self.plan.duplicate.name}
        address = {"old": plan.duplicate.get_absolute_url(), "new": self.row.get_absolute_url()}
        sentences = [
            gettext("The page %(old)s leads to %(new)s from now on.") % address,
            gettext("%(survivor)s stays with its code and its values.") % words,
        ]
        if plan.alias:
            text = gettext("%(duplicate)s is added as another way of writing the name.")
            sentences.append(text % words)
        sentences += self.what_follows()
        sentences.append(gettext("The history shows the changes of both records."))
        return sentences

    def what_follows(self) -> list[str]:
        numbers = [(FOLLOWING[name], len(rows)) for name, rows in self.plan.follow.items()]
        numbers += [(DOUBLED, len(self.plan.doubled)), (REDIRECTED, len(self.plan.redirects))]
        sentences = [sentence % {"number": number} for sentence, number in numbers if number]
        return sentences or [
            gettext("The duplicate has no names, appointments or seats to follow.")
        ]

    def carry_out(self):
        plan = join_duplicates(
            self.row,
            duplicate=self.cleaned_data["duplicate"],
            fill=tuple(self.cleaned_data["fill"]),
        )
        return gettext("%(duplicate)s was joined into %(survivor)s.") % {
            "duplicate": f"{plan.duplicate.name} ({plan.duplicate.code})",
            "survivor": f"{plan.survivor.name} ({plan.survivor.code})",
        }

    def reason(self) -> str:
        return f"{self.cleaned_data['duplicate'].code} → {self.row.code}"


FOLLOWING = {
    "names": ngettext_lazy(
        "%(number)s other name follows.", "%(number)s other names follow.", "number"
    ),
    "appointments": ngettext_lazy(
        "%(number)s appointment follows.", "%(number)s appointments follow.", "number"
    ),
    "seat_holdings": ngettext_lazy(
        "%(number)s row of a representative's seat follows.",
        "%(number)s rows of representatives' seats follow.",
        "number",
    ),
    "proposals": ngettext_lazy(
        "%(number)s proposed change follows.", "%(number)s proposed changes follow.", "number"
    ),
    "holders_confirmations": ngettext_lazy(
        "%(number)s confirmed list of office holders follows.",
        "%(number)s confirmed lists of office holders follow.",
        "number",
    ),
    "events": ngettext_lazy(
        "%(number)s record of dissolution, liquidation or striking off follows.",
        "%(number)s records of dissolution, liquidation or striking off follow.",
        "number",
    ),
    "successions": ngettext_lazy(
        "%(number)s amalgamation or division follows.",
        "%(number)s amalgamations or divisions follow.",
        "number",
    ),
}
DOUBLED = ngettext_lazy(
    "%(number)s row that the record which stays has too is removed, not from the history.",
    "%(number)s rows that the record which stays has too are removed, not from the history.",
    "number",
)
REDIRECTED = ngettext_lazy(
    "%(number)s record that was joined before leads here as well.",
    "%(number)s records that were joined before lead here as well.",
    "number",
)
