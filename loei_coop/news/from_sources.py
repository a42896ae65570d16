"""The two releases of 2556 that the portal is built from, composed from its own records.

They are published when they are composed, cite their source and bear no date of their own. Once
there, they are frozen: nobody removes them, and one that was withdrawn is not composed again.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from governance.models import AssessmentRound
from loei_coop.common.records import Outcome
from loei_coop.news import workflow
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.composing import compose
from loei_coop.news.facts.collecting import Subject
from loei_coop.news.facts.fact import NoRecordsError
from loei_coop.news.models import PressRelease
from loei_coop.thai.dates import PartialDate, Precision
from networks.models import Source

IN_2556 = PartialDate(datetime.date(2013, 1, 1), Precision.YEAR)


@dataclass(frozen=True)
class FromSource:
    code: str
    kind: ReleaseKind
    source: str
    subject: Callable[[], Subject]


def networks_of_2556() -> Subject:
    return Subject(as_of=IN_2556)


def results_of_2556() -> Subject:
    rounds = AssessmentRound.objects.filter(is_recorded=True, fiscal_year=IN_2556.date.year)
    round_ = rounds.filter(edition__code="governance-2556").first()
    return Subject(as_of=IN_2556, round=round_)


RELEASES = [
    FromSource(
        "network-formed-2556", ReleaseKind.NETWORK_FORMED, "release-network", networks_of_2556
    ),
    FromSource("round-results-2556", ReleaseKind.ROUND_RESULTS, "release-awards", results_of_2556),
]


def compose_missing(outcome: Outcome) -> None:
    """Called by `common.records.load` when the records are there."""
    for made in RELEASES:
        source = Source.objects.filter(code=made.source).first()
        if source and not PressRelease.objects.filter(code=made.code).exists():
            compose_one(made, source, outcome)


def compose_one(made: FromSource, source: Source, outcome: Outcome) -> None:
    try:
        release = compose(made.kind, made.subject(), code=made.code, source=source)
    except NoRecordsError as error:
        outcome.left_out.append(f"{made.code}: {error}")
        return
    workflow.publish_from_source(release)
    outcome.added[release._meta.label] += 1
