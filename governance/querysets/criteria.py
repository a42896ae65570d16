"""Which categories and items of an edition."""

from django.db import models
from django.db.models import Count, Sum

from loei_coop.common.frozen import FrozenQuerySet


class CategoryQuerySet(FrozenQuerySet):
    def get_by_natural_key(self, edition, number):
        return self.get(edition__code=edition, number=number)

    def in_order(self):
        return self.order_by("edition", "order", "pk")

    def of_drafts(self):
        """Of editions that may still change."""
        editions = self.model._meta.get_field("edition").related_model.objects
        return self.filter(edition__in=editions.drafts())

    def with_items(self):
        """The items of each in order."""
        items = self.model._meta.get_field("items").related_model.objects
        return self.in_order().prefetch_related(models.Prefetch("items", items.in_order()))

    def with_totals(self):
        """`item_count` and `points` of each."""
        return self.annotate(item_count=Count("items"), points=Sum("items__points"))


class ItemQuerySet(FrozenQuerySet):
    def get_by_natural_key(self, edition, code):
        return self.get(category__edition__code=edition, code=code)

    def in_order(self):
        return self.order_by("category__order", "category", "order", "pk")

    def of_edition(self, edition):
        return self.filter(category__edition=edition).in_order()

    def counted(self):
        """Of categories that are assessed: all others are out of every total."""
        return self.filter(category__is_assessed=True)

    def with_scale(self):
        return self.prefetch_related("steps")
