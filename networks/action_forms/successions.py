"""Amalgamation and division."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.forms import PartialDateField
from networks.action_forms.base import (
    BasisFields,
    GuidedForm,
    NameField,
    OrganizationField,
    OrganizationsField,
    candidates,
)
from networks.choices import TYPES_OF_KIND, SuccessionKind
from networks.models import District, Organization
from networks.register.successions import NewOrganization, amalgamate, check_succession, divide


class SuccessionForm(BasisFields, GuidedForm):
    on = PartialDateField(label=_("on which day"), required=False)
    dissolve = forms.BooleanField(label=_("record the dissolution with it"), required=False)
    kind: SuccessionKind

    def check(self):
        check_succession(
            self.former(),
            into=self.into(),
            kind=self.kind,
            on=self.cleaned_data["on"],
            basis=self.basis,
            dissolve=self.cleaned_data["dissolve"],
        )

    def former(self) -> list[Organization]:
        raise NotImplementedError

    def into(self) -> list[Organization | NewOrganization]:
        raise NotImplementedError

    def consequences(self):
        return [
            *(self.about_successor(row) for row in self.into()),
            self.about_the_link(),
            *(self.about_former(row) for row in self.former()),
            gettext("The pages link to each other. No address redirects."),
        ]

    def about_successor(self, row) -> str:
        if isinstance(row, Organization):
            sentence = gettext("%(name)s (%(code)s) is in the register and stays as it is.")
            return sentence % {"name": row.name, "code": row.code}
        sentence = gettext(
            "%(name)s is added with the next free code. Its other particulars are yours to fill in."
        )
        return sentence % {"name": row.name}

    def about_the_link(self) -> str:
        words = {
            "kind": self.kind.label,
            "former": ", ".join(row.name for row in self.former()),
            "successors": ", ".join(row.name for row in self.into()),
        }
        if not self.cleaned_data["on"]:
            return gettext("Recorded is the %(kind)s: %(former)s → %(successors)s.") % words
        words["day"] = show_partial(self.cleaned_data["on"])
        return gettext("Recorded is the %(kind)s of %(day)s: %(former)s → %(successors)s.") % words

    def about_former(self, row) -> str:
        if self.cleaned_data["dissolve"]:
            sentence = gettext("%(name)s keeps its page and awards and is dissolved on that day.")
        else:
            sentence = gettext("%(name)s keeps its page and awards; its status stays as it is.")
        return sentence % {"name": row.name}


class AmalgamateForm(SuccessionForm):
    kind = SuccessionKind.AMALGAMATION

    others = OrganizationsField(
        label=_("amalgamated with"),
        queryset=Organization.objects.none(),
        help_text=_("One or more. All keep their pages."),
    )
    successor = OrganizationField(
        label=_("the new cooperative, if it is in the register"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("It is not in the register yet"),
    )
    name = NameField(label=_("name of the new cooperative"), required=False)
    type = forms.ChoiceField(label=_("type"), required=False)
    district = forms.ModelChoiceField(
        label=_("district"),
        queryset=District.objects.order_by("sort_key"),
        required=False,
        empty_label=_("As this cooperative"),
    )
    field_order = ["others", "successor", "name", "type", "district", "on", "dissolve"]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        for name in ("others", "successor"):
            self.fields[name].queryset = candidates(row)
        types = [(word.value, word.label) for word in TYPES_OF_KIND[row.kind]]
        self.fields["type"].choices = [("", _("As this cooperative")), *types]
        self.fields["dissolve"].initial = True
        self.fields["dissolve"].help_text = _(
            "By the law the amalgamated cooperatives are dissolved by the amalgamation."
        )

    def check(self):
        successor, name = self.cleaned_data["successor"], self.cleaned_data["name"]
        if bool(successor) == bool(name):
            sentence = gettext("Choose the new cooperative from the list or write its name.")
            raise ValidationError({"name": sentence})
        super().check()

    def former(self):
        return [self.row, *self.cleaned_data["others"]]

    def into(self):
        if self.cleaned_data["successor"]:
            return [self.cleaned_data["successor"]]
        names = ("name", "type", "district")
        return [NewOrganization(**{name: self.cleaned_data[name] for name in names})]

    def carry_out(self):
        (into,) = self.into()
        new = amalgamate(
            self.former(),
            into=into,
            on=self.cleaned_data["on"],
            basis=self.basis,
            dissolve=self.cleaned_data["dissolve"],
        )
        return gettext("The amalgamation is recorded: %(name)s (%(code)s).") % {
            "name": new.name,
            "code": new.code,
        }


class DivideForm(SuccessionForm):
    kind = SuccessionKind.DIVISION

    names = forms.CharField(
        label=_("names of the new cooperatives"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One name a line. Type and district are those of the divided one at first."),
    )
    existing = OrganizationsField(
        label=_("new cooperatives that are in the register already"),
        queryset=Organization.objects.none(),
        required=False,
    )
    field_order = ["names", "existing", "on", "dissolve"]

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.fields["existing"].queryset = candidates(row)
        self.fields["dissolve"].help_text = _("Only if the divided cooperative does not continue.")

    def clean_names(self) -> list[str]:
        field = NameField(required=False)
        lines = map(field.clean, self.cleaned_data["names"].split("\n"))
        return [line for line in lines if line]

    def former(self):
        return [self.row]

    def into(self):
        return [*self.cleaned_data["existing"], *map(NewOrganization, self.cleaned_data["names"])]

    def carry_out(self):
        new = divide(
            self.row,
            into=self.into(),
            on=self.cleaned_data["on"],
            basis=self.basis,
            dissolve=self.cleaned_data["dissolve"],
        )
        names = ", ".join(f"{row.name} ({row.code})" for row in new)
        return gettext("The division is recorded: %(names)s.") % {"names": names}
