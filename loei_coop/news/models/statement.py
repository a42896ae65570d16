from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models import AssessmentRound, Forum
from loei_coop.common.history import History
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.models.campaign import Campaign
from loei_coop.news.querysets import StatementQuerySet
from loei_coop.thai.django.fields import PartialDateField, PrecisionField
from networks.models import Person
from networks.models.source import SourcedModel
from networks.validators import record_code


class Statement(SourcedModel):
    """Words of a person, as they stand after "กล่าวว่า". A release quotes them only when the
    speaker agreed to them, or when they are taken from a cited source."""

    code = models.SlugField(_("code"), max_length=40, unique=True, validators=[record_code])
    kind = models.CharField(_("for releases of the kind"), max_length=14, choices=ReleaseKind)
    speaker = models.ForeignKey(
        Person, verbose_name=_("speaker"), on_delete=models.PROTECT, related_name="statements"
    )
    # As it was when the words were said.
    speaker_post = models.CharField(_("post of the speaker"), max_length=200)
    speaker_post_en = models.CharField(
        _("post of the speaker in English"), max_length=200, blank=True
    )
    text = models.TextField(_("words"), max_length=4000)
    text_en = models.TextField(_("words in English"), max_length=4000, blank=True)
    said_on = PartialDateField(_("said on"), null=True, blank=True)
    said_on_precision = PrecisionField()
    is_agreed = models.BooleanField(_("the speaker agrees to these words"), default=False)
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("campaign"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    round = models.ForeignKey(
        AssessmentRound,
        verbose_name=_("assessment round"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    forum = models.ForeignKey(
        Forum,
        verbose_name=_("learning forum"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )

    IDENTITY = ("code",)
    objects = StatementQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["-said_on", "pk"]

    def __str__(self):
        return f"{self.speaker}: {self.text[:60]}"

    @property
    def is_quotable(self) -> bool:
        return self.is_agreed or self.source_id is not None
