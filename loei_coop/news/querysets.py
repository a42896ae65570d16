"""Which releases."""

from django.db.models import Count, DateField, Q
from django.db.models.functions import Coalesce, ExtractYear, TruncDate
from django.utils import timezone

from loei_coop.common.frozen import FrozenQuerySet
from loei_coop.news.choices import TOLD_BY_WRITERS, ReleaseKind
from loei_coop.news.states import FROZEN, ReleaseState
from networks.choices import NETWORK_NUMBERS
from networks.querysets import CodedQuerySet, SearchableQuerySet

# The speaker agreed, or a cited source has the words.
QUOTABLE = Q(is_agreed=True) | Q(source__isnull=False)
# What only its own page shows, and what it is found by.
HEAVY = ["facts", "search_text"]
TOLD_YEAR = ExtractYear(
    Coalesce("released_on", "as_of", TruncDate("published_at"), output_field=DateField())
)


class ReleaseQuerySet(FrozenQuerySet, SearchableQuerySet):
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
        composed = composed.exclude(kind__in=TOLD_BY_WRITERS)
        return composed.filter(published | Q(state=ReleaseState.APPROVED)).order_by("pk")

    def for_machines(self):
        """What feeds and search engines take away with them: no samples, whose mark would be lost
        there."""
        return self.public().filter(is_sample=False)

    def latest_first(self):
        return self.order_by("-published_at", "-pk")

    def before(self, release):
        """The one published next before it, or None."""
        earlier = Q(published_at__lt=release.published_at)
        same_time = Q(published_at=release.published_at, pk__lt=release.pk)
        return self.filter(earlier | same_time).latest_first().first()

    def after(self, release):
        later = Q(published_at__gt=release.published_at)
        same_time = Q(published_at=release.published_at, pk__gt=release.pk)
        return self.filter(later | same_time).order_by("published_at", "pk").first()

    def naming(self, organization):
        """Also by what was joined into it."""
        ids = self.model.organizations.through.objects.filter(
            Q(organization=organization) | Q(organization__joined_into=organization)
        )
        return self.filter(pk__in=ids.values("pressrelease"))

    def naming_network(self, number):
        return self.filter(names_network(self.model, number))

    def counts_by_network(self) -> dict[int, int]:
        """One query."""
        return self.order_by().aggregate(
            **{
                str(number): Count("pk", filter=names_network(self.model, number))
                for number in NETWORK_NUMBERS
            }
        )

    def with_year(self):
        """`year`: the one it tells of, by its own date, that of its records, or else the day on
        which it was published."""
        return self.annotate(year=TOLD_YEAR)

    def for_lists(self):
        return self.select_related("source", "network").defer(*HEAVY)

    def with_names(self):
        return self.select_related("source", "network", "round__edition__standard", "forum")


def names_network(model, number: int) -> Q:
    """It is about the network or about all of them, or names a cooperative or group there."""
    named = model.organizations.through.objects.filter(organization__district__network=number)
    about_all = Q(kind=ReleaseKind.NETWORK_FORMED, network=None)
    return Q(network=number) | about_all | Q(pk__in=named.values("pressrelease"))


class StatementQuerySet(CodedQuerySet):
    def quotable(self):
        return self.filter(QUOTABLE)

    def unquotable(self):
        return self.exclude(QUOTABLE)
