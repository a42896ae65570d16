"""Which announcements, awards, forums and practices."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from governance.states import PUBLIC_FORUMS, AwardState, PracticeState
from networks.querysets import CodedQuerySet


class AnnouncementQuerySet(models.QuerySet):
    def standing(self):
        """Not called off."""
        return self.filter(cancelled_at=None)

    def to_come(self):
        return self.standing().filter(announced_at__gt=timezone.now())

    def past(self):
        return self.standing().filter(announced_at__lte=timezone.now())


class AwardQuerySet(CodedQuerySet):
    def public(self):
        """Announced: what may be on any page, revoked ones too."""
        return self.filter(Q(is_recorded=True) | Q(announced_at__lte=timezone.now()))

    def valid(self):
        return self.exclude(state=AwardState.REVOKED)

    def of_year(self, fiscal_year):
        return self.filter(fiscal_year=fiscal_year)

    def with_names(self):
        return self.select_related(
            "organization__district__network", "standard", "presenter", "source"
        )

    def in_order(self):
        """Of the announcement."""
        return self.order_by("-fiscal_year", "standard", "order", "pk")


class ForumQuerySet(CodedQuerySet):
    def public(self):
        return self.filter(state__in=PUBLIC_FORUMS)


class PracticeQuerySet(models.QuerySet):
    def public(self):
        return self.filter(state=PracticeState.SHARED)

    def with_names(self):
        return self.select_related("organization__district__network", "topic__standard", "award")
