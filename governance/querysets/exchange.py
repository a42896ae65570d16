"""Which topics, forums, practices and promises."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from governance.states import PUBLIC_FORUMS, TELLING_FORUMS, ForumState, PracticeState
from loei_coop.common.models import AuthoredQuerySet
from loei_coop.thai.fiscal import fiscal_year
from networks.querysets import CodedQuerySet


class TopicQuerySet(CodedQuerySet):
    def in_order(self):
        return self.select_related("standard").order_by("standard", "order", "pk")

    def of_category(self, category):
        """A category of another edition has the same number."""
        return self.filter(standard=category.edition.standard_id, category_code=category.number)


class ForumQuerySet(CodedQuerySet):
    def public(self):
        return self.filter(state__in=PUBLIC_FORUMS)

    def to_come(self):
        """Of this fiscal year or later; a source of the past may tell of one that was planned."""
        this_year = fiscal_year(timezone.localdate())
        return self.filter(state=ForumState.PLANNED, fiscal_year__gte=this_year)

    def held(self):
        return self.filter(state=ForumState.HELD)

    def with_names(self):
        return self.select_related("standard", "source")

    def without_samples(self):
        return self.filter(is_sample=False)

    def latest_first(self):
        return self.order_by("-fiscal_year", "-quarter", "-held_on", "pk")


class ForumHostQuerySet(models.QuerySet):
    def public(self):
        """Of forums that are to come or were held."""
        return self.filter(forum__state__in=TELLING_FORUMS)

    def with_names(self):
        return self.select_related(
            "organization__district__network", "topic__standard", "practice", "forum"
        )

    def in_order(self):
        """The latest forum first, its hosts in the order of the announcement."""
        return self.order_by("-forum__fiscal_year", "-forum__quarter", "forum", "order", "pk")


class PracticeQuerySet(AuthoredQuerySet):
    def public(self):
        return self.filter(state=PracticeState.SHARED)

    def to_agree(self):
        """The host is asked."""
        return self.filter(state=PracticeState.PROPOSED)

    def to_select(self):
        return self.filter(state=PracticeState.AGREED)

    def to_share(self):
        return self.filter(state=PracticeState.SELECTED)

    def standing(self):
        """Under way or shared."""
        return self.exclude(state__in=[PracticeState.DECLINED, PracticeState.WITHDRAWN])

    def with_names(self):
        return self.select_related(
            "organization__district__network", "topic__standard", "award__standard", "item"
        )

    def by_topic(self):
        return self.order_by("topic__standard", "topic__order", "topic", "-shared_at", "-pk")

    def latest_first(self):
        return self.order_by("-shared_at", "-made_at", "-pk")

    def with_samples(self) -> bool:
        return self.filter(Q(is_sample=True) | Q(organization__is_sample=True)).exists()

    def without_samples(self):
        return self.filter(is_sample=False, organization__is_sample=False)


class PromiseQuerySet(AuthoredQuerySet):
    def with_names(self):
        return self.select_related("forum", "topic", "action", "made_by", "on_behalf_of")

    def not_planned(self):
        """In no standing line of the plan."""
        return self.filter(Q(action=None) | Q(action__removed_at__isnull=False))

    def in_order(self):
        """The latest first."""
        return self.order_by("-made_at", "-pk")
