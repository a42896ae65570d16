from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.fields import PartialDateField, PrecisionField, ThaiDateField
from networks.choices import Kind
from networks.models.place import District, Subdistrict
from networks.models.source import SourcedModel


class RegisterCount(SourcedModel):
    """How many there were according to the register of a time: recorded, never recomputed."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    number = models.PositiveIntegerField(_("number"))
    counted_on = PartialDateField(_("as of"))
    counted_on_precision = PrecisionField()

    IDENTITY = ("kind", "counted_on")
    history = History()

    class Meta:
        verbose_name = _("recorded count")
        verbose_name_plural = _("recorded counts")
        ordering = ["-counted_on", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "counted_on"],
                name="registercount_once",
                violation_error_message=_("A count of this kind and date is recorded already."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"


class PopulationCount(SourcedModel):
    """People and households of a district or a subdistrict on a day."""

    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="population_counts",
    )
    subdistrict = models.ForeignKey(
        Subdistrict,
        verbose_name=_("subdistrict"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="population_counts",
    )
    counted_on = ThaiDateField(_("as of"))
    people = models.PositiveIntegerField(_("people"))
    households = models.PositiveIntegerField(_("households"), null=True, blank=True)

    IDENTITY = ("district_id", "subdistrict_id", "counted_on")
    history = History()

    class Meta:
        verbose_name = _("population count")
        verbose_name_plural = _("population counts")
        ordering = ["-counted_on", "district", "subdistrict"]
        constraints = [
            models.CheckConstraint(
                name="populationcount_of_one_place",
                condition=Q(district__isnull=False, subdistrict=None)
                | Q(district=None, subdistrict__isnull=False),
                violation_error_message=_("Choose a district or a subdistrict, not both."),
            ),
            models.UniqueConstraint(
                fields=["district", "counted_on"],
                condition=Q(district__isnull=False),
                name="populationcount_district_once",
                violation_error_message=_("A count of this place and date is recorded already."),
            ),
            models.UniqueConstraint(
                fields=["subdistrict", "counted_on"],
                condition=Q(subdistrict__isnull=False),
                name="populationcount_subdistrict_once",
                violation_error_message=_("A count of this place and date is recorded already."),
            ),
        ]

    def __str__(self):
        return f"{self.district or self.subdistrict} {self.people}"
