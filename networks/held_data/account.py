"""What is held on the person's account, and what was done with it. Passwords and codes are kept
in a form that tells nothing, and are left out."""

from django.contrib.admin.models import LogEntry
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from loei_coop.accounts import events as log
from loei_coop.accounts import second_factor
from loei_coop.accounts.groups import label_of
from loei_coop.accounts.models import AccountEvent, ActivationCode, SignedIn, User
from loei_coop.common.models import ChangeSet, ImportDecision, ImportRun
from networks.held_data.registry import of_account, records, section
from networks.models import ContactReading, HoldersConfirmation, Proposal

LABELS = {
    name: User._meta.get_field(name).verbose_name
    for name in (
        "username",
        "first_name",
        "last_name",
        "email",
        "is_active",
        "is_staff",
        "is_superuser",
        "date_joined",
        "last_login",
    )
}


@section(
    "account",
    _("account"),
    {**LABELS, "groups": _("groups"), "second_step": _("second step set up")},
)
@of_account
def account(user):
    groups = ", ".join(label_of(group) for group in user.groups.order_by("name"))
    return [[*(getattr(user, name) for name in LABELS), groups, second_factor.set_up_at(user)]]


EVENT = ["happened_at", "kind", "made_by_name", "address"]


@section(
    "account-events",
    AccountEvent._meta.verbose_name_plural,
    {
        **{name: AccountEvent._meta.get_field(name).verbose_name for name in EVENT},
        "changes": _("changes"),
    },
)
@of_account
def account_events(user):
    return [
        [
            event.happened_at,
            event.get_kind_display(),
            event.made_by_name,
            event.address,
            log.show_changes(event),
        ]
        for event in AccountEvent.objects.of(user)
    ]


@section(
    "sessions",
    _("devices signed in"),
    {"started_at": _("begun"), "address": _("network address"), "browser": _("browser")},
)
@of_account
def sessions(user):
    return SignedIn.objects.of(user).values_list("started_at", "address", "browser")


@records(
    "first-use-codes",
    ActivationCode,
    ["issued_at", "issued_by", "expires_at", "used_at", "revoked_at", "revoked_by", "failed_tries"],
)
@of_account
def first_use_codes(user):
    return user.activation_codes.select_related("issued_by", "revoked_by")


@records(
    "proposals",
    Proposal,
    ["made_at", "organization", "kind", "note", "state", "decided_at", "decision_reason"],
)
@of_account
def proposals(user):
    own = Q(made_by=user) | Q(on_behalf_of=user) | Q(owner=user) | Q(decided_by=user)
    return Proposal.objects.filter(own).select_related("organization").latest_first()


@records("confirmed-holders", HoldersConfirmation, ["made_at", "organization", "meeting_on"])
@of_account
def confirmed_holders(user):
    own = Q(made_by=user) | Q(on_behalf_of=user)
    return HoldersConfirmation.objects.filter(own).select_related("organization").latest_first()


@records("changes-made", ChangeSet, ["made_at", "source", "file_name", "reason"], _("changes made"))
@of_account
def changes_made(user):
    return ChangeSet.objects.filter(Q(made_by=user) | Q(on_behalf_of=user))


@records("admin-log", LogEntry, ["action_time", "content_type", "action_flag"])
@of_account
def admin_log(user):
    """Without what the records are called: they are others'."""
    return LogEntry.objects.filter(user=user).select_related("content_type")


@records("files-uploaded", ImportRun, ["received_at", "file_name", "state"], _("lists uploaded"))
@of_account
def files_uploaded(user):
    return ImportRun.objects.filter(received_by=user).defer("sheet", "kept")


@records("decisions-on-rows", ImportDecision, ["decided_at", "kind", "target"])
@of_account
def decisions_on_rows(user):
    return ImportDecision.objects.filter(decided_by=user).order_by("-decided_at")


@records(
    "contacts-read",
    ContactReading,
    ["read_at", "person_code", "where"],
    pgettext_lazy("as an officer", "private contacts of others read"),
)
@of_account
def contacts_read(user):
    return ContactReading.objects.by(user)
