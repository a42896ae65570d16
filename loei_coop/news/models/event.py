from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.assessment import user_field
from loei_coop.news.models.release import PressRelease
from loei_coop.thai.django.dates import show_moment


class ReleaseEvent(models.Model):
    """One step of a release: written by `news.events`, never edited."""

    class Kind(models.TextChoices):
        COMPOSED = "composed", _("composed from the records")
        WRITTEN = "written", _("written")
        EDITED = "edited", _("edited")
        PHOTO_ADDED = "photo", _("photo added")
        PHOTO_REMOVED = "no-photo", _("photo taken off")
        SUBMITTED = "submitted", _("submitted for approval")
        SENT_BACK = "back", _("sent back")
        APPROVED = "approved", _("approved for publication")
        REOPENED = "reopened", _("approval taken back")
        PUBLISHED = "published", _("published, or set to be")
        CALLED_OFF = "called-off", _("called off before its time")
        WITHDRAWN = "withdrawn", _("withdrawn")
        CORRECTED = "corrected", _("corrected")
        PREVIEW_MADE = "preview", _("secret link made")
        PREVIEW_REVOKED = "no-preview", _("secret link taken back")

    release = models.ForeignKey(
        PressRelease,
        verbose_name=_("press release"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    kind = models.CharField(_("what"), max_length=10, choices=Kind)
    happened_at = models.DateTimeField(_("when"), default=timezone.now)
    made_by = user_field(_("who"))
    reason = models.TextField(_("reason"), blank=True)
    detail = models.JSONField(_("detail"), default=dict, blank=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("step of a release")
        verbose_name_plural = _("steps of releases")
        default_permissions = ()
        ordering = ["happened_at", "pk"]

    def __str__(self):
        return f"{show_moment(self.happened_at)} {self.get_kind_display()}"
