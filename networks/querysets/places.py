"""Which districts, subdistricts and area networks."""

from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import Count, F, Prefetch, Q
from django.db.models.functions import Cast
from django.utils import timezone

from loei_coop.thai import search
from networks.choices import SEATS
from networks.querysets.base import SearchableQuerySet

# More districts than a network will ever have.
OUT_OF_THE_WAY = 1000


class DistrictQuerySet(SearchableQuerySet):
    def step_aside(self, codes):
        """Before districts change places: each leaves its own before another takes it."""
        rows = self.filter(pk__in=list(codes), network_order__lt=OUT_OF_THE_WAY)
        return rows.update(network_order=F("network_order") + OUT_OF_THE_WAY)

    step_aside.alters_data = True

    def in_source_order(self):
        return self.order_by("network", "network_order")

    def with_outlines(self):
        """`outline`: the GeoJSON geometry as text, None without one; its source is at hand."""
        text = Cast("boundary__geometry", models.TextField())
        rows = self.select_related("network", "boundary__source").defer("boundary__geometry")
        return rows.annotate(outline=text)


class SubdistrictQuerySet(SearchableQuerySet):
    def search_with_district(self, query: str):
        """Found by their own names; words beside those may name the district."""
        own = [Q(search_text__contains=term) for term in search.terms(query)]
        either = [
            Q(search_text__contains=term) | Q(district__search_text__contains=term)
            for term in search.terms(query)
        ]
        return self.filter(reduce(and_, either), reduce(or_, own)).order_by("sort_key", "code")


class AreaNetworkQuerySet(models.QuerySet):
    def with_missing_seats(self):
        """Networks of which a seat has no row that holds today; `missing_seats` of each."""
        begun = Count(
            "seat_holdings__seat",
            distinct=True,
            filter=Q(seat_holdings__starts_on__lte=timezone.localdate()),
        )
        rows = self.annotate(missing_seats=len(SEATS) - begun)
        return rows.filter(missing_seats__gt=0).order_by("number")

    def with_districts(self):
        """Districts in the order of the source that formed the network."""
        districts = self.model._meta.get_field("districts").related_model.objects
        return self.prefetch_related(Prefetch("districts", districts.in_source_order()))
