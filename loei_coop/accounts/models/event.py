from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts.querysets import AccountEventQuerySet
from loei_coop.thai.django.dates import show_moment


class AccountEvent(models.Model):
    """What happened at the door, and with copies of all data: written by `accounts.receivers` and
    the acts beside it, never edited. It holds no password, no code and nothing of what was typed
    in vain."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed-in", _("signed in")
        SIGN_IN_FAILED = "failed", _("sign-in refused: wrong password")
        SIGN_IN_BLOCKED = "blocked", _("sign-in refused: too many tries")
        CODE_FAILED = "code-failed", _("wrong code of the second step")
        SIGNED_OUT = "signed-out", _("signed out")
        SESSIONS_ENDED = "ended", _("signed out from elsewhere")
        PASSWORD_CHANGED = "password", _("password changed")
        FACTOR_ADDED = "factor-added", _("second step set up")
        FACTOR_REMOVED = "factor-removed", _("second step taken off")
        FACTOR_RESET = "factor-reset", _("second step reset by an administrator")
        CODES_RENEWED = "codes", _("new recovery codes")
        ACCOUNT_CREATED = "created", _("account made")
        ACCOUNT_REMOVED = "removed", _("account removed")
        ROLES_CHANGED = "roles", _("rights or name changed")
        BACKUP_MADE = "backup-made", _("backup made")
        BACKUP_CHECKED = "backup-checked", _("backup checked: whole")
        BACKUP_DAMAGED = "backup-damaged", _("backup checked: cannot be used")
        BACKUP_TAKEN = "backup-taken", _("backup taken out of the portal")
        ACTING_BEGUN = "acting-begun", _("an officer acts for this person")
        ACTING_ENDED = "acting-ended", _("an officer acts no longer for this person")

    kind = models.CharField(_("what"), max_length=14, choices=Kind)
    happened_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="events",
    )
    user_name = models.CharField(
        _("user name at that time"), max_length=150, help_text=_("Stays when the account goes.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by whom"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    made_by_name = models.CharField(_("by whom, at that time"), max_length=150)
    address = models.GenericIPAddressField(_("network address"), null=True)
    # [what, before, after]: codenames and flags, for `accounts.events.show_changes`.
    changes = models.JSONField(_("changes"), default=list)

    objects = AccountEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("account event")
        verbose_name_plural = _("account events")
        default_permissions = ["view"]
        ordering = ["-happened_at", "-pk"]
        get_latest_by = ["happened_at", "pk"]

    def __str__(self):
        return f"{show_moment(self.happened_at)} {self.user_name} {self.get_kind_display()}"
