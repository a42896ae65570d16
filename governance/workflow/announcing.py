"""Confirmed results of a round become public together, at one moment."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import events, permissions
from governance.choices import AreaLevel, AwardObject
from governance.models import Announcement, Assessment, AssessmentRound, Award
from governance.states import AwardState
from governance.workflow.moving import Kind, require
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.dates import buddhist_year
from networks.models import Person


@dataclass(frozen=True)
class AwardTerms:
    """What those are given whose confirmed level is one of `levels` (keys of Level)."""

    levels: Collection[int] = field(default_factory=frozenset)
    award_object: str = AwardObject.PLAQUE
    area_level: str = AreaLevel.PROVINCE
    is_pilot: bool = False
    presenter: Person | None = None
    presenter_post: str = ""
    presenter_post_en: str = ""


@transaction.atomic
def announce(
    round_: AssessmentRound,
    terms: AwardTerms,
    *,
    by,
    at: datetime.datetime | None = None,
    seen: Collection[int] | None = None,
) -> Announcement:
    """All confirmed results of the round that are not announced yet, `at` a time to come or now.
    `seen`: keys of the assessments that were before the eyes."""
    require(permissions.may_announce(by))
    now = timezone.now()
    check_time(at, now)
    AssessmentRound.objects.select_for_update().get(pk=round_.pk)
    rows = list(Assessment.objects.to_announce(round_).with_names())
    check_announceable(rows, seen)
    announcement = announcement_at(round_, at or now, by)
    for row in rows:
        make_public(row, announcement, by)
    Award.objects.filter(assessment__in=rows).exclude(assessment__level__in=terms.levels).delete()
    awarded = [row for row in rows if row.level_id in terms.levels]
    first = announcement.awards.count() + 1
    for order, row in enumerate(awarded, start=first):
        give_award(row, terms, announcement, order)
    return announcement


def check_time(at: datetime.datetime | None, now: datetime.datetime) -> None:
    if at is not None and at <= now:
        sentence = _("This time is over. Give a later one, or announce at once.")
        raise WorkflowError(sentence)


def check_announceable(rows: list[Assessment], seen: Collection[int] | None) -> None:
    if not rows:
        raise WorkflowError(_("There is no confirmed result that is not announced yet."))
    waiting = Assessment.objects.filter(pk__in=[row.pk for row in rows])
    waiting = waiting.with_waiting_reconsideration().select_related("organization")
    if names := ", ".join(row.organization.name for row in waiting):
        sentence = _("Answer the requests to reconsider first: %(organizations)s.")
        raise WorkflowError(sentence % {"organizations": names})
    if seen is not None and {row.pk for row in rows} != set(seen):
        raise WorkflowError(_("Other results were confirmed meanwhile. Look once more."))


def announcement_at(round_: AssessmentRound, at: datetime.datetime, by) -> Announcement:
    """Of one round and moment there is one."""
    standing = Announcement.objects.standing().filter(round=round_, announced_at=at)
    return standing.first() or Announcement.objects.create(
        round=round_, announced_at=at, made_by=by
    )


def make_public(assessment: Assessment, announcement: Announcement, by) -> None:
    when = announcement.announced_at
    Assessment.objects.filter(pk=assessment.pk).update(announced_at=when)
    events.record(assessment, Kind.ANNOUNCED, by=by, at=when)


def give_award(
    assessment: Assessment, terms: AwardTerms, announcement: Announcement, order: int
) -> Award:
    """One that was made for an announcement that was called off keeps its code."""
    award = Award.objects.filter(assessment=assessment).first() or Award(assessment=assessment)
    for name, value in values_of(assessment, terms, announcement, order).items():
        setattr(award, name, value)
    award.full_clean()
    award.save()
    return award


def values_of(
    assessment: Assessment, terms: AwardTerms, announcement: Announcement, order: int
) -> dict:
    round_ = assessment.round
    return {
        "organization": assessment.organization,
        "fiscal_year": round_.fiscal_year,
        "standard": round_.edition.standard,
        "award_object": terms.award_object,
        "area_level": terms.area_level,
        "is_pilot": terms.is_pilot,
        "result_level": assessment.level_name,
        "result_level_en": assessment.level_name_en,
        "order": order,
        "number": f"{order}/{buddhist_year(round_.fiscal_year)}",
        "state": AwardState.TO_BE_PRESENTED if terms.presenter else AwardState.GRANTED,
        "presenter": terms.presenter,
        "presenter_post": terms.presenter_post,
        "presenter_post_en": terms.presenter_post_en,
        "announcement": announcement,
        "announced_at": announcement.announced_at,
        "is_sample": assessment.is_sample or assessment.organization.is_sample,
    }


@transaction.atomic
def call_off(announcement: Announcement, *, by) -> None:
    """Before its time: the results stay inside as they were. Awards keep their codes until the
    round is announced again, and are known to nobody."""
    require(permissions.may_announce(by))
    now = timezone.now()
    waiting = Announcement.objects.to_come().filter(pk=announcement.pk)
    if not waiting.update(cancelled_at=now, cancelled_by=by):
        raise WorkflowError(_("This is public already, or was called off: it stays as it is."))
    of_it = Assessment.objects.confirmed().filter(
        round=announcement.round_id, announced_at=announcement.announced_at
    )
    for row in of_it:
        events.record(row, Kind.CALLED_OFF, by=by, at=announcement.announced_at)
    of_it.update(announced_at=None)
    for award in announcement.awards.all():
        award.announcement = award.announced_at = None
        award.save()
    announcement.refresh_from_db()
