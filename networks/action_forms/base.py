from collections.abc import Iterator

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from loei_coop.common.errors import WorkflowError
from loei_coop.thai.django.forms import ThaiDateField
from networks.choices import BasisKind
from networks.models import Organization
from networks.register.basis import Basis


class GuidedForm(forms.Form):
    """`row` is what the page is about; None where it is about a list. `by`: the officer.

    `check` raises what speaks against it, `consequences` tells in sentences what will happen,
    `carry_out` does it and tells what was done.
    """

    # Shown and asked on the page that confirms.
    CONFIRMED_TOGETHER: tuple[str, ...] = ()

    def __init__(self, *args, row=None, by=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.row, self.by = row, by

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            try:
                self.check()
            except WorkflowError as error:
                self.add_error(None, error)
        return cleaned

    def check(self) -> None:
        raise NotImplementedError

    def consequences(self) -> list[str]:
        raise NotImplementedError

    def carry_out(self) -> str:
        raise NotImplementedError

    def reason(self) -> str:
        """What the history says beside the change, after the name of the act."""
        return ""

    def about(self) -> list[str]:
        """What the officer has to know before anything is filled in."""
        return []

    def on_behalf_of(self):
        """The account of whoever the change is by, if that is not the officer."""
        return

    def add_error(self, field, error):
        """What speaks of a column that is no field here stands above the form."""
        if isinstance(error, WorkflowError):
            error = str(error)
        known = {*self.fields, NON_FIELD_ERRORS}
        if field is None and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                super().add_error(name if name in known else None, ValidationError(errors))
            return
        super().add_error(field, error)

    def complaints(self) -> list[str]:
        """Why it cannot be, field or not."""
        return [sentence for errors in self.errors.values() for sentence in errors]

    def sent_again(self) -> Iterator[tuple[str, str]]:
        """(name, value) of what was typed, for the page that confirms."""
        for name in self.fields:
            if name not in self.CONFIRMED_TOGETHER:
                for value in self.data.getlist(name):
                    yield name, value


class BasisFields(forms.Form):
    """The instrument that the act rests on; may stay empty."""

    basis_kind = forms.ChoiceField(
        label=_("basis"),
        choices=lambda: [("", "–"), *((word.value, capfirst(word.label)) for word in BasisKind)],
        required=False,
    )
    basis_number = forms.CharField(label=_("number of the basis"), max_length=60, required=False)
    basis_dated = ThaiDateField(label=_("date of the basis"), required=False)

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.basis.check()
        return cleaned

    @property
    def basis(self) -> Basis:
        names = ("basis_kind", "basis_number", "basis_dated")
        return Basis(**{name: self.cleaned_data[name] for name in names})

    def reason(self) -> str:
        return str(self.basis)


class SearchableSelect(forms.Select):
    """A plain list to choose from; with JavaScript one types a part of the name."""

    class Media:
        css = {
            "screen": [
                "admin/css/vendor/select2/select2.min.css",
                "admin/css/autocomplete.css",
            ]
        }
        js = [
            "admin/js/vendor/jquery/jquery.min.js",
            "admin/js/vendor/select2/select2.full.min.js",
            "admin/js/jquery.init.js",
            "js/searchable.js",
        ]

    def __init__(self, attrs=None, **kwargs):
        super().__init__({"class": "searchable", **(attrs or {})}, **kwargs)


class SearchableSelectMultiple(SearchableSelect, forms.SelectMultiple):
    pass


class OrganizationLabel:
    """The name alone does not tell duplicates apart."""

    def label_from_instance(self, organization: Organization) -> str:
        label = f"{organization.name} ({organization.code})"
        return f"{label} · {organization.district}" if organization.district else label


class OrganizationField(OrganizationLabel, forms.ModelChoiceField):
    widget = SearchableSelect


class OrganizationsField(OrganizationLabel, forms.ModelMultipleChoiceField):
    widget = SearchableSelectMultiple


class NameField(forms.CharField):
    """One spelling of sara am, as in the register."""

    def __init__(self, *, max_length=200, **kwargs):
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        return super().to_python(value).replace("\u0e4d\u0e32", "\u0e33")


def candidates(like: Organization):
    """All of the same kind that have a page of their own."""
    rows = Organization.objects.standing().filter(kind=like.kind).exclude(pk=like.pk)
    return rows.with_place().in_thai_order()
