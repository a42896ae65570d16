from django.db.models import Count, Exists, OuterRef, Sum

from loei_coop.common.frozen import FrozenQuerySet
from networks.querysets import CodedQuerySet


class EditionQuerySet(FrozenQuerySet, CodedQuerySet):
    def frozen(self):
        """Used by a round."""
        return self.filter(self._used())

    def drafts(self):
        return self.filter(~self._used())

    def _used(self):
        rounds = self.model._meta.get_field("rounds").related_model
        return Exists(rounds.objects.filter(edition=OuterRef("pk")))

    def with_use(self):
        """`in_use`: whether a round uses it."""
        return self.annotate(in_use=self._used())

    def with_totals(self):
        """`item_count` and `points` of the categories that are assessed."""
        categories = self.model._meta.get_field("categories").related_model
        items = categories._meta.get_field("items").related_model.objects
        own = items.counted().filter(category__edition=OuterRef("pk")).order_by()
        own = own.values("category__edition")
        return self.annotate(
            item_count=own.annotate(total=Count("pk")).values("total"),
            points=own.annotate(total=Sum("points")).values("total"),
        )
