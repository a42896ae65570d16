"""Check constraints judged in memory, by the rules by which the database judges them.

Django asks the database about each constraint of each row; for a list of thousands that takes
minutes. Only what the portal's constraints are made of is known here; anything else is refused
when the model is first looked at, not when a row is.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models import F, Q
from django.db.models.constants import LOOKUP_SEP
from django.db.models.functions import Left
from django.db.models.lookups import Exact
from django.utils.text import capfirst

# A value is looked up by the column's attribute name ("district_id"). A condition gives True,
# False or, as SQL does, None where a value that it needs is not known.
Values = Mapping[str, Any]
Condition = Callable[[Values], bool | None]

LOOKUPS = {
    "exact": lambda left, right: left == right,
    "in": lambda left, right: left in right,
    "gt": lambda left, right: left > right,
    "gte": lambda left, right: left >= right,
    "lt": lambda left, right: left < right,
    "lte": lambda left, right: left <= right,
    "startswith": lambda left, right: str(left).startswith(str(right)),
    "endswith": lambda left, right: str(left).endswith(str(right)),
}


def violated(
    model: type[models.Model], values: Values, *, given: Collection[str]
) -> list[models.CheckConstraint]:
    """The check constraints that a row of these values would break. `given` are the columns that
    are not as they were, or not as a new row has them: only what speaks of one is judged."""
    return [
        check.constraint
        for check in checks(model)
        if not check.names.isdisjoint(given) and check.holds(values) is False
    ]


@dataclass(frozen=True)
class Check:
    constraint: models.CheckConstraint
    names: frozenset[str]
    holds: Condition


@cache
def checks(model: type[models.Model]) -> list[Check]:
    return [
        Check(
            constraint,
            frozenset(attribute(model, name) for name in columns_in(constraint.condition)),
            condition(model, constraint.condition),
        )
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    ]


def columns_in(node: Any) -> set[str]:
    """The model fields that a condition speaks of."""
    if isinstance(node, F):
        return {node.name}
    if isinstance(node, Q):
        return set().union(*map(columns_in, node.children))
    if isinstance(node, tuple):
        name, right = node
        other = columns_in(right) if hasattr(right, "resolve_expression") else set()
        return {name.partition(LOOKUP_SEP)[0]} | other
    if isinstance(node, Exact):  # names its right side as a source only once that is resolved
        return columns_in(node.lhs) | columns_in(node.rhs)
    if hasattr(node, "get_source_expressions"):
        return set().union(*map(columns_in, node.get_source_expressions()))
    return set()


@dataclass(frozen=True)
class UniqueKey:
    """What may be there once only: attribute names, and for which rows."""

    names: tuple[str, ...]
    holds: Condition
    constraint: models.UniqueConstraint | None = None
    field: models.Field | None = None

    def sentence(self) -> str:
        if self.constraint:
            return str(self.constraint.get_violation_error_message())
        labels = {
            "model_name": capfirst(self.field.model._meta.verbose_name),
            "field_label": self.field.verbose_name,
        }
        return str(self.field.error_messages["unique"]) % labels

    def of(self, values: Values) -> tuple | None:
        """The key of a row; None if it has none."""
        key = tuple(values.get(name) for name in self.names)
        return key if None not in key and self.holds(values) else None


@cache
def unique_keys(model: type[models.Model]) -> list[UniqueKey]:
    single = [
        UniqueKey((field.attname,), condition(model, ~Q((field.name, ""))), field=field)
        for field in model._meta.concrete_fields
        if field.unique and not isinstance(field, models.AutoField)
    ]
    declared = [
        UniqueKey(
            tuple(attribute(model, name) for name in constraint.fields),
            condition(model, constraint.condition or Q()),
            constraint=constraint,
        )
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    return single + declared


def condition(model, node: Any, *, negated: bool = False) -> Condition:
    if isinstance(node, Q):
        return _group(model, node, negated=negated ^ node.negated)
    if isinstance(node, Exact):
        left, right = (operand(model, side) for side in (node.lhs, node.rhs))
        return _compared(left, right, LOOKUPS["exact"], negated=negated)
    if isinstance(node, tuple):
        return _leaf(model, *node, negated=negated)
    raise FieldError(f"a condition that cannot be judged in memory: {node!r}")


def _group(model, node: Q, *, negated: bool) -> Condition:
    parts = [condition(model, child, negated=negated) for child in node.children]
    together = _any if node.connector == Q.OR else _all
    if len(parts) == 1 and not node.negated:
        return parts[0]
    if node.negated:
        return lambda values: _not(together(part(values) for part in parts))
    return lambda values: together(part(values) for part in parts)


def _not(result: bool | None) -> bool | None:
    return None if result is None else not result


def _all(results) -> bool | None:
    unknown = False
    for result in results:
        if result is False:
            return False
        unknown |= result is None
    return None if unknown else True


def _any(results) -> bool | None:
    unknown = False
    for result in results:
        if result:
            return True
        unknown |= result is None
    return None if unknown else False


def _leaf(model, key: str, right: Any, *, negated: bool) -> Condition:
    name, _, lookup = key.partition(LOOKUP_SEP)
    left = operand(model, F(name))
    if lookup == "isnull" or right is None:
        wanted = True if right is None else right
        return lambda values: (left(values) is None) == wanted
    if lookup == "in":
        right = frozenset(right)
    return _compared(left, operand(model, right), LOOKUPS[lookup or "exact"], negated=negated)


def _compared(left, right, compare, *, negated: bool) -> Condition:
    # Under a negation Django adds "and the column is known", so that unknown counts as no.
    unknown = False if negated else None

    def holds(values):
        one, other = left(values), right(values)
        return unknown if one is None or other is None else compare(one, other)

    return holds


def operand(model, side: Any) -> Callable[[Values], Any]:
    if isinstance(side, F):
        name = attribute(model, side.name)
        return lambda values: values.get(name)
    if isinstance(side, Left):
        text, length = side.source_expressions
        inner = operand(model, text)
        return lambda values: None if inner(values) is None else str(inner(values))[: length.value]
    if hasattr(side, "resolve_expression"):
        raise FieldError(f"an expression that cannot be judged in memory: {side!r}")
    return lambda values: side


def attribute(model, name: str) -> str:
    return model._meta.pk.attname if name == "pk" else model._meta.get_field(name).attname
