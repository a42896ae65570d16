from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.copying import copy_edition
from governance.models import Category, Edition
from loei_coop.common.sheets.reading import LARGEST_FILE
from loei_coop.thai.dates import buddhist_year
from loei_coop.thai.django.forms import BuddhistYearField
from networks.action_forms.base import GuidedForm
from networks.forms import WholeRowForm


class ItemForm(WholeRowForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("category"):
            field.queryset = self.possible_categories()
            field.label_from_instance = with_edition

    def possible_categories(self):
        """Of drafts; an item stays in its edition."""
        rows = Category.objects.of_drafts().select_related("edition").in_order()
        if self.instance.pk is None:
            return rows
        return rows.filter(edition=self.instance.category.edition_id)


def with_edition(category: Category) -> str:
    """The number alone does not tell which edition's."""
    return f"{category.edition} · {category}"


class CriteriaFileForm(forms.Form):
    file = forms.FileField(
        label=_("Excel workbook (.xlsx) or CSV file in UTF-8"),
        allow_empty_file=True,  # it is told as what it is
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            sentence = gettext("The file is larger than %(limit)s MB. Divide the list.")
            raise ValidationError(sentence % {"limit": LARGEST_FILE // 1_000_000})
        return file


class CopyForm(GuidedForm):
    """The next edition from this one, which stays as it is."""

    code = forms.SlugField(label=_("code"), max_length=60, help_text=_("Such as governance-2570."))
    year = BuddhistYearField(label=_("fiscal year"))
    name = forms.CharField(label=_("name"), max_length=300)
    name_en = forms.CharField(label=_("name in English"), max_length=300, required=False)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        year = row.year + 1
        self.fields["year"].initial = year
        self.fields["code"].initial = f"{row.standard.code}-{buddhist_year(year)}"
        self.fields["name"].initial = row.name
        self.fields["name_en"].initial = row.name_en

    def check(self):
        if Edition.objects.filter(code=self.cleaned_data["code"]).exists():
            raise ValidationError({"code": gettext("An edition has this code already.")})
        given = {name: self.cleaned_data[name] for name in self.fields}
        Edition(standard=self.row.standard, origin=self.row.origin, **given).full_clean()

    def consequences(self):
        sentence = gettext("“%(name)s” is made with all categories, items, scales and levels.")
        return [
            sentence % {"name": self.cleaned_data["name"]},
            gettext("It is a draft: it may be changed until an assessment round uses it."),
            gettext("“%(edition)s” stays as it is.") % {"edition": self.row},
        ]

    def carry_out(self):
        given = {name: self.cleaned_data[name] for name in self.fields}
        copy = copy_edition(self.row, **given)
        return gettext("“%(name)s” is there as a draft.") % {"name": copy.local_name}
