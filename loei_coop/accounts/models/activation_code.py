import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts.querysets import ActivationCodeQuerySet, WrongCodeQuerySet
from loei_coop.thai.django.dates import show_day


class ActivationCode(models.Model):
    """A code on paper with which its user sets a password, once. Written by `activation` only;
    the code itself and its four digits are nowhere stored."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for the first use")
        USED = "used", _("used")
        EXPIRED = "expired", _("expired")
        LOCKED = "locked", _("locked after wrong digits")
        REVOKED = "revoked", _("revoked")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="activation_codes",
    )
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    # Empty: issued without digits.
    digits_hash = models.CharField(max_length=64, blank=True, editable=False)
    issued_at = models.DateTimeField(_("issued"), default=timezone.now)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("issued by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("first use"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("revoked by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    failed_tries = models.PositiveSmallIntegerField(_("wrong digits"), default=0)
    tries_allowed = models.PositiveSmallIntegerField(editable=False)

    objects = ActivationCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("first-use code")
        verbose_name_plural = _("first-use codes")
        default_permissions = ("view", "issue")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(used_at=None, revoked_at=None),
                name="activationcode_one_waiting",
            ),
            models.CheckConstraint(
                name="activationcode_used_or_revoked",
                condition=Q(used_at=None) | Q(revoked_at=None),
            ),
        ]

    def __str__(self):
        return f"{self.user.get_username()} ({show_day(timezone.localdate(self.issued_at))})"

    @property
    def state(self):
        if self.used_at:
            return self.State.USED
        if self.revoked_at:
            return self.State.REVOKED
        if self.failed_tries >= self.tries_allowed:
            return self.State.LOCKED
        if self.expires_at <= timezone.now():
            return self.State.EXPIRED
        return self.State.WAITING

    @property
    def last_day(self):
        """The last day on which it can be used."""
        return timezone.localdate(self.expires_at - datetime.timedelta(microseconds=1))


class WrongCode(models.Model):
    """Somebody typed a wrong code or wrong digits: kept for a day to limit guessing."""

    # Not the address itself: enough to count how often one of them tries.
    address_key = models.CharField(max_length=64, db_index=True)
    tried_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = WrongCodeQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.tried_at)
