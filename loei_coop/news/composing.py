"""Drafts releases from the records, and tells later where the records have changed since."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from loei_coop.news import events
from loei_coop.news.drafting import draft
from loei_coop.news.facts.collecting import Subject, facts_of
from loei_coop.news.facts.fact import NoRecordsError, stored, values_of
from loei_coop.news.models import PressRelease, ReleaseEvent
from loei_coop.thai.django.fields import partial_date
from networks.models import Organization

LONGEST_TITLE = PressRelease._meta.get_field("title").max_length
# After publication; who reads an older release knows that the time has passed. Each is composed
# anew for the comparison, so not too many; its own page compares it for ever.
WATCHED = datetime.timedelta(days=90)
SUBJECTS = ("round", "forum", "committee_term", "network", "meeting")


@transaction.atomic
def compose(kind: str, subject: Subject, *, by=None, **values) -> PressRelease:
    """A draft with its facts; `values` of columns beside. Raises NoRecordsError with a sentence,
    and stores nothing, where the records do not tell what the release is about."""
    facts = facts_of(kind, subject)
    release = PressRelease(
        kind=kind,
        facts=stored(facts),
        composed_at=timezone.now(),
        made_by=by,
        is_sample=any(fact.is_sample for fact in facts),
        as_of=subject.as_of.first,
        as_of_precision=subject.as_of.precision.value,
        **{name: getattr(subject, name) for name in SUBJECTS},
        **values,
    )
    write(release)
    release.save()
    release.organizations.set(organizations_of(facts))
    events.record(release, ReleaseEvent.Kind.COMPOSED, by=by, facts=len(facts))
    return release


def write(release: PressRelease) -> None:
    """Title and texts in both languages, from the facts that it has."""
    values = values_of(release.facts)
    thai, english = draft(release.kind, values), draft(release.kind, values, language="en")
    release.title, release.body = thai.title[:LONGEST_TITLE], thai.body
    release.title_en, release.body_en = english.title[:LONGEST_TITLE], english.body


def organizations_of(facts) -> set[Organization]:
    """Those that a fact rests on, or whose award it is."""
    records = [record for fact in facts for record in fact.records]
    own = {getattr(record, "organization", record) for record in records}
    return {row for row in own if isinstance(row, Organization)}


@dataclass(frozen=True)
class Difference:
    """`before`: as the release has it; `now`: as the records have it; None where it is missing."""

    name: str
    before: dict | None
    now: dict | None

    @property
    def label(self) -> str:
        return (self.now or self.before)["label"]


def differences(release: PressRelease) -> list[Difference]:
    """Of the facts that the records tell for the same time today. Nothing for a release that was
    not composed."""
    if not release.is_composed or release.as_of is None:
        return []
    now = facts_now(release)
    names = dict.fromkeys([*from_records(release.facts), *now])
    pairs = [(name, release.facts.get(name), now.get(name)) for name in names]
    return [Difference(*pair) for pair in pairs if value_of(pair[1]) != value_of(pair[2])]


@dataclass(frozen=True)
class Flagged:
    release: PressRelease
    differences: list[Difference]


def flagged() -> list[Flagged]:
    """Releases, approved or published lately, that the records no longer bear out."""
    since = timezone.now() - WATCHED
    rows = [Flagged(row, differences(row)) for row in PressRelease.objects.to_watch(since)]
    return [row for row in rows if row.differences]


def facts_now(release: PressRelease) -> dict[str, dict]:
    """Empty where the records tell nothing any more."""
    try:
        return from_records(stored(facts_of(release.kind, subject_of(release))))
    except NoRecordsError:
        return {}


def from_records(facts: dict[str, dict]) -> dict[str, dict]:
    return {name: fact for name, fact in facts.items() if not fact.get("typed")}


def value_of(fact: dict | None) -> Any:
    return fact and fact["value"]


def subject_of(release: PressRelease) -> Subject:
    typed = {name: fact["value"] for name, fact in release.facts.items() if fact.get("typed")}
    own = {name: getattr(release, name) for name in SUBJECTS}
    return Subject(as_of=partial_date(release, "as_of"), typed=typed, **own)
