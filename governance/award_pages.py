"""What the public pages tell of awards: only what is announced."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from governance.level_counts import LevelCount, shown
from governance.models import Assessment, Award, Standard
from networks.models import Organization

LATEST = 5


@dataclass(frozen=True)
class Part:
    """A year or a standard, with the number of awards held by it."""

    key: object
    awards: int


def years() -> list[Part]:
    """The latest first; a year whose awards were all revoked stays, with 0."""
    rows = Award.objects.public().totals_by("fiscal_year").order_by("-fiscal_year")
    return [Part(row["fiscal_year"], row["awards"]) for row in rows]


def standards() -> list[Part]:
    numbers = {
        row["standard"]: row["awards"] for row in Award.objects.public().totals_by("standard")
    }
    return [Part(row, numbers[row.pk]) for row in Standard.objects.filter(pk__in=numbers)]


def common_source(awards: Iterable[Award]) -> Award | None:
    """One of them, if all come from the same place: then it is told once."""
    awards = list(awards)
    places = {(award.source_id, award.source_detail) for award in awards}
    return awards[0] if len(places) == 1 else None


@dataclass(frozen=True)
class Results:
    """Of one standard in a year: how many reached which level, as far as it is told."""

    standard: Standard
    levels: list[LevelCount]


def results_of(fiscal_year: int) -> list[Results]:
    """Of the rounds that were announced; two queries."""
    by_standard = defaultdict(lambda: defaultdict(list))
    for row in announced(fiscal_year):
        standard = row.round.edition.standard
        # Each announcement counts for itself.
        by_standard[standard][row.round_id, row.announced_at].append(row)
    return [
        Results(standard, together(map(counts_of, announcements.values())))
        for standard, announcements in by_standard.items()
    ]


def announced(fiscal_year: int):
    rows = Assessment.objects.announced().filter(round__fiscal_year=fiscal_year)
    rows = rows.select_related("round__edition__standard", "level", "award")
    return rows.order_by("round__edition__standard", "round", "announced_at", "pk")


def counts_of(assessments: list[Assessment]) -> list[LevelCount]:
    """The highest level first; without a level is a level too."""
    rows = sorted(assessments, key=height, reverse=True)
    numbers = Counter(row.local_level for row in rows)
    named = Counter(row.local_level for row in rows if is_named(row))
    return shown(LevelCount(level, numbers[level], named[level]) for level in numbers)


def height(assessment: Assessment):
    return assessment.level.minimum if assessment.level else -1


def is_named(assessment: Assessment) -> bool:
    """In public, with its level."""
    award = getattr(assessment, "award", None)
    return assessment.is_level_public or (award is not None and award.is_public)


def together(announcements) -> list[LevelCount]:
    """What may be told of several announcements, level by level."""
    numbers = Counter()
    for counts in announcements:
        numbers.update({count.level: count.number for count in counts})
    return [LevelCount(level, number) for level, number in numbers.items()]


@dataclass(frozen=True)
class Honours:
    """What the page of an organization tells. `levels`: of results without an award that it shows
    itself; `of_former`: those of the organizations that it came from."""

    awards: list[Award]
    of_former: list[Award]
    levels: list[Assessment]

    @property
    def is_any(self) -> bool:
        return bool(self.awards or self.of_former or self.levels)

    @property
    def leads_learning(self) -> bool:
        return any(award.standard_id and not award.is_revoked for award in self.awards)

    @property
    def has_samples(self) -> bool:
        return any(award.is_sample for award in [*self.awards, *self.of_former])


def honours_of(organization: Organization) -> Honours:
    """Three queries."""
    rows = Award.objects.public().with_names().in_order()
    awards = list(rows.filter(organization=organization))
    levels = Assessment.objects.with_public_level().of_organization(organization)
    rewarded = {award.assessment_id for award in awards}
    return Honours(
        awards=awards,
        of_former=list(rows.of_former(organization)),
        levels=[row for row in levels.with_names() if row.pk not in rewarded],
    )


def latest() -> list[Award]:
    """The first ones of the latest year, as the home page names them."""
    rows = Award.objects.public().valid()
    return list(rows.latest_year().with_names().in_order()[:LATEST])


def in_network(network) -> dict[str, int]:
    return Award.objects.public().of_network(network).totals()
