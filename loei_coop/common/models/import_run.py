from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from loei_coop.common.models.change_set import ChangeSet


class ImportRun(models.Model):
    """One file that an officer uploaded: looked at, then imported, perhaps taken back.

    It holds what the file says, never what the register says: the preview is computed from both
    whenever it is shown.
    """

    class State(models.TextChoices):
        PREVIEWED = "previewed", _("not yet imported")
        IMPORTED = "imported", _("imported")
        UNDONE = "undone", _("taken back")

    kind = models.CharField(_("kind of list"), max_length=20)
    file_name = models.CharField(_("file"), max_length=255)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PREVIEWED)
    # {"columns": [...], "rows": [[number, cell, ...]], "notes": [...]}; once imported only the
    # rows that were left out.
    sheet = models.JSONField(_("rows of the file"), default=dict)
    # Former values that no history keeps: {primary key: {column: value}}.
    kept = models.JSONField(_("former private values"), default=dict, blank=True)
    change_set = models.OneToOneField(
        ChangeSet,
        verbose_name=_("change set"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="import_run",
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-received_at", "-pk"]
        default_permissions = ["view"]

    def __str__(self):
        return self.file_name


class ImportDecision(models.Model):
    """What an officer once said of a doubtful row, so that it is not asked again."""

    kind = models.CharField(_("kind of list"), max_length=20)
    row_key = models.CharField(_("what the row says"), max_length=64)
    # The primary key of the record that the row means; empty: it is a new one.
    target = models.CharField(_("record"), max_length=40, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("decision on a doubtful row")
        verbose_name_plural = _("decisions on doubtful rows")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["kind", "row_key"], name="import_decision_once")
        ]

    def __str__(self):
        return self.row_key
