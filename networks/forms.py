from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from loei_coop.common.uploads.fields import DrawingField
from networks.choices import ONE_HOLDER_OFFICES, Kind


class WholeRowForm(forms.ModelForm):
    """Checks the constraints over the whole row. Django leaves out those that speak of a column
    which the form does not show; the database would not."""

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        try:
            self.instance.validate_constraints()
        except ValidationError as error:
            self.add_error(None, error)


class AgencyForm(WholeRowForm):
    class Meta:
        field_classes = {"emblem": DrawingField}
        widgets = {"emblem": DrawingField.widget}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "emblem" in self.fields and self.instance.pk:
            address = reverse("admin:networks_agency_emblem", args=[self.instance.pk])
            self.fields["emblem"].widget.address = address


class CooperativeForm(WholeRowForm):
    kind = Kind.COOPERATIVE

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What the list is of; not a question of the form.
        self.instance.kind = self.kind


class FarmerGroupForm(CooperativeForm):
    kind = Kind.FARMER_GROUP


class DistrictFormSet(forms.BaseInlineFormSet):
    """Districts may change places."""

    def save(self, commit=True):
        moved = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        self.model.objects.step_aside(moved)
        return super().save(commit=commit)


class CommitteeMemberFormSet(forms.BaseInlineFormSet):
    """Two rows of one submission may break what each alone keeps: one chair, one secretary."""

    def clean(self):
        super().clean()
        offices = [row.get("office") for row in self.staying_rows() if not row.get("ends_on")]
        if any(offices.count(office) > 1 for office in ONE_HOLDER_OFFICES):
            raise ValidationError(_("A term has one chair and one secretary at a time."))

    def staying_rows(self):
        rows = (form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data"))
        return [row for row in rows if row and not row.get("DELETE")]
