from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.fields import PartialDateField, PrecisionField, ThaiDateField
from networks import seats
from networks.choices import REGISTER_PERMISSIONS, SEATS, Occupancy
from networks.models.organization import Organization
from networks.models.person import Person
from networks.models.place import AreaNetwork
from networks.models.source import SourcedModel
from networks.models.tenure import BasisModel
from networks.querysets import SeatHoldingQuerySet


class SeatHolding(BasisModel, SourcedModel):
    """A row of the ledger of seats: it holds until the next row of the same seat begins."""

    network = models.ForeignKey(
        AreaNetwork,
        verbose_name=_("area network"),
        on_delete=models.PROTECT,
        related_name="seat_holdings",
    )
    seat = models.PositiveSmallIntegerField(
        _("representative number"),
        help_text=_("1 to 3: the seat that is taken over from this day on."),
    )
    starts_on = PartialDateField(_("from"))
    starts_on_precision = PrecisionField()
    occupancy = models.CharField(
        _("occupancy"), max_length=12, choices=Occupancy, default=Occupancy.HELD
    )
    holder = models.ForeignKey(
        Person,
        verbose_name=_("representative"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seat_holdings",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group of the representative"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seat_holdings",
        help_text=_("Lies in a district of the network."),
    )
    expires_on = ThaiDateField(
        _("term expires on"),
        null=True,
        blank=True,
        help_text=_("The holder stays until a successor takes over."),
    )

    IDENTITY = ("network_id", "seat", "starts_on")
    objects = SeatHoldingQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("holding of a seat")
        verbose_name_plural = _("representatives of the networks")
        default_permissions = REGISTER_PERMISSIONS
        ordering = ["network", "seat", "-starts_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "seat", "starts_on"],
                name="seatholding_one_from_a_day",
                violation_error_message=_("This seat has a row from this day already."),
            ),
            models.CheckConstraint(
                name="seatholding_seat_one_of_three",
                condition=Q(seat__in=SEATS),
                violation_error_message=_("A network has three representatives, 1 to 3."),
            ),
            models.CheckConstraint(
                name="seatholding_holder_when_held",
                condition=Q(occupancy="held", holder__isnull=False, organization__isnull=False)
                | Q(occupancy__in=["vacant", "not_recorded"], holder=None, organization=None),
                violation_error_message=_(
                    "Name the representative and the cooperative or group if the seat is held, "
                    "and only then."
                ),
            ),
        ]

    def __str__(self):
        return gettext("%(network)s, representative %(seat)s: %(holder)s") % {
            "network": self.network,
            "seat": self.seat,
            "holder": self.holder or self.get_occupancy_display(),
        }

    def clean(self):
        super().clean()
        seats.check(self)
