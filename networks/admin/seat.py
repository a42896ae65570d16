from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from loei_coop.common.imports.admin import ListAdmin
from loei_coop.thai.django.dates import show_day
from networks.admin.base import SOURCE_FIELDS, FoldedRelatedSearch, RegisterAdmin, partial_column
from networks.admin.issuing import IssuingAdmin
from networks.admin.organization_filters import SeatCheckFilter
from networks.models import SeatHolding
from networks.resources import SeatResource

STARTS = partial_column("starts_on", SeatHolding._meta.get_field("starts_on").verbose_name)


@admin.register(SeatHolding)
class SeatHoldingAdmin(IssuingAdmin, ListAdmin, FoldedRelatedSearch, RegisterAdmin):
    resource = SeatResource
    list_display = ["network", "seat", STARTS, "occupancy", "holder", "organization", "expires"]
    list_display_links = ["network", "seat"]
    list_filter = [SeatCheckFilter, "network", "occupancy", "is_sample"]
    show_facets = admin.ShowFacets.ALWAYS
    list_select_related = ["network", "holder", "organization"]
    search_fields = ["holder__search_text", "organization__search_text"]
    autocomplete_fields = ["holder", "organization", "source"]
    ordering = ["network", "seat", "-starts_on"]
    fieldsets = [
        (None, {"fields": ["network", "seat", "starts_on"]}),
        (_("Representative"), {"fields": ["occupancy", "holder", "organization", "expires_on"]}),
        (_("Basis"), {"fields": [("basis_kind", "basis_number", "basis_dated")]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]

    def people_of(self, rows):
        return rows.giving_access().order_by().values_list("holder", flat=True)

    @admin.display(description=_("term expires on"), ordering="expires_on")
    def expires(self, holding):
        return show_day(holding.expires_on) if holding.expires_on else None
