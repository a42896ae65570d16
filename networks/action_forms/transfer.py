"""A promotion officer's work goes to a colleague."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_day
from loei_coop.thai.django.forms import ThaiDateField
from networks import open_work
from networks.action_forms.base import BasisFields, GuidedForm, SearchableSelect
from networks.choices import Position
from networks.models import Appointment, Person
from networks.register.appointments import ONE_DAY
from networks.register.transfer import check_transfer, lacking, posts_of, promoted_by, transfer


class TransferForm(BasisFields, GuidedForm):
    to = forms.ModelChoiceField(
        label=_("officer who takes over"),
        queryset=Person.objects.in_thai_order(),
        widget=SearchableSelect,
    )
    on = ThaiDateField(label=_("first day of the new one"), initial=lambda: timezone.localdate())
    field_order = ["to", "on"]

    def check(self):
        check_transfer(self.row, **self.values())

    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("to", "on")}

    def consequences(self):
        posts = list(posts_of(self.row))
        return [
            self.about_the_organizations(),
            *(self.about_an_end(post) for post in posts),
            *(self.about_a_beginning(agency) for agency in lacking(self.values()["to"], posts)),
            *self.about_the_account(),
        ]

    def about_the_organizations(self) -> str:
        number = promoted_by(self.row).count()
        sentence = ngettext(
            "%(officer)s becomes the promotion officer of %(number)s cooperative or group.",
            "%(officer)s becomes the promotion officer of %(number)s cooperatives and groups.",
            number,
        )
        return sentence % {"officer": self.cleaned_data["to"], "number": number}

    def about_an_end(self, post: Appointment) -> str:
        day = show_day(self.cleaned_data["on"] - ONE_DAY)
        words = {"person": post.person, "post": post.position_title, "day": day}
        return gettext("%(person)s is %(post)s until %(day)s.") % words

    def about_a_beginning(self, agency) -> str:
        post = Appointment(position=Position.PROMOTION_OFFICER, agency=agency)
        day = show_day(self.cleaned_data["on"])
        words = {"person": self.cleaned_data["to"], "post": post.position_title, "day": day}
        return gettext("%(person)s is %(post)s from %(day)s.") % words

    def about_the_account(self) -> list[str]:
        words = {"officer": self.row, "to": self.cleaned_data["to"]}
        if self.row.user is None:
            return [gettext("%(officer)s has no account in the portal.") % words]
        told = [gettext("%(officer)s is signed out on every device at once.") % words]
        if work := ", ".join(open_work.of_officers.told(self.row.user)):
            sentence = gettext("%(to)s looks after from now on: %(work)s.")
            told.insert(0, sentence % {**words, "work": work})
        sentence = gettext(
            "The account of %(officer)s stays open: ask an administrator to close it or to "
            "change its rights."
        )
        return [*told, sentence % words]

    def carry_out(self):
        number = len(transfer(self.row, **self.values()))
        words = {"officer": self.cleaned_data["to"], "number": number}
        sentence = gettext("%(officer)s has taken over; %(number)s have a new promotion officer.")
        return sentence % words
