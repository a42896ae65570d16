"""The steps of an award, each with a page that tells what it does and asks to confirm."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from governance import permissions
from governance.forms.awards import AwaitForm, CorrectForm, GrantForm, PresentForm, RevokeForm
from governance.states import AWARD_MOVES, WITH_PRESENTATION, AwardState
from networks.admin.guided import Guided


def may_grant(model_admin, request, row) -> bool:
    return permissions.may_grant(request.user)


def may_change(model_admin, request, award) -> bool:
    """The rule that the workflow asks too."""
    may_see = model_admin.has_view_permission(request, award)
    return may_see and permissions.may_change_award(request.user, award)


def leads_to(state: AwardState) -> Callable:
    return lambda award: state in AWARD_MOVES[AwardState(award.state)]


def has_presentation(award) -> bool:
    return award.state in WITH_PRESENTATION


ACTS = [
    Guided(
        "grant",
        _("Record an award"),
        GrantForm,
        may_grant,
        intro=_("An award of the past, or one that no assessment round gives."),
        for_list=True,
    ),
    Guided(
        "await",
        _("Note the presentation to come"),
        AwaitForm,
        may_change,
        leads_to(AwardState.TO_BE_PRESENTED),
        _("By whom it will be handed over; day and place may be unknown still."),
    ),
    Guided(
        "present",
        _("Record the presentation"),
        PresentForm,
        may_change,
        leads_to(AwardState.PRESENTED),
    ),
    Guided(
        "correct",
        _("Correct the presentation"),
        CorrectForm,
        may_change,
        has_presentation,
    ),
    Guided(
        "revoke",
        _("Revoke"),
        RevokeForm,
        may_change,
        leads_to(AwardState.REVOKED),
        _("By an order or a resolution. The page of verification stays and tells it."),
    ),
]
