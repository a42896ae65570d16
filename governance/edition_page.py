"""What an edition looks like as a whole: its categories with their items and points."""

from dataclasses import dataclass
from decimal import Decimal

from governance.models import Category, Edition, Item


@dataclass(frozen=True)
class Part:
    category: Category
    items: list[Item]

    @property
    def points(self) -> Decimal:
        return sum((item.points for item in self.items), Decimal(0))


@dataclass(frozen=True)
class Outline:
    parts: list[Part]

    @property
    def assessed(self) -> list[Part]:
        return [part for part in self.parts if part.category.is_assessed]

    @property
    def item_count(self) -> int:
        return sum(len(part.items) for part in self.assessed)

    @property
    def points(self) -> Decimal:
        return sum((part.points for part in self.assessed), Decimal(0))

    @property
    def internal_control_points(self) -> Decimal:
        items = (item for part in self.assessed for item in part.items)
        return sum((item.points for item in items if item.is_internal_control), Decimal(0))


def outline_of(edition: Edition) -> Outline:
    """Two queries."""
    categories = edition.categories.with_items()
    return Outline([Part(category, list(category.items.all())) for category in categories])
