"""Which releases."""

from django.db.models import Q
from django.utils import timezone

from loei_coop.common.frozen import FrozenQuerySet
from loei_coop.news.states import FROZEN, ReleaseState
from networks.querysets import CodedQuerySet

# The speaker agreed, or a cited source has the words.
QUOTABLE = Q(is_agreed=True) | Q(source__isnull=False)


class ReleaseQuerySet(FrozenQuerySet):
    def frozen(self):
        return self.filter(state__in=FROZEN)

    def public(self):
        """What visitors read: published, and its time has come."""
        return self.filter(state=ReleaseState.PUBLISHED, published_at__lte=timezone.now())

    def to_come(self):
        """Published at a time that has not come: it may be called off still."""
        return self.filter(state=ReleaseState.PUBLISHED, published_at__gt=timezone.now())

    def known(self):
        """Whose address answers visitors: public ones, and those withdrawn after they were."""
        was_public = Q(state=ReleaseState.WITHDRAWN, published_at__lte=timezone.now())
        return self.public() | self.filter(was_public)

    def waiting_for_approval(self):
        return self.filter(state=ReleaseState.FOR_APPROVAL)

    def approved(self):
        return self.filter(state=ReleaseState.APPROVED)

    def to_watch(self, since):
        """Composed ones that are approved, or were published after that."""
        published = Q(state=ReleaseState.PUBLISHED, published_at__gte=since)
        composed = self.filter(composed_at__isnull=False, as_of__isnull=False)
        return composed.filter(published | Q(state=ReleaseState.APPROVED)).order_by("pk")

    def latest_first(self):
        return self.order_by("-published_at", "-pk")

    def with_names(self):
        return self.select_related("source", "network", "round__edition", "forum")


class StatementQuerySet(CodedQuerySet):
    def quotable(self):
        return self.filter(QUOTABLE)

    def unquotable(self):
        return self.exclude(QUOTABLE)
