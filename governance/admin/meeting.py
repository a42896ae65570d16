from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from governance.forms.confirmation import ConfirmForm, waiting_for
from governance.models import WorkingGroupMeeting
from governance.permissions import has_right_to_confirm
from governance.results_paper import results_table
from loei_coop.common.admin.frozen import FrozenAdmin
from loei_coop.thai.django.dates import show_day
from networks.admin.guided import Guided, GuidedAdmin

TABLE = "governance_workinggroupmeeting_results_table"


def may_confirm(model_admin, request, meeting) -> bool:
    may_see = model_admin.has_view_permission(request, meeting)
    return may_see and has_right_to_confirm(request.user)


CONFIRM = Guided(
    "confirm",
    _("Confirm results"),
    ConfirmForm,
    may_confirm,
    lambda meeting: waiting_for(meeting).exists(),
    _("What the meeting has confirmed, in one act. The next page tells what it means for each."),
)


@admin.register(WorkingGroupMeeting)
class WorkingGroupMeetingAdmin(FrozenAdmin, GuidedAdmin, admin.ModelAdmin):
    guided = [CONFIRM]
    change_form_template = "admin/governance/workinggroupmeeting/change_form.html"
    list_display = ["number", "day", "round", "result_count"]
    list_filter = ["round"]
    list_select_related = ["round__edition__standard"]
    list_per_page = 50
    search_fields = ["number"]
    ordering = ["-held_on", "-pk"]
    autocomplete_fields = ["members"]
    fields = ["round", "number", "held_on", "members"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_result_count()

    def get_readonly_fields(self, request, obj=None):
        return ["round"] if obj else []

    def save_model(self, request, obj, form, change):
        if not change:
            obj.made_by = request.user
        super().save_model(request, obj, form, change)

    def get_urls(self):
        view = self.admin_site.admin_view(self.table_view)
        address = path("<path:object_id>/results-table/", view, name=TABLE)
        return [address, *super().get_urls()]

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is None:
            return buttons
        page = reverse(f"admin:{TABLE}", args=[row.pk])
        if waiting_for(row).exists():
            buttons.append((f"{page}?of=proposed", _("Table to sign: results to be confirmed")))
        if row.result_count:
            buttons.append((page, _("Table to sign: results confirmed here")))
        return buttons

    def table_view(self, request, object_id):
        if not self.has_view_permission(request):
            raise PermissionDenied
        meeting = self.get_object(request, unquote(object_id))
        if meeting is None:
            raise Http404
        is_proposed = request.GET.get("of") == "proposed"
        pdf = results_table(meeting, is_proposed=is_proposed)
        headers = {"Content-Disposition": 'inline; filename="results.pdf"'}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)

    @admin.display(description=_("day of the meeting"), ordering="held_on")
    def day(self, meeting):
        return show_day(meeting.held_on)

    @admin.display(description=_("confirmed results"))
    def result_count(self, meeting):
        return meeting.result_count
