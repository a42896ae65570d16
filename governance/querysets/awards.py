"""Which announcements and awards."""

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from governance.states import AwardState
from networks.querysets import CodedQuerySet


class AnnouncementQuerySet(models.QuerySet):
    def standing(self):
        """Not called off."""
        return self.filter(cancelled_at=None)

    def to_come(self):
        return self.standing().filter(announced_at__gt=timezone.now())

    def past(self):
        return self.standing().filter(announced_at__lte=timezone.now())


def announced() -> Q:
    """Now, or in its own time. NULL is no moment that is past: nothing follows from it."""
    return Q(is_recorded=True) | Q(announced_at__isnull=False, announced_at__lte=timezone.now())


class AwardQuerySet(CodedQuerySet):
    def public(self):
        """Announced: what may be on any page, revoked ones too."""
        return self.filter(announced())

    def not_yet_public(self):
        return self.exclude(announced())

    def valid(self):
        return self.exclude(state=AwardState.REVOKED)

    def leading(self):
        """Whose holders lead the learning from one another: by a standard, and not revoked."""
        return self.public().valid().filter(standard__isnull=False)

    def of_year(self, fiscal_year):
        return self.filter(fiscal_year=fiscal_year)

    def with_names(self):
        return self.select_related(
            "organization__district__network", "standard", "presenter", "source"
        )

    def in_order(self):
        """Of the announcement."""
        return self.order_by("-fiscal_year", "standard", "order", "pk")

    def of_former(self, organization):
        """Of those that it came from by amalgamation or division."""
        return self.filter(organization__successions_to__successor=organization)

    def of_network(self, network):
        return self.filter(organization__district__network=network)

    def years(self) -> list[int]:
        """The latest first."""
        return list(self.order_by("-fiscal_year").values_list("fiscal_year", flat=True).distinct())

    def latest_year(self):
        """Those of the last year that has any."""
        latest = self.order_by("-fiscal_year").values("fiscal_year")[:1]
        return self.filter(fiscal_year=latest)

    def with_samples(self) -> bool:
        return self.filter(Q(is_sample=True) | Q(organization__is_sample=True)).exists()

    def without_samples(self):
        return self.filter(is_sample=False, organization__is_sample=False)

    def totals(self) -> dict[str, int]:
        """`awards` held, by how many `organizations`; `revoked` besides."""
        held = ~Q(state=AwardState.REVOKED)
        return self.aggregate(
            awards=Count("pk", filter=held),
            organizations=Count("organization", filter=held, distinct=True),
            revoked=Count("pk", filter=~held),
        )

    def totals_by(self, *columns: str):
        """The same for each of the values that the columns have."""
        held = ~Q(state=AwardState.REVOKED)
        return self.order_by().values(*columns).annotate(awards=Count("pk", filter=held))
