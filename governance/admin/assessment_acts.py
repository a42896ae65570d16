"""The moves of one assessment, each with a page that tells what it does and asks to confirm."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from governance import permissions
from governance.forms.acts import (
    AssignForm,
    DecideForm,
    ExtendForm,
    RecommendForm,
    ReturnForm,
    WithdrawForm,
)
from governance.states import MOVES, REVIEWABLE, UNDER_REVIEW, ReconsiderationState, State
from networks.admin.guided import Guided


def allowed(rule) -> Callable:
    """The rule that the workflow asks too."""

    def is_allowed(model_admin, request, assessment) -> bool:
        may_see = model_admin.has_view_permission(request, assessment)
        return may_see and rule(request.user, assessment)

    return is_allowed


def in_states(*states) -> Callable:
    return lambda assessment: assessment.state in states


def can_be_withdrawn(assessment) -> bool:
    return State.WITHDRAWN in MOVES[State(assessment.state)]


def has_waiting_request(assessment) -> bool:
    return assessment.reconsiderations.filter(state=ReconsiderationState.WAITING).exists()


ACTS = [
    Guided(
        "return",
        _("Ask for more information"),
        ReturnForm,
        allowed(permissions.may_look_into),
        in_states(*REVIEWABLE),
    ),
    Guided(
        "recommend",
        _("Recommend the result"),
        RecommendForm,
        allowed(permissions.may_look_into),
        in_states(*UNDER_REVIEW),
    ),
    Guided(
        "assign",
        _("Choose the reviewer"),
        AssignForm,
        allowed(permissions.may_manage_it),
        in_states(*REVIEWABLE, State.DRAFT, State.RETURNED),
    ),
    Guided(
        "extend",
        _("Extend the time"),
        ExtendForm,
        allowed(permissions.may_manage_it),
        in_states(State.DRAFT),
        _("For this one only. The reason stays in the record."),
    ),
    Guided(
        "decide",
        _("Answer the request to reconsider"),
        DecideForm,
        allowed(permissions.may_decide),
        has_waiting_request,
    ),
    Guided(
        "withdraw",
        _("Withdraw"),
        WithdrawForm,
        allowed(permissions.may_manage_it),
        can_be_withdrawn,
    ),
]
