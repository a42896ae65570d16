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
from networks.admin.organization_filters import CheckFilter, NetworkFilter, TypeFilter
from networks.admin.organization_tools import FamilyHistory, OrganizationTools
from networks.choices import TYPES_OF_KIND
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


class OrganizationNameInline(admin.TabularInline):
    model = OrganizationName
    fields = ["name", "use", "used_until", "source"]
    autocomplete_fields = ["source"]
    extra = 0


class OrganizationAdmin(OrganizationTools, ListAdmin, FoldedSearch, RegisterAdmin):
    """Both lists share everything but the kind, which each list gives by itself."""

    resource = OrganizationResource
    list_display = [
        "name",
        "code",
        "type",
        "district",
        "network",
        "status",
        "phone",
        "promotion_officer",
        sample_mark,
    ]
    list_filter = [
        CheckFilter,
        TypeFilter,
        NetworkFilter,
        "district",
        "status",
        ("promotion_officer", admin.RelatedOnlyFieldListFilter),
        "is_sample",
    ]
    list_select_related = ["district__network", "promotion_officer"]
    show_facets = admin.ShowFacets.ALWAYS
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
class AllOrganizationsAdmin(FamilyHistory, ListAdmin, FoldedSearch, RegisterAdmin):
    """Answers when a form looks for a cooperative or a group; edited in the two lists."""

    resource = OrganizationResource
    ordering = ["sort_key", "name"]

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset.standing(), search_term)

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
