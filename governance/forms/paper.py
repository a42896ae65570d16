from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance import paper_forms
from governance.invitations import is_invited
from governance.models import Assessment, AssessmentRound
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError
from loei_coop.thai.django.forms import ThaiDateField
from networks.action_forms.base import OrganizationField
from networks.models import Organization


class PaperForm(forms.Form):
    round = forms.ModelChoiceField(
        label=_("assessment round"), queryset=AssessmentRound.objects.none()
    )
    organization = OrganizationField(
        label=_("cooperative or farmer group"), queryset=Organization.objects.none()
    )
    received_on = ThaiDateField(
        label=_("paper form received on"), initial=lambda: timezone.localdate()
    )
    scan = forms.FileField(
        label=_("scan of the signed form"),
        help_text=_("A PDF or a photograph. It stays with the assessment as its evidence."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = AssessmentRound.objects.to_fill_in()
        rows = Organization.objects.counted().with_place().in_thai_order()
        self.fields["organization"].queryset = rows

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not is_invited(cleaned["round"], cleaned["organization"]):
            raise ValidationError(_("This round does not invite this cooperative or group."))
        return cleaned

    def receive(self, *, by) -> Assessment | None:
        """None if it was refused; the form then tells why."""
        values = {name: self.cleaned_data[name] for name in ("received_on", "scan")}
        places = (self.cleaned_data["round"], self.cleaned_data["organization"])
        try:
            return paper_forms.receive(*places, by=by, **values)
        except (WorkflowError, UploadError) as error:
            self.add_error(None, str(error))
            return None
