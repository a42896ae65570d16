"""What a file would do to an edition. Reads only."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from governance.criteria_file.reading import Line, Values
from governance.models import Category, Edition, Item, Step


@dataclass
class Plan:
    """`items` and the others that stay, by their keys; names of items for people."""

    edition: Edition
    lines: list[Line]
    places: "Places"
    categories: dict[str, Category]
    items: dict[str, Item]
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    removed: list[Item] = field(default_factory=list)

    @property
    def has_effect(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def fingerprint(self) -> str:
        """Changes when the effect of the file would be another one."""
        removed = [item.code for item in self.removed]
        effect = (self.edition.pk, self.added, self.changed, self.same, removed)
        return hashlib.sha256(repr(effect).encode()).hexdigest()


def plan(edition: Edition, lines: list[Line]) -> Plan:
    """A constant number of queries."""
    items = Item.objects.of_edition(edition).select_related("category").with_scale()
    made = Plan(
        edition,
        lines,
        Places(lines),
        categories={category.number: category for category in edition.categories.all()},
        items={item.code: item for item in items},
    )
    for line in lines:
        outcome_of(made, line).append(title(line))
    named = {line.item["code"] for line in lines}
    made.removed = [item for code, item in made.items.items() if code not in named]
    return made


def outcome_of(made: Plan, line: Line) -> list[str]:
    item = made.items.get(line.item["code"])
    if item is None:
        return made.added
    is_same = (
        not differing(item, made.places.item_values(line))
        and not differing(item.category, made.places.category_values(line))
        and same_scale(item, line.steps)
    )
    return made.same if is_same else made.changed


class Places:
    """In which order the file has categories, and items within theirs."""

    def __init__(self, lines: list[Line]):
        self.categories: dict[str, int] = {}
        self.items: dict[int, int] = {}
        filled: Counter[str] = Counter()
        for line in lines:
            number = line.category["number"]
            self.categories.setdefault(number, len(self.categories) + 1)
            filled[number] += 1
            self.items[line.number] = filled[number]

    def category_values(self, line: Line) -> Values:
        return {**line.category, "order": self.categories[line.category["number"]]}

    def item_values(self, line: Line) -> Values:
        return {**line.item, "order": self.items[line.number]}


def same_scale(item: Item, steps: list[Values]) -> bool:
    stored = {step.lowest: step for step in item.steps.all()}
    return stored.keys() == {step["lowest"] for step in steps} and not any(
        differing(stored[step["lowest"]], step) for step in steps
    )


def differing(record: Category | Item | Step, values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if getattr(record, name) != value}


def title(line: Line) -> str:
    return f"{line.item['number']} {line.item['name']}"
