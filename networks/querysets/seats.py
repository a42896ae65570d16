"""Which rows of the ledger of seats."""

import datetime

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from networks.choices import Occupancy

# How long before its end a term is one that ends soon.
EXPIRING_DAYS = 90


class SeatHoldingQuerySet(models.QuerySet):
    def on(self, day: datetime.date):
        """The row of the ledger that holds for each seat on the day: the latest one begun."""
        return self.lasting_to(day).filter(starts_on__lte=day).order_by("network", "seat")

    def lasting_to(self, day: datetime.date):
        """Nobody has taken the seat over by the day."""
        later = self.model._base_manager.filter(
            network=OuterRef("network"),
            seat=OuterRef("seat"),
            starts_on__lte=day,
            starts_on__gt=OuterRef("starts_on"),
        )
        return self.filter(~Exists(later))

    def today(self):
        return self.on(timezone.localdate())

    def giving_access(self):
        """Lets the holder work for the network today."""
        return self.today().filter(occupancy=Occupancy.HELD)

    def without_holder(self):
        """Today's rows that name nobody: vacant, or not recorded."""
        return self.today().filter(holder=None)

    def expired(self):
        """The term is over; the holder stays until a successor takes over."""
        return self.today().filter(expires_on__lt=timezone.localdate())

    def expiring(self):
        """The term ends within EXPIRING_DAYS."""
        day = timezone.localdate()
        soon = day + datetime.timedelta(days=EXPIRING_DAYS)
        return self.today().filter(expires_on__range=(day, soon))

    def with_names(self):
        return self.select_related("network", "holder", "organization__district", "source")
