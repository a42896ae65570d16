"""The steps of a practice and of a forum, each with a page that tells what it does."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from governance import permissions
from governance.admin.assessment_acts import allowed
from governance.forms.exchange import (
    CancelForm,
    GiveUpForm,
    HoldForm,
    ProposeForm,
    PublishForm,
    SelectForm,
    ShareForm,
    TakeDownForm,
)
from governance.states import FORUM_MOVES, PRACTICE_MOVES, ForumState, PracticeState
from networks.admin.guided import Guided


def may_propose(model_admin, request, row) -> bool:
    return permissions.may_propose_at_all(request.user)


def may_arrange(model_admin, request, forum) -> bool:
    return permissions.may_arrange(request.user)


def leads_to(moves: dict, state) -> Callable:
    return lambda row: state in moves[row.state]


MAY_SELECT = allowed(permissions.may_select)
PRACTICE_ACTS = [
    Guided(
        "propose",
        _("Ask a host"),
        ProposeForm,
        may_propose,
        intro=_("What an organization does well, in the words of the office. The host is asked."),
        for_list=True,
    ),
    Guided(
        "select",
        _("Select"),
        SelectForm,
        MAY_SELECT,
        leads_to(PRACTICE_MOVES, PracticeState.SELECTED),
        _("The host agrees. Say why this practice was selected."),
    ),
    Guided(
        "share",
        _("Share with everybody"),
        ShareForm,
        MAY_SELECT,
        leads_to(PRACTICE_MOVES, PracticeState.SHARED),
    ),
    Guided(
        "give-up",
        _("Do not take up"),
        GiveUpForm,
        MAY_SELECT,
        leads_to(PRACTICE_MOVES, PracticeState.DECLINED),
    ),
    Guided(
        "take-down",
        _("Withdraw"),
        TakeDownForm,
        MAY_SELECT,
        leads_to(PRACTICE_MOVES, PracticeState.WITHDRAWN),
    ),
]
FORUM_ACTS = [
    Guided(
        "publish",
        _("Announce"),
        PublishForm,
        may_arrange,
        leads_to(FORUM_MOVES, ForumState.PLANNED),
    ),
    Guided(
        "hold",
        _("Record that it was held"),
        HoldForm,
        may_arrange,
        leads_to(FORUM_MOVES, ForumState.HELD),
    ),
    Guided(
        "cancel",
        _("Cancel"),
        CancelForm,
        may_arrange,
        leads_to(FORUM_MOVES, ForumState.CANCELLED),
    ),
]
