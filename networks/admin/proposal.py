"""What the organizations propose from their desks, and the lists that they confirm: to read, and
to decide."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.common.changes.lines import address_of
from loei_coop.thai.django.dates import show_day, show_moment
from networks import permissions
from networks.action_forms.proposals import RefuseForm
from networks.action_forms.proposed_persons import accept_form
from networks.admin.base import FoldedRelatedSearch
from networks.admin.guided import Guided, GuidedAdmin
from networks.admin.proposal_filters import DecisionFilter, MineFilter, ToConfirmFilter
from networks.admin.proposals_together import AcceptTogether
from networks.models import HoldersConfirmation, Organization, Proposal
from networks.register.proposed import lines


def may_decide(model_admin, request, proposal) -> bool:
    return permissions.may_decide(request.user, proposal)


def is_waiting(proposal) -> bool:
    return proposal.is_waiting


ACTS = [
    Guided("accept", _("Accept and record"), accept_form, may_decide, is_waiting),
    Guided("refuse", _("Do not accept"), RefuseForm, may_decide, is_waiting),
]


class AuthoredAdmin(FoldedRelatedSearch, ReadOnlyAdmin):
    """Rows that bear both names where an officer entered them for a caller."""

    search_fields = ["organization__search_text"]
    list_select_related = ["organization", "made_by", "on_behalf_of"]
    readonly_fields = ["record", "authorship", "made", "confirmed"]
    show_full_result_count = False

    @admin.display(description=_("cooperative or farmer group"))
    def record(self, row):
        """With the way to its page in the list of its kind."""
        address = address_of(Organization, row.organization, page="change")
        return format_html('<a href="{}">{}</a>', address, row.organization)

    @admin.display(description=_("entered by"), ordering="made_by")
    def authorship(self, row):
        return row.authorship

    @admin.display(description=_("entered"), ordering="made_at")
    def made(self, row):
        return show_moment(row.made_at)

    @admin.display(
        description=_("confirmed by the person it was entered for"), ordering="confirmed_at"
    )
    def confirmed(self, row):
        if row.waits_for_confirmation:
            return _("waits for confirmation")
        return show_moment(row.confirmed_at) if row.confirmed_at else None


@admin.register(Proposal)
class ProposalAdmin(AcceptTogether, GuidedAdmin, AuthoredAdmin):
    guided = ACTS
    list_display = ["organization", "kind", "authorship", "owner", "state", "made"]
    list_filter = [DecisionFilter, MineFilter, "kind", ToConfirmFilter]
    list_select_related = [*AuthoredAdmin.list_select_related, "owner"]
    ordering = ["-made_at", "-pk"]
    readonly_fields = [*AuthoredAdmin.readonly_fields, "decided"]
    change_form_template = "admin/networks/proposal/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).with_names().select_related("change_set")

    def get_fields(self, request, proposal=None):
        """What it has; empty lines would hide what it asks for."""
        fields = ["record", "kind", "authorship", "made", "owner", "state"]
        if proposal and proposal.on_behalf_of_id:
            fields.append("confirmed")
        if proposal and proposal.decided_by_id:
            fields += ["decided", "decided_by"]
        also = ["decision_reason", "change_set", "note"]
        return fields + [name for name in also if proposal and getattr(proposal, name)]

    @admin.display(
        description=Proposal._meta.get_field("decided_at").verbose_name, ordering="decided_at"
    )
    def decided(self, proposal):
        return show_moment(proposal.decided_at)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["lines"] = lines(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


@admin.register(HoldersConfirmation)
class HoldersConfirmationAdmin(AuthoredAdmin):
    list_display = ["organization", "meeting", "authorship", "made", "confirmed"]
    list_filter = [ToConfirmFilter]
    ordering = ["-meeting_on", "-pk"]
    fields = ["record", "meeting", "authorship", "made", "confirmed", "list_as_it_stood"]
    readonly_fields = [*AuthoredAdmin.readonly_fields, "meeting", "list_as_it_stood"]

    @admin.display(
        description=HoldersConfirmation._meta.get_field("meeting_on").verbose_name,
        ordering="meeting_on",
    )
    def meeting(self, row):
        return show_day(row.meeting_on)

    @admin.display(description=HoldersConfirmation._meta.get_field("holders").verbose_name)
    def list_as_it_stood(self, row):
        return format_html_join("", "<div>{}: {}</div>", row.holders)
