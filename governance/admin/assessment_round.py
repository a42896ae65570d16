"""Assessment rounds: opened and moved by guided acts, looked at on the board."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from governance.admin.round_pages import RoundPagesAdmin
from governance.forms.rounds import CloseLaterForm, OpenRoundForm
from governance.models import AssessmentRound
from governance.permissions import may_manage
from loei_coop.thai.django.dates import show_moment, show_year
from networks.admin.base import RegisterAdmin
from networks.admin.guided import Guided, GuidedAdmin


def may_run_rounds(model_admin, request, row) -> bool:
    return may_manage(request.user)


OPEN = Guided(
    "open",
    _("Open a round"),
    OpenRoundForm,
    may_run_rounds,
    intro=_("Who is invited, by which criteria, and from when to when."),
    for_list=True,
)
CLOSE_LATER = Guided(
    "close-later",
    _("Close later"),
    CloseLaterForm,
    may_run_rounds,
    is_offered=lambda row: not row.is_recorded,
    intro=_("The closing time of all can be moved to a later one, never to an earlier one."),
)


@admin.register(AssessmentRound)
class AssessmentRoundAdmin(RoundPagesAdmin, GuidedAdmin, RegisterAdmin):
    guided = [OPEN, CLOSE_LATER]
    change_form_template = "admin/guided/change_form.html"
    list_display = ["__str__", "edition_shown", "year_shown", "opens", "closes", "is_recorded"]
    list_filter = ["edition__standard", "is_recorded"]
    list_select_related = ["edition"]
    search_fields = ["edition__code", "edition__name"]
    ordering = ["-fiscal_year", "edition"]
    fields = [
        "edition",
        "year_shown",
        "opens",
        "closes",
        "is_recorded",
        "reconsideration_days",
        "invited_kinds",
        "invited_types",
        "invited_networks",
    ]
    readonly_fields = ["year_shown", "opens", "closes"]

    def has_add_permission(self, request):
        """By the guided act only, which freezes the edition."""
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """Never once somebody has begun."""
        is_allowed = super().has_delete_permission(request, obj)
        return is_allowed and (obj is None or not obj.assessments.exists())

    @admin.display(description=_("edition"), ordering="edition")
    def edition_shown(self, round_):
        """A long name may break, which that of a relation never does."""
        return round_.edition

    @admin.display(description=_("fiscal year"), ordering="fiscal_year")
    def year_shown(self, round_):
        return show_year(round_.fiscal_year)

    @admin.display(description=_("opens"), ordering="opens_at")
    def opens(self, round_):
        return show_moment(round_.opens_at)

    @admin.display(description=_("closes"), ordering="closes_at")
    def closes(self, round_):
        return show_moment(round_.closes_at)
