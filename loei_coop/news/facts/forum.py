"""A learning forum: when, under which standard, with which hosts and objectives."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from governance.models import AssessmentRound, Forum, Standard
from governance.states import ForumState
from loei_coop.news.facts.fact import Fact
from loei_coop.news.facts.office import named
from loei_coop.news.facts.times import written, year
from loei_coop.thai.django.fields import partial_date

# "เกณฑ์คุณภาพการบริหารจัดการสหกรณ์ (CQA)": a name and its short form.
SHORT_FORM = re.compile(r"^(?P<name>.*\S)\s*\((?P<short>[A-Z]+)\)$")


def forum_of(round_: AssessmentRound) -> Forum | None:
    """The one that goes with the results of the year."""
    rows = Forum.objects.public().exclude(state=ForumState.CANCELLED)
    rows = rows.filter(fiscal_year=round_.fiscal_year, hosts__isnull=False)
    return rows.order_by("quarter", "pk").first()


def forum_facts(forum: Forum | None) -> Iterator[Fact]:
    if forum is None:
        return
    when = partial_date(forum, "held_on")
    value = named(forum) | {
        "state": forum.state,
        "quarter": forum.quarter,
        "fiscal_year": year(forum.fiscal_year),
        "held": written(when) if when else None,
        "place": forum.place,
        "place_en": forum.place_en or forum.place,
        "objectives": forum.objectives.splitlines(),
        "objectives_en": (forum.objectives_en or forum.objectives).splitlines(),
    }
    yield Fact("forum", value, gettext_lazy("learning forum"), (forum,), source=forum.source)
    if forum.standard:
        value = standard_names(forum.standard)
        yield Fact("criteria", value, gettext_lazy("criteria of the forum"), (forum.standard,))
    yield from host_facts(forum)


def host_facts(forum: Forum) -> Iterator[Fact]:
    """By topic, in the order of the announcement."""
    hosts = list(forum.hosts.select_related("organization", "topic").order_by("order", "pk"))
    topics = list(dict.fromkeys(host.topic for host in hosts))
    if topics:
        value = [topic_value(topic, hosts) for topic in topics]
        records = tuple(dict.fromkeys(host.organization for host in hosts))
        yield Fact("hosts", value, gettext_lazy("hosts of the forum"), records)


def topic_value(topic, hosts) -> dict:
    names = [host.organization.name for host in hosts if host.topic == topic]
    return named(topic) | {"number": len(names), "organizations": names}


def standard_names(standard: Standard) -> dict[str, str]:
    """Name, name in English and the short form that stands behind them in brackets."""
    thai, short = parted(standard.name)
    english, _short = parted(standard.name_en or standard.name)
    return {"name": thai, "name_en": english, "short": short}


def parted(name: str) -> tuple[str, str]:
    match = SHORT_FORM.match(name)
    return (match["name"], match["short"]) if match else (name, "")
