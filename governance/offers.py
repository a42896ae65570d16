"""The assessments that concern an organization, and what it can do with each."""

from dataclasses import dataclass

from django.utils import timezone

from governance.completeness import Progress, progress_of_each
from governance.invitations import rounds_inviting
from governance.models import Assessment, AssessmentRound
from governance.states import HANDED_IN, WRITABLE, State
from networks.models import Organization


@dataclass(frozen=True)
class Offer:
    """A round that invites; `assessment` once it is begun."""

    round: AssessmentRound
    assessment: Assessment | None = None
    progress: Progress | None = None

    @property
    def deadline(self):
        return self.assessment.deadline if self.assessment else self.round.closes_at

    @property
    def is_coming(self) -> bool:
        return self.round.opens_at > timezone.now()

    @property
    def is_over(self) -> bool:
        return self.deadline <= timezone.now()

    @property
    def can_be_started(self) -> bool:
        return self.assessment is None and not self.is_coming and not self.is_over

    @property
    def is_returned(self) -> bool:
        return self.has_state(State.RETURNED)

    @property
    def is_absent(self) -> bool:
        return self.has_state(State.NOT_TAKING_PART)

    @property
    def is_handed_in(self) -> bool:
        return self.has_state(*HANDED_IN) and not self.is_returned

    @property
    def is_to_fill_in(self) -> bool:
        return self.is_returned or (self.has_state(State.DRAFT) and not self.is_over)

    @property
    def can_be_declined(self) -> bool:
        return self.can_be_started or (self.has_state(State.DRAFT) and not self.is_over)

    def has_state(self, *states) -> bool:
        return self.assessment is not None and self.assessment.state in states


def offers(organization: Organization) -> list[Offer]:
    """Those that invite it, and those that it took part in. The same few queries for any number."""
    rows = Assessment.objects.of_organization(organization).with_names()
    begun = {row.round_id: row for row in rows.filter(round__is_recorded=False)}
    progress = progress_of_each(row for row in begun.values() if row.state in WRITABLE)
    rounds = {row.pk: row for row in rounds_inviting(organization)}
    rounds |= {row.round_id: row.round for row in begun.values()}
    found = [offer_of(row, begun.get(key), progress) for key, row in rounds.items()]
    return sorted(found, key=lambda offer: offer.round.opens_at, reverse=True)


def offer_of(round_: AssessmentRound, assessment: Assessment | None, progress: dict) -> Offer:
    return Offer(round_, assessment, progress.get(assessment.pk) if assessment else None)


def recorded_of(organization: Organization):
    """Results of the past, known from a source."""
    rows = Assessment.objects.of_organization(organization).confirmed().with_names()
    return rows.filter(round__is_recorded=True)
