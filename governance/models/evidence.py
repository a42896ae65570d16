from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.assessment import Assessment, user_field
from governance.models.criteria import Item
from governance.querysets import EvidenceQuerySet
from loei_coop.common.frozen import FrozenModel
from loei_coop.common.models.authored import authorship


def private_path(evidence, name: str) -> str:
    """Below the uploads; the name tells nothing and is given by `governance.evidence`."""
    return f"evidence/{evidence.assessment_id}/{name}"


class Evidence(FrozenModel):
    """A file, a photo, a link or a note that shows what an answer says. Seen by the organization
    and its reviewers, never public; a file that is replaced stays as an earlier version."""

    class Kind(models.TextChoices):
        FILE = "file", _("file")
        PHOTO = "photo", _("photo")
        LINK = "link", _("link")
        NOTE = "note", _("note")

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("assessment"), on_delete=models.PROTECT, related_name="evidence"
    )
    # Empty: the signed page of the board, or the scan of a paper form.
    item = models.ForeignKey(
        Item,
        verbose_name=_("item"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    kind = models.CharField(_("kind"), max_length=5, choices=Kind)
    title = models.CharField(_("what it shows"), max_length=200)
    file = models.FileField(_("file"), upload_to=private_path, max_length=200, blank=True)
    content_type = models.CharField(_("type of the file"), max_length=100, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("replaces"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )
    carried_from = models.ForeignKey(
        "self",
        verbose_name=_("carried over from"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("added"), default=timezone.now)
    made_by = user_field(_("entered by"))
    on_behalf_of = user_field(_("on whose behalf"))
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)
    removed_by = user_field(_("removed by"))
    # The file is gone by the rule of retention; the row still tells what there was.
    cleared_at = models.DateTimeField(_("file cleared"), null=True, blank=True)

    PART_OF = "assessment"
    STAYS_OPEN = frozenset({"file", "cleared_at"})
    objects = EvidenceQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        default_permissions = ()
        ordering = ["made_at", "pk"]

    def __str__(self):
        return self.title

    @property
    def authorship(self) -> str:
        return authorship(self.made_by, self.on_behalf_of)


class EvidenceReading(models.Model):
    """Who opened a file, and when."""

    evidence = models.ForeignKey(
        Evidence, verbose_name=_("evidence"), on_delete=models.PROTECT, related_name="readings"
    )
    read_by = user_field(_("read by"))
    read_at = models.DateTimeField(_("read"), default=timezone.now)

    class Meta:
        verbose_name = _("reading of evidence")
        verbose_name_plural = _("readings of evidence")
        default_permissions = ("view",)
        ordering = ["-read_at", "-pk"]

    def __str__(self):
        return f"{self.evidence} – {self.read_by}"
