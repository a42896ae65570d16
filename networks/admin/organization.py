from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from loei_coop.common.imports.admin import ListAdmin
from networks.admin.base import (
    SOURCE_FIELDS,
    FoldedRelatedSearch,
    FoldedSearch,
    RegisterAdmin,
    sample_mark,
)
from networks.choices import NETWORK_NUMBERS, TYPES_OF_KIND
from networks.codes import next_code
from networks.forms import CooperativeForm, FarmerGroupForm
from networks.models import (
    Cooperative,
    FarmerGroup,
    Organization,
    OrganizationName,
    OrganizationSuccession,
)
from networks.resources import OrganizationResource


class TypeFilter(admin.SimpleListFilter):
    """The types of the list's own kind."""

    title = _("type")
    parameter_name = "type"

    def lookups(self, request, model_admin):
        return [(type.value, type.label) for type in TYPES_OF_KIND[model_admin.form.kind]]

    def queryset(self, request, queryset):
        return queryset.filter(type=self.value()) if self.value() else queryset


class NetworkFilter(admin.SimpleListFilter):
    """The area network, with "not recorded" as a value of its own."""

    title = _("area network")
    parameter_name = "network"

    def lookups(self, request, model_admin):
        numbers = [(str(n), _("Area network %(number)s") % {"number": n}) for n in NETWORK_NUMBERS]
        return [*numbers, ("none", _("not recorded in the source"))]

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.without_network()
        numbers = [number for number in NETWORK_NUMBERS if str(number) == self.value()]
        return queryset.in_network(numbers[0]) if numbers else queryset


class OrganizationNameInline(admin.TabularInline):
    model = OrganizationName
    fields = ["name", "use", "used_until", "source"]
    autocomplete_fields = ["source"]
    extra = 0


class OrganizationAdmin(ListAdmin, FoldedSearch, RegisterAdmin):
    """Both lists share everything but the kind, which each list gives by itself."""

    resource = OrganizationResource
    list_display = ["name", "code", "type", "district", "network", "status", sample_mark]
    list_filter = [TypeFilter, NetworkFilter, "district", "status", "is_sample"]
    list_select_related = ["district__network"]
    autocomplete_fields = ["subdistrict", "district", "promotion_officer", "source"]
    ordering = ["sort_key", "name"]
    inlines = [OrganizationNameInline]
    fieldsets = [
        (None, {"fields": ["code", "name", ("type", "subtype"), "level"]}),
        (
            _("Registration"),
            {
                "fields": [
                    ("registration_number", "registered_on"),
                    ("cooperative_code", "tax_number"),
                    ("accounting_year_end_day", "accounting_year_end_month"),
                    ("status", "status_since"),
                ]
            },
        ),
        (
            _("Address"),
            {
                "fields": [
                    ("house_number", "moo", "village"),
                    ("lane", "road"),
                    ("district", "subdistrict", "postcode"),
                    ("latitude", "longitude", "location_verified"),
                ]
            },
        ),
        (_("Contact"), {"fields": [("phone", "fax"), ("email", "website")]}),
        (
            _("Business and figures"),
            {"fields": ["business_lines", ("members", "staff", "share_capital", "counted_on")]},
        ),
        (
            _("Inside the office"),
            {
                "fields": [
                    ("promotion_officer", "promotion_group"),
                    ("strength_class", "strength_class_year"),
                    "note",
                ]
            },
        ),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]

    @admin.display(description=_("area network"), ordering="district__network")
    def network(self, organization):
        return organization.network

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []

    def get_changeform_initial_data(self, request):
        return {"code": next_code(), **super().get_changeform_initial_data(request)}

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "type":
            allowed = TYPES_OF_KIND[self.form.kind]
            kwargs["choices"] = [("", "---------"), *((t.value, t.label) for t in allowed)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


@admin.register(Cooperative)
class CooperativeAdmin(OrganizationAdmin):
    form = CooperativeForm


@admin.register(FarmerGroup)
class FarmerGroupAdmin(OrganizationAdmin):
    form = FarmerGroupForm


@admin.register(Organization)
class AllOrganizationsAdmin(ListAdmin, FoldedSearch, RegisterAdmin):
    """Answers when a form looks for a cooperative or a group; edited in the two lists."""

    resource = OrganizationResource
    ordering = ["sort_key", "name"]

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(OrganizationSuccession)
class OrganizationSuccessionAdmin(FoldedRelatedSearch, RegisterAdmin):
    list_display = ["former", "successor", "kind"]
    list_filter = ["kind"]
    list_select_related = ["former", "successor"]
    search_fields = ["former__search_text", "successor__search_text"]
    autocomplete_fields = ["former", "successor", "source"]
    ordering = [F("happened_on").desc(nulls_last=True), "pk"]
