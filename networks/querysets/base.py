"""What questions of several kinds share."""

from functools import reduce
from operator import and_

from django.db import models
from django.db.models import Case, Q, When

from loei_coop.thai import search
from loei_coop.thai.django.keys import DerivedKeysQuerySet


class CodedQuerySet(models.QuerySet):
    """Rows with a permanent `code`, by which fixtures refer to them."""

    def get_by_natural_key(self, code):
        return self.get(code=code)


def has_terms(query: str) -> Q:
    """The search text has every term of the query, however it is spelt; all for an empty one."""
    return reduce(and_, (Q(search_text__contains=term) for term in search.terms(query)), Q())


class SearchableQuerySet(DerivedKeysQuerySet):
    def search(self, query: str):
        return self.filter(has_terms(query))

    def best_first(self, query: str):
        """`search`, first what is called so, then what begins so, then what has it as typed."""
        strict = search.fold(query)
        rank = Case(
            When(Q(search_text=strict) | Q(search_text__startswith=f"{strict} "), then=0),
            When(search_text__startswith=strict, then=1),
            When(search_text__contains=strict, then=2),
            When(search_text__contains=search.loose(query), then=3),
            default=4,
        )
        return self.search(query).order_by(rank, "sort_key")

    def in_thai_order(self):
        """Dictionary order; equal keys by the name itself."""
        return self.order_by("sort_key", "name")
