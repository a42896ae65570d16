"""What the two lists of the register have besides the form: acts, papers, the whole record."""

from itertools import groupby

from networks import on_behalf
from networks.access import heads_of
from networks.admin.guided import GuidedAdmin
from networks.admin.issuing import IssuingAdmin
from networks.admin.organization_actions import ACTS
from networks.admin.organization_papers import PapersAdmin
from networks.models import Organization
from networks.organization_record import record_of

LATEST = 6


class FamilyHistory:
    """The history of a record is also that of the records joined into it."""

    def get_history_queryset(self, request, history_manager, pk_name, object_id):
        family = list(Organization.objects.of_family(object_id).values_list("pk", flat=True))
        if len(family) > 1:
            pk_name, object_id = f"{pk_name}__in", family
        return super().get_history_queryset(request, history_manager, pk_name, object_id)

    def set_history_delta_changes(self, request, historical_records, **kwargs):
        """Each record is compared with itself."""
        rows = sorted(historical_records, key=lambda row: row.id)
        for _id, own in groupby(rows, key=lambda row: row.id):
            super().set_history_delta_changes(request, list(own), **kwargs)


class OrganizationTools(GuidedAdmin, PapersAdmin, IssuingAdmin, FamilyHistory):
    guided = ACTS
    actions = [*PapersAdmin.actions, *IssuingAdmin.actions]
    change_form_template = "admin/networks/organization/change_form.html"
    change_list_template = "admin/networks/organization/change_list.html"

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["record"] = record_of(obj)
            context["latest"] = self.latest_changes(request, obj)
            context["acting"] = on_behalf.acting_at(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def people_of(self, rows):
        return heads_of(rows).values_list("pk", flat=True)

    def latest_changes(self, request, organization) -> list:
        rows = self.get_history_queryset(request, self.model.history, "id", organization.pk)
        # One more than is shown, so that the last has something to be compared with.
        rows = list(rows[: LATEST + 1])
        self.set_history_delta_changes(request, rows)
        return rows[:LATEST]
