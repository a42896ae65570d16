"""Categories with their items, and items with their scales."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from governance.admin.base import ShortTexts
from governance.forms.criteria import ItemForm
from governance.models import Category, Edition, Item, Step
from loei_coop.common.admin.frozen import FrozenAdmin, FrozenInline
from networks.admin.base import RegisterAdmin


class ItemInline(FrozenInline, admin.TabularInline):
    model = Item
    fields = ["order", "number", "code", "name", "points", "target", "is_internal_control"]
    ordering = ["order", "pk"]
    extra = 0
    show_change_link = True


class StepInline(FrozenInline, ShortTexts, admin.StackedInline):
    model = Step
    fields = [
        ("label", "label_en"),
        ("lowest", "highest", "interval"),
        ("meaning", "meaning_en"),
    ]
    ordering = ["lowest"]
    extra = 0


class DraftEditions:
    """What is added belongs to an edition that may still change."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "edition":
            kwargs["queryset"] = Edition.objects.drafts()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Category)
class CategoryAdmin(DraftEditions, FrozenAdmin, RegisterAdmin):
    change_form_template = "admin/governance/change_form.html"
    list_display = ["__str__", "edition", "is_assessed", "item_count", "points"]
    list_filter = ["edition"]
    list_select_related = ["edition"]
    search_fields = ["number", "name", "name_en"]
    ordering = ["edition", "order", "pk"]
    inlines = [ItemInline]
    fields = ["edition", ("order", "number"), "name", "name_en", "is_assessed"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_totals()

    def get_readonly_fields(self, request, obj=None):
        return ["edition"] if obj else []

    @admin.display(description=_("items"), ordering="item_count")
    def item_count(self, category):
        return category.item_count

    @admin.display(description=_("points"), ordering="points")
    def points(self, category):
        return category.points


@admin.register(Item)
class ItemAdmin(FrozenAdmin, ShortTexts, RegisterAdmin):
    form = ItemForm
    change_form_template = "admin/governance/change_form.html"
    list_display = ["__str__", "category", "edition", "points", "is_internal_control"]
    list_filter = ["category__edition", "is_internal_control"]
    list_select_related = ["category__edition"]
    search_fields = ["number", "code", "name", "name_en"]
    ordering = ["category__edition", "category__order", "order", "pk"]
    inlines = [StepInline]
    fieldsets = [
        (None, {"fields": ["category", ("order", "number", "code"), "name", "name_en"]}),
        (_("Points"), {"fields": [("points", "target"), "is_internal_control"]}),
        (_("Guidance"), {"fields": ["guidance", "guidance_en", "evidence", "evidence_en"]}),
        (_("Accounting year"), {"fields": ["figure", "figure_en"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []

    @admin.display(description=Edition._meta.verbose_name, ordering="category__edition")
    def edition(self, item):
        return item.category.edition
