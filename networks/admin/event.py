from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_day
from networks.admin.base import SOURCE_FIELDS, FoldedRelatedSearch, RegisterAdmin
from networks.models import OrganizationEvent


@admin.register(OrganizationEvent)
class OrganizationEventAdmin(FoldedRelatedSearch, RegisterAdmin):
    """To look up and to correct; recorded on the page of the cooperative or group."""

    list_display = ["organization", "kind", "day", "basis_text", "is_sample"]
    list_filter = ["kind", "is_sample"]
    list_select_related = ["organization"]
    search_fields = ["organization__search_text"]
    autocomplete_fields = ["organization", "source"]
    ordering = ["-happened_on", "pk"]
    fieldsets = [
        (None, {"fields": ["organization", "kind", "happened_on"]}),
        (_("Basis"), {"fields": [("basis_kind", "basis_number", "basis_dated")]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]

    @admin.display(
        description=OrganizationEvent._meta.get_field("happened_on").verbose_name,
        ordering="happened_on",
    )
    def day(self, event):
        return show_day(event.happened_on)

    @admin.display(description=_("basis"))
    def basis_text(self, event):
        return event.basis_text
