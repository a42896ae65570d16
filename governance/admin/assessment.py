from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from governance.admin.assessment_acts import ACTS
from governance.admin.assessment_filters import (
    KindFilter,
    NetworkFilter,
    RoundFilter,
    StateFilter,
    WorkFilter,
)
from governance.admin.evidence import EvidenceAdmin
from governance.admin.paper import PaperAdmin
from governance.admin.review import ReviewAdmin
from governance.dossier import dossier_of
from governance.models import Assessment
from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.thai.django.dates import show_moment, show_short
from networks.admin.base import FoldedRelatedSearch
from networks.admin.guided import GuidedAdmin


@admin.register(Assessment)
class AssessmentAdmin(
    ReviewAdmin, EvidenceAdmin, PaperAdmin, GuidedAdmin, FoldedRelatedSearch, ReadOnlyAdmin
):
    """To read; what changes it are the acts and the pages of the review."""

    guided = ACTS
    change_form_template = "admin/governance/assessment/change_form.html"
    change_list_template = "admin/governance/assessment/change_list.html"
    list_display = [
        "organization",
        "state_shown",
        "edition",
        "submitted",
        "reviewer_shown",
        "own_percent",
        "confirmed",
    ]
    list_filter = [WorkFilter, RoundFilter, StateFilter, NetworkFilter, KindFilter]
    search_fields = ["organization__search_text", "organization__code"]
    ordering = ["-round__fiscal_year", "organization__sort_key", "pk"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    fieldsets = [
        (
            _("The form"),
            {
                "fields": [
                    "state",
                    "started",
                    "submitted",
                    "accounting_year_end",
                    "is_year_closed",
                    "resolution_number",
                    "resolution_on",
                    "owner",
                    "reviewer",
                ]
            },
        ),
        (
            _("Time and paper"),
            {
                "fields": [
                    "closes",
                    "extension_reason",
                    "received_on",
                    "absence_reason",
                ]
            },
        ),
        (_("Result"), {"fields": ["own", "confirmed", "confirmed_in", "when_confirmed"]}),
    ]
    readonly_fields = ["started", "submitted", "closes", "own", "confirmed", "when_confirmed"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_names()
        return rows.select_related("reviewer", "organization__promotion_officer", "confirmed_in")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["dossier"] = dossier_of(obj, for_user=request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("state"), ordering="state")
    def state_shown(self, assessment):
        return assessment.get_state_display()

    @admin.display(description=_("reviewer"))
    def reviewer_shown(self, assessment):
        """Whoever was chosen, else the promotion officer."""
        return assessment.reviewer or assessment.organization.promotion_officer

    @admin.display(description=_("edition"), ordering="round__fiscal_year")
    def edition(self, assessment):
        """Its name tells standard and year."""
        return assessment.round.edition

    @admin.display(description=_("self score"), ordering="self_percent")
    def own_percent(self, assessment):
        return scored(assessment.self_percent, "")

    @admin.display(description=_("started"))
    def started(self, assessment):
        return moment(assessment.started_at)

    @admin.display(description=_("submitted"), ordering="submitted_at")
    def submitted(self, assessment):
        return assessment.submitted_at and show_short(assessment.submitted_at.date())

    @admin.display(description=_("answers taken until"))
    def closes(self, assessment):
        return moment(assessment.deadline)

    @admin.display(description=_("self score"))
    def own(self, assessment):
        return scored(assessment.self_percent, assessment.self_level)

    @admin.display(description=_("confirmed score"), ordering="confirmed_percent")
    def confirmed(self, assessment):
        return scored(assessment.confirmed_percent, assessment.local_level)

    @admin.display(description=_("confirmed"))
    def when_confirmed(self, assessment):
        return moment(assessment.confirmed_at)


def moment(value) -> str | None:
    return show_moment(value) if value else None


def scored(percent, level) -> str | None:
    """ "79 % ดี"; None where there is neither."""
    shown = "" if percent is None else f"{percent.normalize():f} %"
    return " ".join(filter(None, [shown, str(level or "")])) or None
