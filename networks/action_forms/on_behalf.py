"""An officer begins to enter for a caller."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks import on_behalf
from networks.action_forms.base import GuidedForm
from networks.models import Person


class ActForForm(GuidedForm):
    """`user` is known once it was carried out: the account of the caller."""

    caller = forms.ChoiceField(
        label=_("on whose behalf"),
        widget=forms.RadioSelect,
        help_text=_("Whoever works for it today, as far as the appointments are recorded."),
    )
    asked = forms.CharField(
        label=_("how the caller asked"),
        max_length=200,
        help_text=_("Such as: called at 10.30 from the number on record."),
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        found = on_behalf.callers(row)
        self.people = {str(person.pk): person for person in found}
        self.fields["caller"].choices = [
            (str(person.pk), " · ".join([str(person), *posts])) for person, posts in found.items()
        ]

    @property
    def person(self) -> Person:
        return self.people[self.cleaned_data["caller"]]

    def check(self):
        if reason := on_behalf.why_not(self.person):
            raise ValidationError({"caller": reason})

    def consequences(self):
        words = {"officer": self.by, "person": self.person, "organization": self.row}
        sentences = [
            gettext("You are led to the desk of %(organization)s.") % words,
            gettext("What you enter there bears both names: %(officer)s for %(person)s.") % words,
            gettext("%(person)s finds it on the desk and is asked to confirm it.") % words,
            gettext("It ends when you end it, when you sign out, and after two hours."),
            gettext("Beginning and end are kept in the log of the accounts."),
        ]
        if self.person.user is None:
            sentence = gettext(
                "An account is made for %(person)s; without a first-use code nobody can sign in "
                "with it."
            )
            sentences.insert(1, sentence % words)
        return sentences

    def carry_out(self):
        self.user = on_behalf.account_of(self.person, self.row)
        return gettext("You can begin. End it with the button above when the call is over.")

    def reason(self) -> str:
        return self.cleaned_data["asked"]
