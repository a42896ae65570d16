"""Which people and agencies, and who holds what on a day."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from loei_coop.thai import search
from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import (
    ACCESS_POSITIONS,
    LEADING_POSITIONS,
    ONE_HOLDER_OFFICES,
    Ending,
    Position,
    Status,
)
from networks.querysets.base import CodedQuerySet, SearchableQuerySet

OFFICE_CODE = "loei-cooperative-office"


class AgencyQuerySet(CodedQuerySet):
    def office(self):
        """The provincial cooperative office itself, or None."""
        return self.filter(code=OFFICE_CODE).first()


NEVER_IN_OFFICE = Q(appointments=None, committee_offices=None, seat_holdings=None)


class PersonQuerySet(SearchableQuerySet, CodedQuerySet):
    def in_thai_order(self):
        return self.order_by("sort_key", "first_name", "last_name")

    def called(self, first_name: str, last_name: str):
        """Of this name, however it is spelt and whatever the title."""
        wanted = search.fold(f"{first_name} {last_name}")
        alike = self.search(f"{first_name} {last_name}")
        names = alike.values_list("pk", "first_name", "last_name")
        same = [pk for pk, *name in names if search.fold(" ".join(name)) == wanted]
        return self.filter(pk__in=same)

    def promotion_officers(self):
        """In office today as promotion officers of the provincial cooperative office."""
        appointments = self.model._meta.get_field("appointments").related_model.objects
        current = appointments.held_today().filter(
            position=Position.PROMOTION_OFFICER, agency__code=OFFICE_CODE
        )
        return self.filter(pk__in=current.values("person"))

    def with_private_contacts(self):
        """A telephone or e-mail that is not published."""
        return self.filter(
            Q(phone_public=False) & ~Q(phone="") | Q(email_public=False) & ~Q(email="")
        )

    def with_contacts(self):
        """A telephone, an e-mail, or a tick that would publish one."""
        return self.filter(
            ~Q(phone="") | ~Q(email="") | Q(phone_public=True) | Q(email_public=True)
        )

    def without_office_for(self, days: int):
        """In office at no time of the last `days` days, nor to be. An end that nobody recorded
        counts as soon after the beginning; who never held anything counts from the day on which
        the record was made, and an officer with an open account never."""
        day = timezone.localdate() - datetime.timedelta(days=days)
        seats = self.related("seat_holdings").lasting_to(day).exclude(holder=None)
        promoted = self.related("promoted_organizations").exclude(promotion_officer=None)
        people = self.model.objects
        staying = [
            self.related("appointments").lasting_to(day).values("person"),
            self.related("committee_offices").lasting_to(day).values("person"),
            seats.values("holder"),
            promoted.order_by().values("promotion_officer"),
            people.filter(user__is_staff=True, user__is_active=True).values("pk"),
            people.filter(NEVER_IN_OFFICE, pk__in=self.made_in(days)).values("pk"),
        ]
        return self.filter(*(~Q(pk__in=rows) for rows in staying))

    def made_in(self, days: int):
        """Keys of those whose record is as young as that."""
        since = timezone.now() - datetime.timedelta(days=days)
        added = self.model.history.filter(history_type="+", history_date__gt=since)
        return added.order_by().values("id")

    def related(self, name: str):
        return self.model._meta.get_field(name).related_model.objects

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

    def lasting_to(self, day: datetime.date):
        """In office on the day or later. Of an end that nobody recorded only the beginning is
        known."""
        return self.filter(
            Q(ending=Ending.ENDED, ends_on__gte=day)
            | Q(ending=Ending.IN_OFFICE)
            | Q(ending=Ending.UNKNOWN, starts_on__gt=day)
        )


class AppointmentQuerySet(TenureQuerySet):
    def with_names(self):
        return self.select_related("person", "organization", "agency")

    def of_user(self, user):
        """Of the person whose account it is."""
        return self.filter(person__user=user)

    def deputies(self):
        """Those who fill in the portal for another, with whom that is."""
        return self.filter(position=Position.DEPUTY).select_related("named_by")

    def leading(self):
        """Of whoever speaks for the organization."""
        return self.filter(position__in=LEADING_POSITIONS)

    def of_promotion_officers(self):
        return self.filter(position=Position.PROMOTION_OFFICER)

    def of_governors(self):
        return self.filter(position=Position.GOVERNOR)

    def of_heads_of_the_office(self):
        return self.filter(position=Position.PROVINCIAL_OFFICER)

    def in_post_on(self, day: datetime.date):
        """Whoever holds it for certain, the last to begin first."""
        rows = self.held_on(day).exclude(ending=Ending.UNKNOWN).with_names()
        return rows.order_by(F("starts_on").desc(nulls_last=True), "-pk")

    def not_over(self):
        """Today's and those to come."""
        over = Q(ending=Ending.UNKNOWN) | Q(ends_on__lt=timezone.localdate())
        return self.exclude(over)

    def giving_access(self):
        """Lets the person work for the organization today: an unknown end counts as ended, and
        so does everything of an organization that is no more."""
        return self.held_today().filter(
            ~Q(ending=Ending.UNKNOWN),
            ~Q(organization__status__in=[Status.DISSOLVED, Status.LIQUIDATION]),
            organization__joined_into=None,
            position__in=ACCESS_POSITIONS,
        )


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

    def lasting_to(self, day: datetime.date):
        """In office on the day or later."""
        terms = self.model._meta.get_field("term").related_model.objects
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), term__in=terms.lasting_to(day))

    def giving_access(self):
        """Chair and secretary of the committee of today."""
        terms = self.model._meta.get_field("term").related_model.objects
        of_today = terms.held_today().exclude(ending=Ending.UNKNOWN)
        return self.on(timezone.localdate()).filter(
            term__in=of_today, office__in=ONE_HOLDER_OFFICES
        )

    def with_names(self):
        return self.select_related("term", "person")


class ContactReadingQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def by(self, user):
        return self.filter(read_by=user)
