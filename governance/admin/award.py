from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from governance import permissions
from governance.admin.assessment_filters import NetworkFilter
from governance.admin.award_acts import ACTS
from governance.admin.award_letter import AwardLetterAdmin
from governance.admin.award_papers import AwardPapersAdmin
from governance.admin.award_photo import AwardPhotoAdmin
from governance.models import Award
from governance.states import AwardState
from loei_coop.thai.django.dates import show_moment, show_year
from networks.admin.base import (
    SOURCE_FIELDS,
    FoldedRelatedSearch,
    RegisterAdmin,
    partial_column,
    sample_mark,
)
from networks.admin.guided import GuidedAdmin

# Decided by the round that gave it.
BY_ITS_ROUND = ["organization", "fiscal_year", "standard", "result_level", "result_level_en"]
# Written by its steps.
BY_STEPS = [
    *("code", "state_shown", "announced", "assessment", "announcement"),
    *("presenter", "presenter_post", "presenter_post_en", "presented", "place", "place_en"),
    *("photo_seen", "photo_text", "revoked_order", "revoked_on", "revocation_text"),
    *("revocation_text_en", "revocation_reason", "revoked_by", "verified_at", "year_shown"),
]
KNOWN_OF_IT = ["state_shown", "announced", "code", "verified_at", "assessment", "announcement"]
NOTHING = "–"


class YearFilter(admin.SimpleListFilter):
    title = _("fiscal year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        return [(str(year), show_year(year)) for year in Award.objects.years()]

    def queryset(self, request, queryset):
        known = self.value() in {key for key, _label in self.lookup_choices}
        return queryset.of_year(self.value()) if known else queryset


class PublicFilter(admin.SimpleListFilter):
    title = _("known to the public")
    parameter_name = "public"

    def lookups(self, request, model_admin):
        return [("yes", _("yes")), ("no", _("not yet"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.public()
        return queryset.not_yet_public() if self.value() == "no" else queryset


@admin.register(Award)
class AwardAdmin(
    AwardPapersAdmin,
    AwardLetterAdmin,
    AwardPhotoAdmin,
    GuidedAdmin,
    FoldedRelatedSearch,
    RegisterAdmin,
):
    """What is written on it can be corrected here; its state moves by the steps only."""

    guided = ACTS
    change_form_template = "admin/governance/award/change_form.html"
    change_list_template = "admin/governance/award/change_list.html"
    list_display = [
        "organization",
        "year_shown",
        "name_shown",
        "result_level",
        "state_shown",
        "announced",
        partial_column("presented_on", _("presented on")),
        sample_mark,
    ]
    list_filter = [
        YearFilter,
        "standard",
        "award_object",
        "area_level",
        "state",
        PublicFilter,
        ("assessment__round", admin.RelatedOnlyFieldListFilter),
        NetworkFilter,
        "is_sample",
    ]
    search_fields = ["organization__search_text", "organization__code", "code", "number"]
    ordering = ["-fiscal_year", "standard", "order", "pk"]
    autocomplete_fields = ["organization", "source"]
    fieldsets = [
        (
            _("What is written on it"),
            {
                "fields": [
                    "award_object",
                    "standard",
                    ("title", "title_en"),
                    ("result_level", "result_level_en"),
                    ("area_level", "is_pilot"),
                    ("excellence", "excellence_en"),
                    ("order", "number"),
                ]
            },
        ),
        (
            _("Presentation"),
            {
                "fields": [
                    *("presenter", ("presenter_post", "presenter_post_en"), "presented"),
                    *(("place", "place_en"), "photo_seen", "photo_text"),
                ]
            },
        ),
        (
            _("Revocation"),
            {
                "fields": [
                    *("revoked_order", "revoked_on", "revocation_text", "revocation_text_en"),
                    *("revocation_reason", "revoked_by"),
                ]
            },
        ),
        (_("Where it comes from"), {"fields": SOURCE_FIELDS}),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_names()
        return rows.select_related("revoked_by", "announcement")

    def get_fieldsets(self, request, obj=None):
        """A revocation only where there is one."""
        known = ["organization", self.year_field(request, obj), *KNOWN_OF_IT]
        sets = super().get_fieldsets(request, obj)
        is_revoked = obj is not None and obj.is_revoked
        kept = [part for part in sets if is_revoked or "revoked_order" not in part[1]["fields"]]
        return [(None, {"fields": known}), *kept]

    def year_field(self, request, obj) -> str:
        """To be read only it is a year of the Buddhist era."""
        is_decided = obj is not None and obj.assessment_id
        may_change = self.has_change_permission(request, obj)
        return "fiscal_year" if may_change and not is_decided else "year_shown"

    def get_readonly_fields(self, request, obj=None):
        decided = BY_ITS_ROUND if obj is not None and obj.assessment_id else []
        return [*BY_STEPS, *decided]

    def has_add_permission(self, request):
        """By the step only."""
        return False

    def has_change_permission(self, request, obj=None):
        is_allowed = super().has_change_permission(request, obj)
        return is_allowed and (obj is None or permissions.may_change_award(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """Never once the public knows of it: then it is revoked."""
        is_allowed = super().has_delete_permission(request, obj)
        return is_allowed and obj is not None and not obj.is_public

    @admin.display(description=_("fiscal year"), ordering="fiscal_year")
    def year_shown(self, award):
        return show_year(award.fiscal_year)

    @admin.display(description=_("award"), ordering="award_object")
    def name_shown(self, award):
        return award.name

    @admin.display(description=_("state"), ordering="state")
    def state_shown(self, award):
        return AwardState(award.state).label

    @admin.display(description=_("known to the public"), ordering="announced_at")
    def announced(self, award):
        if award.is_recorded:
            return _("of the past, from a source")
        return show_moment(award.announced_at) if award.announced_at else _("not yet")

    @admin.display(description=_("presented on"))
    def presented(self, award):
        return partial_column("presented_on", "")(award) or NOTHING

    @admin.display(description=_("photo"))
    def photo_seen(self, award):
        return self.photo_shown(award) or NOTHING

    @admin.display(description=_("page of verification"))
    def verified_at(self, award):
        address = award.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, address)
