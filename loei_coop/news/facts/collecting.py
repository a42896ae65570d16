"""Which facts a release of each kind is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from governance.models import AssessmentRound, Forum, WorkingGroupMeeting
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.facts import campaign as campaigns
from loei_coop.news.facts import committee, forum, meeting, office, register, results, typed, year
from loei_coop.news.facts.fact import Fact, NoRecordsError
from loei_coop.news.facts.times import last_day
from loei_coop.news.models import Statement
from loei_coop.thai.dates import PartialDate
from networks.models import AreaNetwork, CommitteeTerm


@dataclass(frozen=True)
class Subject:
    """What a release is about. `typed`: {name: value} of what no record tells."""

    as_of: PartialDate
    round: AssessmentRound | None = None
    forum: Forum | None = None
    committee_term: CommitteeTerm | None = None
    network: AreaNetwork | None = None
    meeting: WorkingGroupMeeting | None = None
    typed: dict = field(default_factory=dict)


def facts_of(kind: str, subject: Subject) -> list[Fact]:
    """Raises NoRecordsError where the records do not tell what the kind is about."""
    return [*office.office_facts(), *COLLECTORS[ReleaseKind(kind)](subject)]


def network_formed(subject: Subject) -> Iterator[Fact]:
    counts = register.count_facts(subject.as_of)
    campaign = campaigns.campaign_on(subject.as_of)
    said = Statement.objects.filter(kind=ReleaseKind.NETWORK_FORMED, campaign=campaign)
    yield from counts
    yield from register.network_facts(subject.as_of)
    yield from campaigns.campaign_facts(campaign, subject.as_of)
    yield from campaigns.statement_facts(said, subject.as_of)
    yield from committee.committee_facts(subject.as_of)
    yield from office.source_fact(counts[0].source)


def new_committee(subject: Subject) -> Iterator[Fact]:
    term = subject.committee_term or committee.committee_on(last_day(subject.as_of)).term
    committee.require_committee(term)
    said = Statement.objects.filter(kind=ReleaseKind.NEW_COMMITTEE)
    yield from register.network_facts(subject.as_of)
    yield from committee.committee_facts(subject.as_of, term)
    yield from committee.representative_facts(subject.as_of)
    yield from campaigns.statement_facts(said, subject.as_of)
    yield from office.source_fact(term.source)


def round_results(subject: Subject) -> Iterator[Fact]:
    if subject.round is None:
        raise NoRecordsError(_("Choose the round whose results are told."))
    awards = list(results.award_facts(subject.round))
    said = Statement.objects.filter(kind=ReleaseKind.ROUND_RESULTS, round=subject.round)
    yield from results.round_facts(subject.round)
    yield from awards
    yield from campaigns.statement_facts(said, subject.as_of)
    yield from forum.forum_facts(subject.forum or forum.forum_of(subject.round))
    yield from office.source_fact(awards[0].source if subject.round.is_recorded else None)


def learning_forum(subject: Subject) -> Iterator[Fact]:
    if subject.forum is None:
        raise NoRecordsError(_("Choose the learning forum that is told of."))
    said = Statement.objects.filter(kind=ReleaseKind.FORUM, forum=subject.forum)
    yield from forum.forum_facts(subject.forum)
    yield from campaigns.statement_facts(said, subject.as_of)
    yield from office.source_fact(subject.forum.source)


def meeting_resolutions(subject: Subject) -> Iterator[Fact]:
    """Of the working group's meeting, or of another one as typed."""
    if subject.meeting:
        yield from meeting.meeting_facts(subject.meeting)
    yield from typed.typed_facts(subject.typed)


def yearly_summary(subject: Subject) -> Iterator[Fact]:
    counts = register.count_facts(subject.as_of)
    yield from counts
    yield from register.network_facts(subject.as_of)
    yield from year.year_facts(subject.as_of)
    yield from office.source_fact(counts[0].source)


def as_typed(subject: Subject) -> Iterator[Fact]:
    yield from typed.typed_facts(subject.typed)


COLLECTORS: dict[ReleaseKind, Callable[[Subject], Iterator[Fact]]] = {
    ReleaseKind.NETWORK_FORMED: network_formed,
    ReleaseKind.NEW_COMMITTEE: new_committee,
    ReleaseKind.ROUND_RESULTS: round_results,
    ReleaseKind.FORUM: learning_forum,
    ReleaseKind.MEETING: meeting_resolutions,
    ReleaseKind.YEARLY_SUMMARY: yearly_summary,
    ReleaseKind.PHOTO_NEWS: as_typed,
    ReleaseKind.FREE: as_typed,
}
