"""Who takes over which of the three seats."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_day, show_partial
from loei_coop.thai.django.fields import partial_date
from loei_coop.thai.django.forms import PartialDateField, ThaiDateField
from networks.action_forms.base import (
    BasisFields,
    GuidedForm,
    OrganizationField,
    SearchableSelect,
)
from networks.choices import SEATS
from networks.models import Organization, Person, SeatHolding
from networks.register.seat_changes import (
    check_seat,
    row_after,
    row_before,
    seat_row,
    take_over_seat,
)


class SeatForm(BasisFields, GuidedForm):
    seat = forms.TypedChoiceField(
        label=_("which of the three"), coerce=int, widget=forms.RadioSelect
    )
    vacant = forms.BooleanField(
        label=_("the seat becomes vacant"),
        required=False,
        help_text=_("Then leave the representative and the cooperative or group empty."),
    )
    holder = forms.ModelChoiceField(
        label=_("new representative"),
        queryset=Person.objects.in_thai_order(),
        required=False,
        widget=SearchableSelect,
    )
    organization = OrganizationField(
        label=_("cooperative or farmer group of the representative"),
        queryset=Organization.objects.none(),
        required=False,
    )
    starts_on = PartialDateField(label=_("from"))
    expires_on = ThaiDateField(
        label=_("term expires on"),
        required=False,
        help_text=_("The holder stays until a successor takes over."),
    )
    field_order = ["seat", "vacant", "holder", "organization", "starts_on", "expires_on"]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        today = {held.seat: held for held in row.seat_holdings.today().with_names()}
        self.fields["seat"].choices = [(n, seat_label(n, today.get(n))) for n in SEATS]
        self.fields["organization"].queryset = (
            Organization.objects.counted().in_network(row).with_place().in_thai_order()
        )

    def check(self):
        self.check_somebody_or_nobody()
        check_seat(self.new_row())

    def check_somebody_or_nobody(self) -> None:
        named = [self.cleaned_data["holder"], self.cleaned_data["organization"]]
        if self.cleaned_data["vacant"] and any(named):
            sentence = gettext("A vacant seat has no representative: take the tick away or them.")
            raise ValidationError({"vacant": sentence})
        if not self.cleaned_data["vacant"] and not all(named):
            sentence = gettext("Name the representative and the cooperative or group.")
            raise ValidationError({"holder": sentence})

    def values(self) -> dict:
        names = ("seat", "starts_on", "holder", "organization", "expires_on")
        return {name: self.cleaned_data[name] for name in names} | {"basis": self.basis}

    def new_row(self) -> SeatHolding:
        return seat_row(self.row, **self.values())

    def consequences(self):
        new = self.new_row()
        before, after = row_before(new), row_after(new)
        sentences = [self.about_the_new(new)]
        if before and before.holder:
            sentence = gettext("%(holder)s is relieved; the time before stays in the records.")
            sentences.append(sentence % {"holder": before.holder})
        if after:
            sentences.append(self.about_the_later(after))
        if new.expires_on:
            sentence = gettext("The term expires on %(day)s; the office is reminded before.")
            sentences.append(sentence % {"day": show_day(new.expires_on)})
        sentences.append(gettext("The page of the committee shows it from that day on."))
        return sentences

    def about_the_new(self, new: SeatHolding) -> str:
        words = {
            "seat": new.seat,
            "network": new.network,
            "holder": new.holder,
            "organization": new.organization,
            "day": show_partial(self.cleaned_data["starts_on"]),
        }
        if new.holder is None:
            sentence = gettext("Representative %(seat)s of %(network)s is vacant from %(day)s.")
        else:
            sentence = gettext(
                "%(holder)s of %(organization)s is representative %(seat)s of %(network)s "
                "from %(day)s."
            )
        return sentence % words

    def about_the_later(self, after: SeatHolding) -> str:
        sentence = gettext(
            "Please note: from %(day)s another row of this seat follows (%(holder)s). "
            "What you enter holds until then."
        )
        words = {
            "day": show_partial(partial_date(after, "starts_on")),
            "holder": after.holder or after.get_occupancy_display(),
        }
        return sentence % words

    def carry_out(self):
        row = take_over_seat(self.row, **self.values())
        return gettext("Recorded: %(seat)s.") % {"seat": row}


def seat_label(number: int, held: SeatHolding | None) -> str:
    """Who is in office, for what, since when, until when."""
    if held is None:
        return gettext("%(seat)s: not recorded in the source") % {"seat": number}
    parts = [
        str(held.holder or held.get_occupancy_display()),
        str(held.organization or ""),
        gettext("from %(day)s") % {"day": show_partial(partial_date(held, "starts_on"))},
    ]
    if held.expires_on:
        parts.append(gettext("expires on %(day)s") % {"day": show_day(held.expires_on)})
    return f"{number}: " + " · ".join(part for part in parts if part)
