"""What officers narrow the list of releases by."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from loei_coop.news.composing import flagged

WORK = {
    "approve": _("waits for approval"),
    "publish": _("approved, to be published"),
    "ahead": _("published at a time to come"),
    "flagged": _("records have changed since"),
}


class WorkFilter(admin.SimpleListFilter):
    title = _("what waits")
    parameter_name = "work"

    def lookups(self, request, model_admin):
        return WORK.items()

    def queryset(self, request, queryset):
        chosen = {
            "approve": queryset.waiting_for_approval,
            "publish": queryset.approved,
            "ahead": queryset.to_come,
            "flagged": lambda: queryset.filter(pk__in=[row.release.pk for row in flagged()]),
        }.get(self.value())
        return chosen() if chosen else queryset
