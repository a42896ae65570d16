from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from governance.admin.base import ShortTexts
from governance.admin.edition_files import CriteriaFilesAdmin
from governance.edition_page import outline_of
from governance.forms.criteria import CopyForm
from governance.models import Category, Edition, Level
from loei_coop.common.admin.frozen import FrozenAdmin, FrozenInline
from loei_coop.thai.django.dates import show_year
from networks.admin.base import SOURCE_FIELDS, RegisterAdmin
from networks.admin.guided import Guided, GuidedAdmin


def may_add(model_admin, request, row) -> bool:
    may_see = model_admin.has_view_permission(request, row)
    return may_see and model_admin.has_add_permission(request)


COPY = Guided(
    "copy",
    _("Copy to make the next edition"),
    CopyForm,
    may_add,
    intro=_("An edition that was used never changes. What is new next year goes into a copy."),
)


class CategoryInline(FrozenInline, admin.TabularInline):
    model = Category
    fields = ["order", "number", "name", "name_en", "is_assessed"]
    ordering = ["order", "pk"]
    extra = 0
    show_change_link = True


class LevelInline(FrozenInline, admin.TabularInline):
    model = Level
    fields = ["name", "name_en", "minimum", "category_minimum", "internal_control_minimum"]
    ordering = ["-minimum"]
    extra = 0


class UseFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return [("draft", _("draft")), ("used", _("in use"))]

    def queryset(self, request, queryset):
        chosen = {"draft": queryset.drafts, "used": queryset.frozen}.get(self.value())
        return chosen() if chosen else queryset


@admin.register(Edition)
class EditionAdmin(CriteriaFilesAdmin, FrozenAdmin, GuidedAdmin, ShortTexts, RegisterAdmin):
    guided = [COPY]
    change_form_template = "admin/governance/edition/change_form.html"
    list_display = ["name", "standard", "year_shown", "origin", "state", "item_count", "points"]
    list_filter = ["standard", UseFilter, "origin"]
    list_select_related = ["standard"]
    search_fields = ["code", "name", "name_en"]
    autocomplete_fields = ["source"]
    ordering = ["standard", "-year", "code"]
    inlines = [LevelInline, CategoryInline]
    fieldsets = [
        (None, {"fields": ["standard", "code", "name", "name_en", "year"]}),
        (
            _("Whose criteria"),
            {"fields": ["origin", "origin_note", "origin_note_en", "copied_from"]},
        ),
        (_("Rules"), {"fields": ["allows_not_applicable"]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_use().with_totals()

    def get_readonly_fields(self, request, obj=None):
        return ["code", "standard", "copied_from"] if obj else ["copied_from"]

    def get_fieldsets(self, request, obj=None):
        """Where nothing can be typed, the year stands as the reader counts years."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        (name, first), *rest = fieldsets
        fields = [{"year": "year_shown"}.get(field, field) for field in first["fields"]]
        return [(name, {**first, "fields": fields}), *rest]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["outline"] = outline_of(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=Edition._meta.get_field("year").verbose_name, ordering="year")
    def year_shown(self, edition):
        return show_year(edition.year)

    @admin.display(description=_("state"))
    def state(self, edition):
        return _("in use") if edition.in_use else _("draft")

    @admin.display(description=_("items"))
    def item_count(self, edition):
        return edition.item_count or 0

    @admin.display(description=_("points"))
    def points(self, edition):
        return edition.points
