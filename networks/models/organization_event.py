from django.db import models
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.fields import ThaiDateField
from networks.choices import OrganizationEventKind
from networks.models.organization import Organization
from networks.models.source import SourcedModel
from networks.models.tenure import BasisModel


class OrganizationEvent(BasisModel, SourcedModel):
    """An act of the law on one organization: dissolution, liquidation, striking off."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="events",
    )
    kind = models.CharField(_("what happened"), max_length=12, choices=OrganizationEventKind)
    happened_on = ThaiDateField(_("date"))

    IDENTITY = ("organization_id", "kind")
    history = History()

    class Meta:
        verbose_name = _("dissolution, liquidation or striking off")
        verbose_name_plural = _("dissolutions, liquidations and strikings off")
        ordering = ["organization", "happened_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind"],
                name="organization_event_once",
                violation_error_message=_("This is recorded already."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.organization}"
