from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.assessment import user_field
from governance.models.assessment_round import AssessmentRound
from governance.querysets import AnnouncementQuerySet
from loei_coop.thai.django.dates import show_moment


class Announcement(models.Model):
    """Results of a round made public together at one moment. Until that moment it can be called
    off; later confirmed results of the same round have an announcement of their own."""

    round = models.ForeignKey(
        AssessmentRound,
        verbose_name=_("assessment round"),
        on_delete=models.PROTECT,
        related_name="announcements",
    )
    announced_at = models.DateTimeField(_("announced at"))
    made_by = user_field(_("entered by"))
    made_at = models.DateTimeField(_("entered"), default=timezone.now)
    cancelled_by = user_field(_("called off by"))
    cancelled_at = models.DateTimeField(_("called off"), null=True, blank=True)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = _("announcement of results")
        verbose_name_plural = _("announcements of results")
        default_permissions = ("view", "add")
        ordering = ["-announced_at", "-pk"]

    def __str__(self):
        return f"{self.round} ({show_moment(self.announced_at)})"
