"""The rules of an edition, as `scoring` takes them."""

from governance.models import Category, Edition, Item, Level, Step
from governance.scoring import CategoryRule, ItemRule, LevelRule, Rules, StepRule


def rules_of(edition: Edition) -> Rules:
    """Four queries, whatever its size. Codes of levels are their primary keys as text."""
    categories = edition.categories.with_items().prefetch_related("items__steps")
    return Rules(
        categories=tuple(map(category_rule, categories)),
        levels=tuple(map(level_rule, edition.levels.all())),
        allows_not_applicable=edition.allows_not_applicable,
    )


def category_rule(category: Category) -> CategoryRule:
    items = tuple(map(item_rule, category.items.all()))
    return CategoryRule(category.number, items, category.is_assessed)


def item_rule(item: Item) -> ItemRule:
    return ItemRule(
        code=item.code,
        points=item.points,
        steps=tuple(map(step_rule, item.steps.all())),
        target=item.target,
        is_internal_control=item.is_internal_control,
    )


def step_rule(step: Step) -> StepRule:
    return StepRule(step.lowest, step.highest, step.interval)


def level_rule(level: Level) -> LevelRule:
    return LevelRule(
        code=str(level.pk),
        minimum=level.minimum,
        category_minimum=level.category_minimum,
        internal_control_minimum=level.internal_control_minimum,
    )
