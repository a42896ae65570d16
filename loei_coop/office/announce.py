"""Results of a round become public: awards, pages, certificates, numbers, and a draft of the news,
all of it or nothing."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from governance import workflow
from governance.models import Announcement, AssessmentRound
from governance.workflow import AwardTerms
from loei_coop.news import workflow as news_workflow
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.composing import compose
from loei_coop.news.facts.collecting import Subject
from loei_coop.news.models import PressRelease
from loei_coop.thai.dates import PartialDate, Precision


@transaction.atomic
def announce(
    round_: AssessmentRound,
    terms: AwardTerms,
    *,
    by,
    at: datetime.datetime | None = None,
    seen: Collection[int] | None = None,
) -> tuple[Announcement, PressRelease | None]:
    """`at`: a time to come, or now. The release is a draft for the officers, if there are awards
    to tell of. Raises WorkflowError."""
    announcement = workflow.announce(round_, terms, by=by, at=at, seen=seen)
    if not announcement.awards.exists():
        return announcement, None
    return announcement, draft_of(announcement, by)


def draft_of(announcement: Announcement, by) -> PressRelease:
    """Told from the day of the announcement on."""
    day = timezone.localdate(announcement.announced_at)
    subject = Subject(as_of=PartialDate(day, Precision.DAY), round=announcement.round)
    return compose(ReleaseKind.ROUND_RESULTS, subject, by=by)


@transaction.atomic
def call_off(announcement: Announcement, *, by) -> None:
    """News of the round that wait for their time are called off with it: they name the winners."""
    workflow.call_off(announcement, by=by)
    for release in PressRelease.objects.to_come().filter(round=announcement.round_id):
        news_workflow.call_off(release, by=by)
