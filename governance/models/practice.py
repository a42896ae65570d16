from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.choices import PracticeOrigin
from governance.models.assessment import Assessment, user_field
from governance.models.award import Award
from governance.models.criteria import Item
from governance.models.moves import why_moved
from governance.models.topic import Topic
from governance.querysets import (
    PracticeQuerySet,
)
from governance.states import PracticeState
from loei_coop.common.history import History
from loei_coop.common.models import AuthoredModel
from networks.models import Organization
from networks.models.source import SourcedModel, local_name


class Practice(AuthoredModel, SourcedModel):
    """What an organization does well and shows to others: the host agrees, the office selects it,
    then it is shared. Its state is written by `governance.workflow` alone."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("host"),
        on_delete=models.PROTECT,
        related_name="practices",
    )
    topic = models.ForeignKey(
        Topic,
        verbose_name=_("topic of learning"),
        on_delete=models.PROTECT,
        related_name="practices",
    )
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), max_length=5000)
    summary_en = models.TextField(_("summary in English"), max_length=5000, blank=True)
    origin = models.CharField(_("where it comes from"), max_length=8, choices=PracticeOrigin)
    award = models.ForeignKey(
        Award,
        verbose_name=_("award"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
    )
    assessment = models.ForeignKey(
        Assessment,
        verbose_name=_("assessment"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
    )
    item = models.ForeignKey(
        Item,
        verbose_name=_("item"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(
        _("state"), max_length=9, choices=PracticeState, default=PracticeState.PROPOSED
    )
    agreed_by = user_field(_("agreed by"))
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    selected_by = user_field(_("selected by"))
    selection_reason = models.TextField(_("why it was selected"), max_length=1000, blank=True)
    shared_at = models.DateTimeField(_("shared"), null=True, blank=True)
    # Read by the host and the office.
    closing_reason = models.TextField(
        _("why it was not taken up, or withdrawn"), max_length=1000, blank=True
    )

    # What the workflow writes: a former version never brings it back.
    NOT_REVERTED = (
        *("organization_id", "origin", "award_id", "assessment_id", "item_id", "state"),
        *("agreed_by_id", "agreed_at", "selected_by_id", "selection_reason", "shared_at"),
        "closing_reason",
    )
    objects = PracticeQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        ordering = ["topic", "-shared_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="practice_from_what_it_says",
                condition=Q(origin=PracticeOrigin.AWARD, award__isnull=False)
                | Q(
                    origin=PracticeOrigin.STRONG_ITEM,
                    assessment__isnull=False,
                    item__isnull=False,
                )
                | Q(origin=PracticeOrigin.PROPOSAL),
                violation_error_message=_("Name the award or the item that it comes from."),
            )
        ]

    def __str__(self):
        return self.local_title

    def get_absolute_url(self):
        return reverse("governance:practice-detail", args=[self.pk])

    def why_not_undone(self, former) -> str:
        """As of a forum."""
        return why_moved(self, former, is_public=self.is_shared)

    @property
    def is_shared(self) -> bool:
        return self.state == PracticeState.SHARED

    @property
    def local_title(self) -> str:
        return local_name(self.title, self.title_en)

    @property
    def local_summary(self) -> str:
        return local_name(self.summary, self.summary_en)


def material_path(material, name: str) -> str:
    """Below the uploads; the name is given by `governance.materials`."""
    return f"practices/{material.practice_id}/{name}"


class PracticeMaterial(models.Model):
    """A document, a picture or a link that goes with a practice. Seen once it is shared."""

    practice = models.ForeignKey(
        Practice, verbose_name=_("practice"), on_delete=models.CASCADE, related_name="materials"
    )
    title = models.CharField(_("what it is"), max_length=200)
    file = models.FileField(_("file"), upload_to=material_path, max_length=200, blank=True)
    content_type = models.CharField(_("type of the file"), max_length=100, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    url = models.URLField(_("address"), max_length=500, blank=True)
    made_by = user_field(_("entered by"))
    on_behalf_of = user_field(_("on whose behalf"))

    class Meta:
        verbose_name = _("material of a practice")
        verbose_name_plural = _("materials of practices")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="practicematerial_file_or_link",
                condition=Q(file="") & ~Q(url="") | ~Q(file="") & Q(url=""),
                violation_error_message=_("Give a file or an address, one of them."),
            )
        ]

    def __str__(self):
        return self.title
