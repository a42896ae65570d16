"""Promotion officers by district."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from networks.action_forms.base import GuidedForm, SearchableSelect
from networks.models import District, Organization, Person
from networks.register.promotion import assign_promotion_officer, former_officers, to_change

NOTHING = _("Nothing to change: they have this promotion officer already.")


class PromotionOfficerForm(GuidedForm):
    districts = forms.ModelMultipleChoiceField(
        label=_("districts"),
        queryset=District.objects.in_source_order(),
        widget=forms.CheckboxSelectMultiple,
    )
    officer = forms.ModelChoiceField(
        label=_("promotion officer"),
        queryset=Person.objects.none(),
        widget=SearchableSelect,
        help_text=_("Those with an appointment as promotion officer of the office today."),
    )
    group = forms.IntegerField(
        label=_("promotion group"),
        required=False,
        min_value=1,
        max_value=99,
        help_text=_("Empty: the group of each stays as it is."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        officers = Person.objects.promotion_officers()
        if not officers.exists():
            officers = Person.objects.all()
            self.fields["officer"].help_text = _(
                "Nobody has an appointment as promotion officer of the office today, so all "
                "persons are offered."
            )
        self.fields["officer"].queryset = officers.in_thai_order()

    def check(self):
        self.rows = list(to_change(**self.chosen()))
        if not self.rows:
            raise ValidationError(NOTHING)

    def chosen(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("districts", "officer", "group")}

    def consequences(self):
        return [self.about_the_new(), *self.about_the_former(), self.about_the_others()]

    def about_the_new(self) -> str:
        sentence = gettext(
            "%(officer)s becomes the promotion officer of %(number)s in %(districts)s."
        )
        districts = ", ".join(str(district) for district in self.cleaned_data["districts"])
        words = {"number": len(self.rows), "districts": districts}
        return sentence % {"officer": self.cleaned_data["officer"], **words}

    def about_the_former(self) -> list[str]:
        return [
            gettext("%(number)s from %(officer)s") % {"number": number, "officer": officer}
            if officer
            else gettext("%(number)s without a promotion officer so far") % {"number": number}
            for officer, number in former_officers(self.rows)
        ]

    def about_the_others(self) -> str:
        counted = Organization.objects.counted().filter(district__in=self.cleaned_data["districts"])
        sentence = gettext("%(number)s have this officer already and stay unchanged.")
        return sentence % {"number": counted.count() - len(self.rows)}

    def carry_out(self):
        rows = assign_promotion_officer(**self.chosen())
        sentence = gettext("%(officer)s is the promotion officer of %(number)s more now.")
        return sentence % {"officer": self.cleaned_data["officer"], "number": len(rows)}
