"""The steps of one release, each with a page that tells what it does and asks to confirm."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from loei_coop.news import permissions
from loei_coop.news.composing import differences
from loei_coop.news.forms import acts
from loei_coop.news.states import EDITABLE, FROZEN, MOVES, ReleaseState
from networks.admin.guided import Guided

S = ReleaseState


def allowed(rule) -> Callable:
    """The rule that the workflow asks too."""

    def is_allowed(model_admin, request, release) -> bool:
        return model_admin.has_view_permission(request, release) and rule(request.user)

    return is_allowed


def next_is(state: ReleaseState, *among: ReleaseState) -> Callable:
    """It may follow; `among`: only from these."""

    def is_offered(release) -> bool:
        here = S(release.state)
        return state in MOVES[here] and (not among or here in among)

    return is_offered


def is_ahead(release) -> bool:
    return release.state == S.PUBLISHED and not release.is_out


def is_out(release) -> bool:
    return release.is_out


def has_link(release) -> bool:
    return bool(release.preview_token)


def to_the_new_one(request, form) -> str:
    return reverse("admin:news_pressrelease_change", args=[form.made.pk])


WRITES = allowed(permissions.may_write_at_all)
PUBLISHES = allowed(permissions.may_publish_at_all)

ACTS = [
    Guided(
        "submit",
        _("Submit for approval"),
        acts.SubmitForm,
        WRITES,
        next_is(S.FOR_APPROVAL),
    ),
    Guided(
        "approve",
        _("Approve"),
        acts.ApproveForm,
        allowed(permissions.may_approve),
        next_is(S.APPROVED, *EDITABLE),
    ),
    Guided(
        "enter-approval",
        _("Enter an approval on paper"),
        acts.PaperApprovalForm,
        allowed(permissions.may_enter_approvals),
        next_is(S.APPROVED, *EDITABLE),
    ),
    Guided(
        "send-back",
        _("Send back"),
        acts.SendBackForm,
        allowed(permissions.may_send_back),
        next_is(S.DRAFT),
    ),
    Guided(
        "publish",
        _("Publish"),
        acts.PublishForm,
        PUBLISHES,
        next_is(S.PUBLISHED),
    ),
    Guided(
        "reopen", _("Change the text again"), acts.ReopenForm, WRITES, next_is(S.DRAFT, S.APPROVED)
    ),
    Guided("call-off", _("Call off"), acts.CallOffForm, PUBLISHES, is_ahead),
    Guided("correct", _("Add a correction"), acts.CorrectForm, PUBLISHES, is_out),
    Guided("withdraw", _("Withdraw"), acts.WithdrawForm, PUBLISHES, is_out),
    Guided(
        "make-link",
        _("Make a secret link"),
        acts.MakePreviewForm,
        WRITES,
        lambda release: release.state not in FROZEN,
    ),
    Guided(
        "take-link-back", _("Take the secret link back"), acts.RevokePreviewForm, WRITES, has_link
    ),
    Guided(
        "compose-anew",
        _("Compose a new release"),
        acts.ComposeAnewForm,
        allowed(permissions.may_compose),
        lambda release: bool(differences(release)),
        then=to_the_new_one,
    ),
]
