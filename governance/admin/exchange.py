"""Topics, forums and practices of learning from one another; states move by the steps only."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from governance.admin.assessment_filters import NetworkFilter
from governance.admin.base import ShortTexts
from governance.admin.exchange_acts import FORUM_ACTS, PRACTICE_ACTS
from governance.admin.practice_pages import PracticePagesAdmin
from governance.models import Forum, ForumHost, ForumPromise, Practice, Topic
from governance.states import ForumState
from loei_coop.thai.django.dates import show_moment, show_year
from networks.admin.base import (
    SOURCE_FIELDS,
    FoldedRelatedSearch,
    RegisterAdmin,
    partial_column,
    sample_mark,
)
from networks.admin.guided import GuidedAdmin
from networks.admin.proposal import AuthoredAdmin

WITH_ACTS = "admin/governance/award/change_form.html"


@admin.register(Topic)
class TopicAdmin(RegisterAdmin):
    list_display = ["code", "name", "name_en", "standard", "category_code", "order"]
    list_display_links = ["code", "name"]
    list_filter = ["standard"]
    list_select_related = ["standard"]
    search_fields = ["code", "name", "name_en"]
    ordering = ["standard", "order", "pk"]
    fields = ["code", ("name", "name_en"), ("standard", "category_code"), "order"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []


class ForumHostInline(admin.TabularInline):
    model = ForumHost
    extra = 0
    fields = ["order", "organization", "topic", "practice"]
    autocomplete_fields = ["organization", "topic", "practice"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_names()

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("governance.view_forum")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("governance.change_forum")

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


@admin.register(Forum)
class ForumAdmin(GuidedAdmin, ShortTexts, RegisterAdmin):
    guided = FORUM_ACTS
    change_form_template = WITH_ACTS
    inlines = [ForumHostInline]
    list_display = [
        "name",
        "year_shown",
        "quarter",
        partial_column("held_on", _("day of the forum")),
        "state_shown",
        sample_mark,
    ]
    list_filter = ["state", "standard", "is_sample"]
    search_fields = ["code", "name", "name_en", "place"]
    ordering = ["-fiscal_year", "-quarter", "pk"]
    autocomplete_fields = ["source"]
    fieldsets = [
        (None, {"fields": ["code", ("name", "name_en"), "state_shown"]}),
        (
            _("When and where"),
            {"fields": [("fiscal_year", "quarter"), "held_on", ("place", "place_en")]},
        ),
        (_("What for"), {"fields": ["standard", "objectives", "objectives_en"]}),
        (_("Cancelled"), {"fields": ["cancellation_text", "cancellation_text_en"]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]
    readonly_fields = ["state_shown", "cancellation_text", "cancellation_text_en"]

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, *(["code"] if obj else [])]

    def has_delete_permission(self, request, obj=None):
        """What everybody saw is cancelled, not removed."""
        is_inside = obj is not None and obj.state == ForumState.PREPARED
        return is_inside and super().has_delete_permission(request, obj)

    @admin.display(description=_("state"), ordering="state")
    def state_shown(self, forum):
        return forum.get_state_display()

    @admin.display(description=_("fiscal year"), ordering="fiscal_year")
    def year_shown(self, forum):
        return show_year(forum.fiscal_year)


# The host's own words, and what the steps write.
BY_THE_HOST = ["organization", "title", "summary", "origin", "award", "assessment", "item"]
BY_STEPS = ["state_shown", "agreed_by", "agreed", "selected_by", "selection_reason", "shared"]


@admin.register(Practice)
class PracticeAdmin(
    PracticePagesAdmin, GuidedAdmin, FoldedRelatedSearch, ShortTexts, RegisterAdmin
):
    """The office gives topic and English words; the text itself is the host's."""

    guided = PRACTICE_ACTS
    change_form_template = WITH_ACTS
    change_list_template = "admin/governance/practice/change_list.html"
    list_display = ["title", "organization", "topic", "state_shown", "agreed", "shared"]
    list_filter = ["state", "topic__standard", "topic", NetworkFilter, "origin", "is_sample"]
    search_fields = ["organization__search_text", "organization__code", "title", "topic__name"]
    ordering = ["-made_at", "-pk"]
    fieldsets = [
        (None, {"fields": ["organization", "topic", "title", "title_en"]}),
        (_("What it tells"), {"fields": ["summary", "summary_en", "materials_shown"]}),
        (_("What it rests on"), {"fields": ["origin", "award", "item", "assessment"]}),
        (_("Where it stands"), {"fields": ["authorship", *BY_STEPS, "closing_reason"]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]
    readonly_fields = [
        *BY_THE_HOST,
        *BY_STEPS,
        *("closing_reason", "authorship", "materials_shown"),
    ]
    autocomplete_fields = ["source"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_names().with_authors()
        return rows.select_related("agreed_by", "selected_by", "assessment__round")

    def has_add_permission(self, request):
        """By a step of its own."""
        return False

    def has_delete_permission(self, request, obj=None):
        """It is not taken up, or withdrawn."""
        return False

    @admin.display(description=_("state"), ordering="state")
    def state_shown(self, practice):
        return practice.get_state_display()

    @admin.display(description=_("agreed"), ordering="agreed_at")
    def agreed(self, practice):
        return practice.agreed_at and show_moment(practice.agreed_at)

    @admin.display(description=_("shared"), ordering="shared_at")
    def shared(self, practice):
        return practice.shared_at and show_moment(practice.shared_at)

    @admin.display(description=_("entered by"))
    def authorship(self, practice):
        return practice.authorship

    @admin.display(description=_("materials of practices"))
    def materials_shown(self, practice):
        rows = [(self.material_address(row), row.title) for row in practice.materials.all()]
        links = format_html_join("", '<li><a href="{}">{}</a></li>', rows)
        return format_html("<ul>{}</ul>", links) if rows else "–"


@admin.register(ForumPromise)
class ForumPromiseAdmin(AuthoredAdmin):
    list_display = ["text", "organization", "forum", "topic", "made", "is_planned"]
    list_filter = ["forum", "topic"]
    list_select_related = ["organization", "forum", "topic", "action", "made_by", "on_behalf_of"]
    fields = ["record", "forum", "topic", "text", "action", "authorship", "made", "confirmed"]
    ordering = ["-made_at", "-pk"]

    @admin.display(description=_("in the plan"), boolean=True)
    def is_planned(self, promise):
        return promise.is_planned
