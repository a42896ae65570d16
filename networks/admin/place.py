from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from loei_coop.common.imports.admin import ListAdmin
from loei_coop.thai.django.dates import show_day
from networks.admin.base import SOURCE_FIELDS, FoldedSearch, RegisterAdmin
from networks.admin.boundaries import BoundariesAdmin
from networks.admin.guided import GuidedAdmin
from networks.admin.place_actions import PROMOTION_OFFICERS, SEATS
from networks.forms import DistrictFormSet
from networks.models import AreaNetwork, District, PopulationCount, Subdistrict
from networks.resources import DistrictResource


class DistrictInline(admin.TabularInline):
    model = District
    formset = DistrictFormSet
    fields = ["code", "name", "network_order"]
    readonly_fields = ["code", "name"]
    ordering = ["network_order"]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(AreaNetwork)
class AreaNetworkAdmin(GuidedAdmin, RegisterAdmin):
    guided = [SEATS]
    list_display = ["__str__", "source"]
    list_select_related = ["source"]
    search_fields = ["number"]
    autocomplete_fields = ["source"]
    ordering = ["number"]
    inlines = [DistrictInline]

    def get_readonly_fields(self, request, obj=None):
        return ["number"] if obj else []


@admin.register(District)
class DistrictAdmin(BoundariesAdmin, GuidedAdmin, ListAdmin, FoldedSearch, RegisterAdmin):
    resource = DistrictResource
    guided = [PROMOTION_OFFICERS]
    change_list_template = "admin/networks/district/change_list.html"
    list_display = ["code", "name", "name_en", "network", "area_km2", "villages"]
    list_display_links = ["code", "name"]
    list_filter = ["network"]
    list_select_related = ["network"]
    autocomplete_fields = ["source"]
    ordering = ["code"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []


@admin.register(Subdistrict)
class SubdistrictAdmin(FoldedSearch, RegisterAdmin):
    list_display = ["code", "name", "name_en", "district", "villages"]
    list_display_links = ["code", "name"]
    list_filter = ["district"]
    list_select_related = ["district"]
    autocomplete_fields = ["district", "source"]
    ordering = ["code"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []


@admin.register(PopulationCount)
class PopulationCountAdmin(RegisterAdmin):
    list_display = ["district", "subdistrict", "counted_on_shown", "people", "households"]
    list_display_links = ["district", "subdistrict"]
    list_select_related = ["district", "subdistrict"]
    search_fields = ["district__name", "subdistrict__name"]
    autocomplete_fields = ["district", "subdistrict", "source"]
    ordering = ["-counted_on", "district", "subdistrict"]
    fields = [
        "district",
        "subdistrict",
        "counted_on",
        "people",
        "households",
        *SOURCE_FIELDS,
    ]

    @admin.display(description=_("as of"), ordering="counted_on")
    def counted_on_shown(self, count):
        return show_day(count.counted_on)
