"""Awards by the words of a search: those on them, the year, and the names of whom they honour."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from governance.choices import AreaLevel, AwardObject
from governance.models import Award
from loei_coop.thai import search
from loei_coop.thai.dates import buddhist_year

# What many awards have in common: few different ones, however many awards there are.
ON_IT = (
    *("standard", "title", "title_en", "award_object", "result_level"),
    *("area_level", "fiscal_year"),
)
STANDARD = ("standard__name", "standard__name_en")


def find_awards(query: str) -> QuerySet:
    """Of those announced. Every term is on the award or in the name of its holder."""
    rows = Award.objects.public()
    kinds = list(rows.order_by().values(*ON_IT, *STANDARD).distinct())
    for term in search.terms(query):
        rows = rows.filter(Q(organization__search_text__contains=term) | on_it(kinds, term))
    return rows.with_names().in_order()


def on_it(kinds: list[dict], term: str) -> Q:
    """The kinds of awards that bear the term; no award for none."""
    found = [matching(kind) for kind in kinds if term in text_of(kind)]
    return reduce(or_, found) if found else Q(pk__in=[])


def matching(kind: dict) -> Q:
    return Q(**{name: kind[name] for name in ON_IT})


def text_of(kind: dict) -> str:
    words = [kind[name] or "" for name in ("title", "title_en", "result_level", *STANDARD)]
    labels = ["รางวัล", AwardObject(kind["award_object"]).label, AreaLevel(kind["area_level"]).label]
    years = [str(kind["fiscal_year"]), str(buddhist_year(kind["fiscal_year"]))]
    return search.search_text(*words, *map(str, labels), *years)
