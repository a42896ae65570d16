from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models.edition import Edition
from loei_coop.common.fields import ChoiceListField
from loei_coop.common.history import History
from loei_coop.thai.dates import buddhist_year
from loei_coop.thai.django.fields import CommonEraYearField
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
    invited_kinds = ChoiceListField(_("invited kinds"), options=Kind)
    invited_types = ChoiceListField(_("invited types"), options=OrganizationType)
    invited_networks = models.ManyToManyField(
        AreaNetwork, verbose_name=_("invited networks"), blank=True, related_name="+"
    )

    IDENTITY = ("edition_id", "fiscal_year")
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

    @property
    def name(self) -> str:
        sentence = gettext("Assessment of fiscal year %(year)s (B.E. %(buddhist_year)s)")
        years = {"year": self.fiscal_year, "buddhist_year": buddhist_year(self.fiscal_year)}
        return sentence % years
