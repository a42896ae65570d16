"""Which rows: each question has one named method."""

from governance.querysets.criteria import CategoryQuerySet, ItemQuerySet
from governance.querysets.editions import EditionQuerySet

__all__ = ["CategoryQuerySet", "EditionQuerySet", "ItemQuerySet"]
