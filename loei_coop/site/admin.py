from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from loei_coop.site.models import ErrorReport
from loei_coop.site.reports import mark_handled
from loei_coop.thai.django.dates import show_moment


class WaitingFilter(admin.SimpleListFilter):
    title = _("handled")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", _("still waiting"))]

    def queryset(self, request, queryset):
        return queryset.waiting() if self.value() == "yes" else queryset


@admin.register(ErrorReport)
class ErrorReportAdmin(admin.ModelAdmin):
    """To read and to close; what a visitor wrote is not rewritten."""

    list_display = ["reported", "page", "message", "contact", "handled"]
    list_filter = [WaitingFilter]
    search_fields = ["page", "message", "contact"]
    fields = ["reported", "page", "message", "contact", "handled"]
    readonly_fields = fields
    ordering = ["-reported_at"]
    actions = ["close"]

    @admin.display(description=_("reported"), ordering="reported_at")
    def reported(self, report):
        return show_moment(report.reported_at)

    @admin.display(description=_("handled"), ordering="handled_at", empty_value="–")
    def handled(self, report):
        return show_moment(report.handled_at) if report.handled_at else None

    @admin.action(description=_("Mark as handled"), permissions=["change"])
    def close(self, request, queryset):
        closed = mark_handled(queryset)
        sentence = ngettext(
            "%(number)s report was marked as handled.",
            "%(number)s reports were marked as handled.",
            closed,
        )
        self.message_user(request, sentence % {"number": closed}, messages.SUCCESS)

    def has_add_permission(self, request):
        return False
