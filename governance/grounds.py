"""What a practice of an organization may rest on, as forms offer it: by short keys."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from governance.models import Award, Topic
from governance.strengths import Strength, strengths_of
from governance.workflow import NO_GROUNDS, Grounds
from networks.models import Organization


def key_of_award(award: Award) -> str:
    return f"award-{award.pk}"


def key_of_strength(strength: Strength) -> str:
    return f"item-{strength.assessment.pk}-{strength.item.code}"


@dataclass(frozen=True)
class Offered:
    awards: list[Award]
    strengths: list[Strength]

    @classmethod
    def of(cls, organization: Organization) -> "Offered":
        awards = organization.awards.public().valid().with_names().in_order()
        return cls(list(awards), strengths_of(organization))

    def choices(self) -> list:
        awards = [(key_of_award(row), words_of(row)) for row in self.awards]
        items = [(key_of_strength(row), str(row.item)) for row in self.strengths]
        groups = [(_("Awards"), awards), (_("What you do well"), items)]
        return [("", _("our own experience")), *(group for group in groups if group[1])]

    def grounds(self, key: str | None) -> Grounds:
        """NO_GROUNDS for a key of nothing that is offered."""
        by_award = {key_of_award(row): Grounds(award=row) for row in self.awards}
        by_item = {
            key_of_strength(row): Grounds(assessment=row.assessment, item=row.item)
            for row in self.strengths
        }
        return {**by_award, **by_item}.get(key, NO_GROUNDS)

    def topic(self, key: str | None) -> Topic | None:
        """Of a strong item that of its category."""
        item = self.grounds(key).item
        return Topic.objects.of_category(item.category).first() if item else None


def words_of(award: Award) -> str:
    return " ".join(filter(None, [capfirst(award.name), award.local_level]))
