from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models.edition import Edition
from governance.querysets import RoundQuerySet
from loei_coop.common.fields import ChoiceListField
from loei_coop.common.history import History
from loei_coop.thai.dates import Precision, buddhist_year
from loei_coop.thai.django.fields import CommonEraYearField, PrecisionField
from networks.choices import Kind, OrganizationType
from networks.models import AreaNetwork


class AssessmentRound(models.Model):
    """A fiscal year's assessment by one edition. Who is invited: everybody whom no list leaves
    out; an empty list leaves nobody out. Made by `governance.rounds`, which freezes the edition."""

    edition = models.ForeignKey(
        Edition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="rounds"
    )
    fiscal_year = CommonEraYearField(_("fiscal year"))
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    # A round of the past, known by its results only; its time may be known to the month.
    is_recorded = models.BooleanField(
        _("recorded from a source"),
        default=False,
        help_text=_("A round of the past: its results are entered, nobody fills in a form."),
    )
    period_precision = models.CharField(
        _("how exactly its time is known"),
        max_length=5,
        choices=PrecisionField.CHOICES,
        default=Precision.DAY.value,
    )
    reconsideration_days = models.PositiveSmallIntegerField(
        _("days to ask for reconsideration"),
        default=15,
        help_text=_("After the working group confirmed the result."),
    )
    invited_kinds = ChoiceListField(_("invited kinds"), options=Kind)
    invited_types = ChoiceListField(_("invited types"), options=OrganizationType)
    invited_networks = models.ManyToManyField(
        AreaNetwork, verbose_name=_("invited networks"), blank=True, related_name="+"
    )

    IDENTITY = ("edition_id", "fiscal_year")
    objects = RoundQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("assessment round")
        verbose_name_plural = _("assessment rounds")
        ordering = ["-fiscal_year", "edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "fiscal_year"],
                name="round_once_a_year",
                violation_error_message=_("This year has a round by this edition already."),
            ),
            models.CheckConstraint(
                name="round_closes_after_it_opens",
                condition=Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("The round closes before it opens."),
            ),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (*self.edition.natural_key(), self.fiscal_year)

    natural_key.dependencies = ["governance.edition"]

    @property
    def name(self) -> str:
        sentence = gettext("Assessment of fiscal year %(year)s (B.E. %(buddhist_year)s)")
        years = {"year": self.fiscal_year, "buddhist_year": buddhist_year(self.fiscal_year)}
        return sentence % years
