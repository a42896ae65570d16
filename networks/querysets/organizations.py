"""Which cooperatives and farmer groups."""

from collections import defaultdict
from functools import reduce
from operator import or_

from django.db.models import Count, F, Q
from django.utils import timezone

from loei_coop.thai import search
from networks.choices import STATUSES_OF_PUBLIC, Kind, PublicStatus, Status
from networks.general_meetings import counting_after
from networks.querysets.base import CodedQuerySet, SearchableQuerySet, has_terms


class OrganizationQuerySet(SearchableQuerySet, CodedQuerySet):
    def standing(self):
        """Has a page of its own: not joined away as a duplicate."""
        return self.filter(joined_into=None)

    def counted(self):
        """What every total counts: not joined away, not dissolved or in liquidation."""
        return self.standing().exclude(status__in=[Status.DISSOLVED, Status.LIQUIDATION])

    def with_samples(self) -> bool:
        """Whether there is a sample among them."""
        return self.filter(is_sample=True).exists()

    def with_place(self):
        return self.select_related("district__network")

    def with_public_status(self, word: PublicStatus | None):
        """None: the status is not recorded."""
        return self.filter(status__in=STATUSES_OF_PUBLIC[word] if word else [""])

    def search(self, query: str):
        """Also by former names and other ways of writing the name."""
        if not search.terms(query):
            return self.all()
        other_names = self.model._meta.get_field("names").related_model.objects.search(query)
        return self.filter(has_terms(query) | Q(pk__in=other_names.values("organization")))

    def in_network(self, network):
        return self.filter(district__network=network)

    def without_network(self):
        return self.filter(district=None)

    def in_network_order(self):
        """By network, then district in the network's order, then in dictionary order."""
        return self.order_by(
            F("district__network").asc(nulls_last=True),
            "district__network_order",
            "sort_key",
            "name",
        )

    def possible_duplicates(self):
        """Of one kind and of one folded name with another record: ครูเลย, ครูเลย จำกัด."""
        same = defaultdict(list)
        for pk, kind, name in self.model._base_manager.filter(joined_into=None).values_list(
            "pk", "kind", "name"
        ):
            same[kind, search.fold(name)].append(pk)
        return self.filter(pk__in=[pk for pks in same.values() if len(pks) > 1 for pk in pks])

    def without_status(self):
        return self.standing().filter(status="")

    def without_registration_number(self):
        return self.counted().filter(registration_number="")

    def without_district(self):
        """And so without an area network."""
        return self.counted().filter(district=None)

    def without_promotion_officer(self):
        return self.counted().filter(promotion_officer=None)

    def with_unconfirmed_holders(self):
        """Nobody there said since the last end of their accounting year that the list of office
        holders is right; while that end is not recorded, for a year."""
        confirmations = self.model._meta.get_field("holders_confirmations").related_model.objects
        recent = [self._confirmed_lately(*end) for end in self._accounting_year_ends()]
        done = confirmations.filter(reduce(or_, recent, Q(pk__in=[])))
        return self.counted().exclude(pk__in=done.values("organization"))

    def _accounting_year_ends(self):
        columns = ("accounting_year_end_day", "accounting_year_end_month")
        return self.model._base_manager.order_by().values_list(*columns).distinct()

    def _confirmed_lately(self, day, month):
        year_end = (day, month) if day else None
        return Q(
            organization__accounting_year_end_day=day,
            organization__accounting_year_end_month=month,
            meeting_on__gt=counting_after(year_end, today=timezone.localdate()),
        )

    def joined_away(self):
        return self.filter(joined_into__isnull=False)

    def of_family(self, pk):
        """The record and what was joined into it."""
        return self.filter(Q(pk=pk) | Q(joined_into=pk))

    def not_promoted_by(self, officer, *, group: int | None = None):
        """Another officer has them, or none; with a group, also those of another group."""
        same = Q(promotion_officer=officer)
        return self.exclude(same if group is None else same & Q(promotion_group=group))

    def totals(self) -> dict[str, int]:
        """{"organizations": n, "cooperatives": n, "farmer_groups": n}"""
        return self.aggregate(**KIND_COUNTS)

    def totals_by_network(self) -> dict[int | None, dict[str, int]]:
        """`totals` by network number; None is the network not recorded."""
        return self._totals_by("district__network")

    def totals_by_district(self) -> dict[str | None, dict[str, int]]:
        """`totals` by district code; None is the district not recorded."""
        return self._totals_by("district")

    def _totals_by(self, column):
        rows = self.order_by().values_list(column).annotate(**KIND_COUNTS)
        return {key: dict(zip(KIND_COUNTS, counts, strict=True)) for key, *counts in rows}


KIND_COUNTS = {
    "organizations": Count("pk"),
    "cooperatives": Count("pk", filter=Q(kind=Kind.COOPERATIVE)),
    "farmer_groups": Count("pk", filter=Q(kind=Kind.FARMER_GROUP)),
}
