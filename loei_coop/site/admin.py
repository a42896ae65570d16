from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from loei_coop.site.inbox import mark_handled
from loei_coop.site.models import DataRequest, ErrorReport
from loei_coop.thai.django.dates import show_day, show_moment


class WaitingFilter(admin.SimpleListFilter):
    title = _("handled")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", _("still waiting"))]

    def queryset(self, request, queryset):
        return queryset.waiting() if self.value() == "yes" else queryset


class DueFilter(WaitingFilter):
    def lookups(self, request, model_admin):
        return [*super().lookups(request, model_admin), ("late", _("past the day of the answer"))]

    def queryset(self, request, queryset):
        if self.value() == "late":
            return queryset.overdue()
        return super().queryset(request, queryset)


class ReceivedAdmin(admin.ModelAdmin):
    """To read and to close; what a visitor wrote is not rewritten."""

    list_filter = [WaitingFilter]
    list_select_related = ["handled_by"]
    list_per_page = 50
    ordering = ["-received_at"]
    actions = ["close"]

    @admin.display(description=pgettext_lazy("from a visitor", "received"), ordering="received_at")
    def received(self, row):
        return show_moment(row.received_at)

    @admin.display(description=_("handled"), ordering="handled_at")
    def handled(self, row):
        return show_moment(row.handled_at) if row.handled_at else "–"

    @admin.action(description=_("Mark as handled"), permissions=["change"])
    def close(self, request, queryset):
        closed = mark_handled(queryset, by=request.user)
        self.message_user(request, self.closed_sentence(closed), messages.SUCCESS)

    def closed_sentence(self, closed: int) -> str:
        raise NotImplementedError

    def has_add_permission(self, request):
        return False


@admin.register(ErrorReport)
class ErrorReportAdmin(ReceivedAdmin):
    list_display = ["received", "page", "message", "contact", "handled"]
    search_fields = ["page", "message", "contact"]
    fields = ["received", "page", "message", "contact", "handled", "handled_by"]
    readonly_fields = fields

    def closed_sentence(self, closed):
        sentence = ngettext(
            "%(number)s report was marked as handled.",
            "%(number)s reports were marked as handled.",
            closed,
        )
        return sentence % {"number": closed}


@admin.register(DataRequest)
class DataRequestAdmin(ReceivedAdmin):
    """The office writes its note; the day of the answer follows from the day of receipt."""

    list_display = ["received", "name", "kind", "due", "handled", "handled_by"]
    list_filter = [DueFilter, "kind"]
    search_fields = ["name", "contact", "capacity", "message", "note"]
    readonly_fields = [
        "received",
        "due",
        "kind",
        "name",
        "contact",
        "capacity",
        "message",
        "handled",
        "handled_by",
    ]
    fields = [*readonly_fields, "note"]

    @admin.display(description=_("due on"), ordering="received_at")
    def due(self, row):
        return show_day(row.due_on)

    def closed_sentence(self, closed):
        sentence = ngettext(
            "%(number)s request was marked as handled.",
            "%(number)s requests were marked as handled.",
            closed,
        )
        return sentence % {"number": closed}
