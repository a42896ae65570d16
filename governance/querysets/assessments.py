"""Which assessments, answers, evidence and actions."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from governance.states import (
    FROZEN,
    HANDED_IN,
    UNDER_REVIEW,
    UNDER_WAY,
    ReconsiderationState,
    State,
)
from loei_coop.common.frozen import FrozenQuerySet
from loei_coop.common.models import AuthoredQuerySet


class RoundQuerySet(models.QuerySet):
    def get_by_natural_key(self, edition, fiscal_year):
        return self.get(edition__code=edition, fiscal_year=fiscal_year)

    def open(self):
        """Answers are taken now, extensions not counted."""
        now = timezone.now()
        return self.filter(opens_at__lte=now, closes_at__gt=now)

    def begun(self):
        return self.filter(opens_at__lte=timezone.now())

    def to_fill_in(self):
        """By people, in forms: not those recorded from a source."""
        rows = self.filter(is_recorded=False).latest_first()
        return rows.select_related("edition__standard")

    def latest_first(self):
        return self.order_by("-fiscal_year", "-opens_at", "pk")


class AssessmentQuerySet(FrozenQuerySet):
    def get_by_natural_key(self, edition, fiscal_year, organization):
        round_ = {"round__edition__code": edition, "round__fiscal_year": fiscal_year}
        return self.get(**round_, organization__code=organization)

    def frozen(self):
        return self.filter(state__in=FROZEN)

    def with_names(self):
        return self.select_related(
            "round__edition__standard", "organization__district__network", "level", "self_level"
        )

    def of_organization(self, organization):
        return self.filter(organization=organization)

    def in_progress(self):
        return self.filter(state=State.DRAFT)

    def under_way(self):
        """Neither confirmed nor given up."""
        return self.filter(state__in=UNDER_WAY)

    def handed_in(self):
        return self.filter(state__in=HANDED_IN)

    def to_review(self):
        return self.filter(state__in=UNDER_REVIEW)

    def to_confirm(self):
        return self.filter(state=State.REVIEWED)

    def confirmed(self):
        return self.filter(state=State.CONFIRMED)

    def announced(self):
        """In public now."""
        return self.confirmed().filter(announced_at__lte=timezone.now())

    def to_announce(self, round_):
        """Confirmed and kept inside so far; in the order in which they are announced."""
        rows = self.confirmed().filter(round=round_, announced_at=None, round__is_recorded=False)
        return rows.order_by("organization__sort_key", "pk")

    def with_public_level(self):
        """Announced, in our time or in its own, and shown by the organization's own tick."""
        announced = Q(announced_at__lte=timezone.now()) | Q(round__is_recorded=True)
        return self.confirmed().filter(announced, is_level_public=True)

    def with_waiting_reconsideration(self):
        waiting = ReconsiderationState.WAITING
        return self.filter(pk__in=self._requests().filter(state=waiting).values("assessment"))

    def _requests(self):
        return self.model._meta.get_field("reconsiderations").related_model.objects

    def reviewed_by(self, user):
        """The user's own queue: assigned, or of organizations that the user promotes."""
        promoted = Q(reviewer=None, organization__promotion_officer__user=user)
        return self.filter(Q(reviewer=user) | promoted)

    def entered_by(self, user):
        """Answers or evidence are the user's, in own name or for a caller."""
        return self.filter(Q(answers__changed_by=user) | Q(evidence__made_by=user)).distinct()

    def overdue(self):
        """Still a draft after its time."""
        closing = Coalesce("closes_at", "round__closes_at")
        return self.in_progress().alias(closing=closing).filter(closing__lt=timezone.now())

    def not_withdrawn(self):
        return self.exclude(state=State.WITHDRAWN)


class MeetingQuerySet(FrozenQuerySet):
    def frozen(self):
        """Those that results rest on."""
        assessments = self.model._meta.get_field("assessments").related_model.objects
        return self.filter(Exists(assessments.confirmed().filter(confirmed_in=OuterRef("pk"))))

    def with_result_count(self):
        """`result_count`: of those confirmed in each."""
        return self.annotate(result_count=Count("assessments"))


class AnswerQuerySet(FrozenQuerySet):
    def given(self):
        return self.filter(Q(share__isnull=False) | Q(is_not_applicable=True))

    def with_items(self):
        return self.select_related("item__category")

    def with_authors(self):
        return self.select_related("changed_by", "on_behalf_of")

    def with_origin(self):
        """From which year it was carried over."""
        return self.select_related("carried_from__assessment__round__edition")


class EvidenceQuerySet(FrozenQuerySet):
    def current(self):
        """Neither removed nor replaced by a newer version."""
        newer = self.model._base_manager.filter(replaces=OuterRef("pk"))
        return self.filter(~Exists(newer), removed_at=None)

    def of_items(self):
        return self.filter(item__isnull=False)

    def of_the_whole(self):
        """The signed page, the scan of a paper form."""
        return self.filter(item=None)

    def with_authors(self):
        return self.select_related("made_by", "on_behalf_of")


class ImprovementQuerySet(AuthoredQuerySet):
    def standing(self):
        return self.filter(removed_at=None)

    def with_items(self):
        return self.select_related("item")

    def open(self):
        return self.standing().filter(progress__lt=100)

    def late(self):
        return self.open().filter(due_on__lt=timezone.localdate())
