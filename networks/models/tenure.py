from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_day
from loei_coop.thai.django.fields import PartialDateField, PrecisionField, ThaiDateField
from networks.choices import BasisKind, Ending


class TenureModel(models.Model):
    """From when to when somebody or something is in office; what is not known is said so."""

    starts_on = PartialDateField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("A year or a month is enough: 2556, 6/2556, 30/6/2556."),
    )
    starts_on_precision = PrecisionField()
    ending = models.CharField(_("end"), max_length=9, choices=Ending, default=Ending.IN_OFFICE)
    ends_on = PartialDateField(
        _("last day"), null=True, blank=True, edge="last", help_text=_("The last day in office.")
    )
    ends_on_precision = PrecisionField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_end_date_when_ended",
                condition=Q(ending="ended", ends_on__isnull=False)
                | Q(ending__in=["in_office", "unknown"], ends_on=None),
                violation_error_message=_(
                    "Give the last day if the term ended on a date, and only then."
                ),
            ),
            models.CheckConstraint(
                name="%(class)s_ends_after_start",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            ),
        ]


class BasisModel(models.Model):
    """The instrument that something rests on: order, announcement or resolution."""

    basis_kind = models.CharField(_("basis"), max_length=12, choices=BasisKind, blank=True)
    basis_number = models.CharField(_("number of the basis"), max_length=60, blank=True)
    basis_dated = ThaiDateField(_("date of the basis"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def basis_text(self):
        return basis_text(self)


def basis_text(row) -> str:
    """ "order no. 12/2569 dated 1 March 2026", as far as it is known; empty without a basis."""
    if not row.basis_kind:
        return ""
    parts = [str(BasisKind(row.basis_kind).label)]
    if row.basis_number:
        parts.append(gettext("no. %(number)s") % {"number": row.basis_number})
    if row.basis_dated:
        parts.append(gettext("dated %(day)s") % {"day": show_day(row.basis_dated)})
    return " ".join(parts)
