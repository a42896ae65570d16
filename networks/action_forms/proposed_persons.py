"""What an organization proposes about who is in office, decided by an officer: first it is said
which person it is."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks.action_forms.proposals import (
    AcceptRecordForm,
    DecisionForm,
    about_the_author,
    recorded,
)
from networks.choices import Position
from networks.models import Person, Proposal
from networks.register import proposed_persons
from networks.register.proposed import lines

NEW = "new"


def accept_form(*args, row, **kwargs) -> DecisionForm:
    """The form for this kind of proposal."""
    forms_of_persons = {
        Proposal.Kind.BEGINS: NewcomerForm,
        Proposal.Kind.DEPUTY: NewcomerForm,
        Proposal.Kind.ENDS: EndingForm,
    }
    return forms_of_persons.get(row.kind, AcceptRecordForm)(*args, row=row, **kwargs)


class EndingForm(DecisionForm):
    """Asks nothing: the proposal names the appointment."""

    def check(self):
        super().check()
        proposed_persons.ending(self.row)

    def consequences(self):
        return [
            *asked_for(self.row),
            gettext("The right to work in the portal for this office ends with its last day."),
            about_the_author(self.row),
        ]

    def carry_out(self):
        proposed_persons.carry_out(self.row, by=self.by)
        return recorded(self.row)


class NewcomerForm(DecisionForm):
    person = forms.ChoiceField(
        label=_("which person is it"),
        widget=forms.RadioSelect,
        help_text=_(
            "Persons of the same name stand first. Choose one only if it is the same person; "
            "otherwise choose the new record."
        ),
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        alike = proposed_persons.matching_persons(row)
        self.known = {str(person.pk): person for person in alike}
        self.fields["person"].choices = [
            *((key, label_of(person)) for key, person in self.known.items()),
            (NEW, gettext("A new person: %(name)s") % {"name": self.newcomer}),
        ]
        self.fields["person"].initial = self.likely()

    def likely(self) -> str | None:
        """Of two of one name the officer chooses."""
        keys = [*self.known, NEW]
        return keys[0] if len(keys) <= 2 else None

    @property
    def newcomer(self) -> Person:
        return proposed_persons.new_person(self.row.wanted)

    @property
    def chosen(self) -> Person:
        return self.known.get(self.cleaned_data["person"]) or self.newcomer

    def about(self):
        return asked_for(self.row)

    def consequences(self):
        return [
            *asked_for(self.row),
            self.about_the_person(),
            *self.about_the_one_before(),
            about_the_author(self.row),
        ]

    def about_the_person(self) -> str:
        if self.chosen.pk is None:
            sentence = gettext("%(person)s is added to the persons of the register.")
        else:
            sentence = gettext("%(person)s is in the register already: that record is used.")
        return sentence % {"person": self.chosen}

    def about_the_one_before(self) -> Iterator[str]:
        if self.row.kind == Proposal.Kind.DEPUTY:
            return
        position = Position(self.row.wanted["position"])
        before = proposed_persons.holder_today(self.row.organization, position)
        if before:
            sentence = gettext(
                "%(person)s, who holds the post so far, hands over: the office ends the day "
                "before, and what waits for a decision follows."
            )
            yield sentence % {"person": before.person}

    def carry_out(self):
        proposed_persons.carry_out(self.row, person=self.chosen, by=self.by)
        return recorded(self.row)


def label_of(person: Person) -> str:
    """The name alone does not tell two persons apart."""
    posts = person.appointments.with_names()
    return " · ".join([f"{person} ({person.code})", *(post.position_title for post in posts)])


def asked_for(proposal: Proposal) -> list[str]:
    return [f"{line.label}: {line.for_the_office}" for line in lines(proposal)]
