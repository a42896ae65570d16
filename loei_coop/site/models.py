from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ErrorReportQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(handled_at=None)

    def recent_from(self, address_key: str, *, since):
        return self.filter(address_key=address_key, reported_at__gte=since)


class ErrorReport(models.Model):
    """What a visitor found wrong on a page. Read by officers only."""

    page = models.CharField(_("page"), max_length=300)
    message = models.TextField(_("what is wrong"), max_length=2000)
    contact = models.CharField(
        _("how the office may answer"),
        max_length=200,
        blank=True,
        help_text=_("A telephone number or e-mail, if you wish an answer. Seen by officers only."),
    )
    reported_at = models.DateTimeField(_("reported"), default=timezone.now, db_index=True)
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)
    # Not the address itself: enough to count how often one of them reports.
    address_key = models.CharField(max_length=64, editable=False, db_index=True)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported error")
        verbose_name_plural = _("reported errors")
        ordering = ["-reported_at"]

    def __str__(self):
        return f"{self.page}: {self.message[:60]}"
