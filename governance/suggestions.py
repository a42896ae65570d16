"""Whom the office could ask to share a practice: never public.

Of a topic: who has an award by its standard, and whose items of its category are strong in the
latest results that were announced.
"""

from dataclasses import dataclass, field

from governance.exchange_pages import leaders_of
from governance.models import Assessment, Award, Practice, Topic
from governance.querysets import AssessmentQuerySet
from governance.strengths import Strength, strengths
from networks.models import Organization


@dataclass
class Suggestion:
    organization: Organization
    award: Award | None = None
    strengths: list[Strength] = field(default_factory=list)


def suggestions_of(topic: Topic) -> list[Suggestion]:
    """In dictionary order, without those that share on this topic or were asked. The same queries
    for any number."""
    found: dict[Organization, Suggestion] = {}
    for award in leaders_of(topic):
        found[award.organization] = Suggestion(award.organization, award)
    for strength in strong_in(topic):
        organization = strength.assessment.organization
        found.setdefault(organization, Suggestion(organization)).strengths.append(strength)
    asked = set(asked_on(topic))
    rows = [row for row in found.values() if row.organization.pk not in asked]
    return sorted(rows, key=lambda row: (row.organization.sort_key, row.organization.name))


def strong_in(topic: Topic) -> list[Strength]:
    found = strengths(latest_announced(topic)) if topic.standard_id else []
    return [row for row in found if row.item.category.number == topic.category_code]


def latest_announced(topic: Topic) -> AssessmentQuerySet:
    """Of the last year for which results by the standard of the topic are public."""
    rows = Assessment.objects.announced().filter(round__edition__standard=topic.standard_id)
    latest = rows.order_by("-round__fiscal_year").values("round__fiscal_year")[:1]
    return rows.filter(round__fiscal_year=latest)


def asked_on(topic: Topic):
    rows = Practice.objects.standing().filter(topic=topic)
    return rows.values_list("organization", flat=True)
