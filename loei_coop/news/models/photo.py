from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from loei_coop.common.frozen import FrozenModel, FrozenQuerySet
from loei_coop.news.models.release import PressRelease
from networks.models.source import local_name


def photo_path(photo, name: str) -> str:
    """Below the uploads; the name is given by `news.photos`."""
    return f"news/{photo.release_id}/{name}"


class ReleasePhoto(FrozenModel):
    """A picture of a release, written anew from what was uploaded."""

    release = models.ForeignKey(
        PressRelease,
        verbose_name=_("press release"),
        on_delete=models.CASCADE,
        related_name="photos",
    )
    file = models.FileField(_("photo"), upload_to=photo_path, max_length=200)
    width = models.PositiveIntegerField(_("width in points"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height in points"), default=0, editable=False)
    text = models.CharField(
        _("what the photo shows"),
        max_length=300,
        help_text=_("For those who cannot see it."),
    )
    text_en = models.CharField(_("what the photo shows, in English"), max_length=300, blank=True)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    caption_en = models.CharField(_("caption in English"), max_length=300, blank=True)
    credit = models.CharField(_("photographer"), max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    PART_OF = "release"
    objects = FrozenQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("photo of a release")
        verbose_name_plural = _("photos of releases")
        default_permissions = ()
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="releasephoto_with_text",
                condition=~Q(text=""),
                violation_error_message=_("Say what the photo shows, for those who cannot see it."),
            )
        ]

    def __str__(self):
        return self.local_text

    @property
    def local_text(self) -> str:
        return local_name(self.text, self.text_en)

    @property
    def local_caption(self) -> str:
        return local_name(self.caption, self.caption_en)
