"""Which rows: each question has one named method."""

import datetime
from collections import defaultdict
from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, When
from django.db.models.functions import Cast
from django.utils import timezone

from loei_coop.thai import search
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django.keys import DerivedKeysQuerySet
from networks.choices import (
    SEATS,
    STATUSES_OF_PUBLIC,
    Ending,
    Kind,
    Position,
    PublicStatus,
    Status,
)

OFFICE_CODE = "loei-cooperative-office"
# How long before its end a term is one that ends soon.
EXPIRING_DAYS = 90


class CodedQuerySet(models.QuerySet):
    """Rows with a permanent `code`, by which fixtures refer to them."""

    def get_by_natural_key(self, code):
        return self.get(code=code)


def has_terms(query: str) -> Q:
    """The search text has every term of the query, however it is spelt; all for an empty one."""
    return reduce(and_, (Q(search_text__contains=term) for term in search.terms(query)), Q())


class SearchableQuerySet(DerivedKeysQuerySet):
    def search(self, query: str):
        return self.filter(has_terms(query))

    def best_first(self, query: str):
        """`search`, first what is called so, then what begins so, then what has it as typed."""
        strict = search.fold(query)
        rank = Case(
            When(Q(search_text=strict) | Q(search_text__startswith=f"{strict} "), then=0),
            When(search_text__startswith=strict, then=1),
            When(search_text__contains=strict, then=2),
            When(search_text__contains=search.loose(query), then=3),
            default=4,
        )
        return self.search(query).order_by(rank, "sort_key")

    def in_thai_order(self):
        """Dictionary order; equal keys by the name itself."""
        return self.order_by("sort_key", "name")


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


class AgencyQuerySet(CodedQuerySet):
    def office(self):
        """The provincial cooperative office itself, or None."""
        return self.filter(code=OFFICE_CODE).first()


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


class PersonQuerySet(SearchableQuerySet, CodedQuerySet):
    def in_thai_order(self):
        return self.order_by("sort_key", "first_name", "last_name")

    def promotion_officers(self):
        """In office today as promotion officers of the provincial cooperative office."""
        appointments = self.model._meta.get_field("appointments").related_model.objects
        current = appointments.held_today().filter(
            position=Position.PROMOTION_OFFICER, agency__code=OFFICE_CODE
        )
        return self.filter(pk__in=current.values("person"))

    def in_office_or_before(self):
        """Those whom the public pages name: they hold or held an office or a seat."""
        return self.filter(
            Q(appointments__isnull=False)
            | Q(committee_offices__isnull=False)
            | Q(seat_holdings__isnull=False)
        ).distinct()


def attested_on(day: datetime.date) -> Q:
    """Known only for the period in which it began ("in 2556"), and that period has the day."""
    periods = [
        Q(starts_on=PartialDate(day, precision).first, starts_on_precision=precision.value)
        for precision in Precision
    ]
    return Q(ending=Ending.UNKNOWN) & (periods[0] | periods[1] | periods[2])


class TenureQuerySet(models.QuerySet):
    def held_on(self, day: datetime.date):
        """In office on the day, as far as the records say so: an unknown end never counts as
        still in office, and an unknown beginning counts from today only."""
        begun = Q(starts_on__lte=day)
        in_office = begun | Q(starts_on=None) if day >= timezone.localdate() else begun
        return self.filter(
            Q(ending=Ending.ENDED, ends_on__gte=day) & begun
            | Q(ending=Ending.IN_OFFICE) & in_office
            | attested_on(day)
        )

    def held_today(self):
        return self.held_on(timezone.localdate())


class AppointmentQuerySet(TenureQuerySet):
    def with_names(self):
        return self.select_related("person", "organization", "agency")


class CommitteeTermQuerySet(TenureQuerySet, CodedQuerySet):
    def on(self, day: datetime.date):
        """The committee's term on the day, or None."""
        return (
            self.held_on(day)
            .select_related("source")
            .order_by(F("starts_on").desc(nulls_last=True), "-pk")
            .first()
        )


class CommitteeMemberQuerySet(models.QuerySet):
    def on(self, day: datetime.date):
        """Members of a term on a day in it; without dates of their own they serve all of it."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day)
        )


class SeatHoldingQuerySet(models.QuerySet):
    def on(self, day: datetime.date):
        """The row of the ledger that holds for each seat on the day: the latest one begun."""
        later = self.model._base_manager.filter(
            network=OuterRef("network"),
            seat=OuterRef("seat"),
            starts_on__lte=day,
            starts_on__gt=OuterRef("starts_on"),
        )
        return self.filter(~Exists(later), starts_on__lte=day).order_by("network", "seat")

    def today(self):
        return self.on(timezone.localdate())

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
