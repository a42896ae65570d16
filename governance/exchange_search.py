"""Practices and forums by the words of a search, however they are spelt."""

from collections.abc import Iterable

from django.db.models import QuerySet

from governance.models import Forum, Practice
from loei_coop.thai import search
from loei_coop.thai.dates import buddhist_year


def find_practices(query: str) -> QuerySet[Practice]:
    """Of those shared: by title, summary, topic and host."""
    rows = Practice.objects.public().with_names()
    return rows.filter(pk__in=found(rows, words_of_practice, query)).by_topic()


def find_forums(query: str) -> QuerySet[Forum]:
    """Of those that visitors see: by name, place, year, and who hosts what."""
    rows = Forum.objects.public()
    hosted = rows.prefetch_related("hosts__organization", "hosts__topic")
    return rows.filter(pk__in=found(hosted, words_of_forum, query)).latest_first()


def found(rows: Iterable, words_of, query: str) -> list[int]:
    terms = search.terms(query)
    return [row.pk for row in rows if has_all(terms, search.search_text(*words_of(row)))]


def has_all(terms: list[str], text: str) -> bool:
    return bool(terms) and all(term in text for term in terms)


def words_of_practice(row: Practice) -> list[str]:
    texts = [row.title, row.title_en, row.summary, row.summary_en]
    return [*texts, row.topic.name, row.topic.name_en, row.organization.name]


def words_of_forum(row: Forum) -> list[str]:
    years = [str(row.fiscal_year), str(buddhist_year(row.fiscal_year))]
    hosts = [word for host in row.hosts.all() for word in (host.organization.name, host.topic.name)]
    return [row.name, row.name_en, row.place, row.place_en, *years, *hosts]
