"""Opening an assessment round, and closing it later than was said."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance import rounds
from governance.invitations import let_in
from governance.models import AssessmentRound, Edition
from loei_coop.thai.django.dates import show_moment, show_year
from loei_coop.thai.django.forms import BuddhistYearField, ThaiDateField
from networks.action_forms.base import GuidedForm
from networks.choices import Kind, OrganizationType
from networks.models import AreaNetwork


def time_field(label, initial: datetime.time) -> forms.TimeField:
    widget = forms.TimeInput({"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, initial=initial, widget=widget)


def moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, time))


def tick_list(label, choices) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=lambda: [(word.value, capfirst(word.label)) for word in choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked: all."),
    )


class OpenRoundForm(GuidedForm):
    edition = forms.ModelChoiceField(
        label=_("edition"), queryset=Edition.objects.select_related("standard")
    )
    fiscal_year = BuddhistYearField(label=_("fiscal year"))
    opens_on = ThaiDateField(label=_("opens on"))
    opens_time = time_field(_("opens at"), datetime.time(8, 30))
    closes_on = ThaiDateField(label=_("closes on"))
    closes_time = time_field(_("closes at"), datetime.time(16, 30))
    kinds = tick_list(_("invited kinds"), Kind)
    types = tick_list(_("invited types"), OrganizationType)
    networks = forms.ModelMultipleChoiceField(
        label=_("invited networks"),
        queryset=AreaNetwork.objects.order_by("number"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked: all, also those whose network is not recorded."),
    )

    def check(self):
        if not self.invited().exists():
            raise ValidationError(gettext("This would invite nobody."))
        values = {name: value for name, value in self.values().items() if name != "networks"}
        AssessmentRound(**values).full_clean()

    def values(self) -> dict:
        data = self.cleaned_data
        return {
            "edition": data["edition"],
            "fiscal_year": data["fiscal_year"],
            "opens_at": moment(data["opens_on"], data["opens_time"]),
            "closes_at": moment(data["closes_on"], data["closes_time"]),
            "invited_kinds": data["kinds"],
            "invited_types": data["types"],
            "networks": data["networks"],
        }

    def invited(self):
        return let_in(**{name: self.cleaned_data[name] for name in ("kinds", "types", "networks")})

    def consequences(self):
        return [
            self.about_the_time(),
            self.about_all(),
            *self.about_networks(),
            self.about_the_edition(),
            gettext("Those dissolved or in liquidation are never invited."),
        ]

    def about_the_time(self) -> str:
        sentence = gettext("“%(edition)s” is open for %(year)s from %(opens)s to %(closes)s.")
        values = self.values()
        return sentence % {
            "edition": values["edition"],
            "year": show_year(values["fiscal_year"]),
            "opens": show_moment(values["opens_at"]),
            "closes": show_moment(values["closes_at"]),
        }

    def about_all(self) -> str:
        sentence = gettext(
            "Invited: %(organizations)s (%(cooperatives)s cooperatives, %(farmer_groups)s farmer "
            "groups)."
        )
        return sentence % self.invited().totals()

    def about_networks(self) -> list[str]:
        totals = self.invited().totals_by_network()
        names = {row.number: str(row) for row in AreaNetwork.objects.order_by("number")}
        names[None] = gettext("Network not recorded")
        return [
            f"{name}: {totals[number]['organizations']}"
            for number, name in names.items()
            if number in totals
        ]

    def about_the_edition(self) -> str:
        edition = self.cleaned_data["edition"]
        if edition.is_frozen:
            return gettext("“%(edition)s” is in use already and stays as it is.") % {
                "edition": edition
            }
        sentence = gettext("“%(edition)s” freezes now: its criteria never change again.")
        return sentence % {"edition": edition}

    def carry_out(self):
        made = rounds.make_round(**self.values())
        return gettext("The round is there: %(round)s.") % {"round": made}


class CloseLaterForm(GuidedForm):
    closes_on = ThaiDateField(label=_("closes on"))
    closes_time = time_field(_("closes at"), datetime.time(16, 30))

    def about(self):
        closes = show_moment(self.row.closes_at)
        return [gettext("It closes on %(when)s so far.") % {"when": closes}]

    @property
    def closes_at(self) -> datetime.datetime:
        return moment(self.cleaned_data["closes_on"], self.cleaned_data["closes_time"])

    def check(self):
        rounds.check_later(self.row, self.closes_at)

    def consequences(self):
        sentence = gettext("Everybody who is invited has until %(when)s.")
        return [
            sentence % {"when": show_moment(self.closes_at)},
            gettext("A longer extension of a single one stays."),
        ]

    def carry_out(self):
        rounds.close_later(self.row, closes_at=self.closes_at)
        return gettext("The round closes on %(when)s.") % {"when": show_moment(self.closes_at)}
