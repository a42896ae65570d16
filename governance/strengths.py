"""What an organization does well, by results that were announced: it may be asked to tell others
of it. Scores stay inside; that an item is strong is told to the organization and the office."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from governance.comparing import ItemResult
from governance.models import Assessment, Item
from governance.querysets import AssessmentQuerySet
from governance.results import result_of_each
from networks.models import Organization


@dataclass(frozen=True)
class Strength:
    assessment: Assessment
    item: Item


def strengths_of(organization: Organization) -> list[Strength]:
    return list(strengths(Assessment.objects.of_organization(organization)))


def is_strong(organization: Organization, assessment: Assessment, item: Item) -> bool:
    own = Assessment.objects.of_organization(organization).filter(pk=assessment.pk)
    return any(strength.item == item for strength in strengths(own))


def strengths(assessments: AssessmentQuerySet) -> Iterator[Strength]:
    """Of those that are announced, the latest first, in the order of the form; the same queries
    for any number."""
    rows = list(assessments.announced().with_names().order_by("-round__fiscal_year", "pk"))
    items = items_of_editions({row.round.edition_id for row in rows})
    results = result_of_each(rows)
    for row in rows:
        for score in results[row.pk].items:
            item = items[row.round.edition_id, score.rule.code]
            if ItemResult(item, score).is_strong:
                yield Strength(row, item)


def items_of_editions(editions: Iterable[int]) -> dict[tuple[int, str], Item]:
    """{(edition, code): item}"""
    rows = Item.objects.filter(category__edition__in=editions)
    rows = rows.select_related("category__edition")
    return {(row.category.edition_id, row.code): row for row in rows}
