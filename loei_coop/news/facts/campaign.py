"""Under which words the office works, and what people have said of it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from loei_coop.news.facts.fact import Fact
from loei_coop.news.facts.times import overlap
from loei_coop.news.models import Campaign, Statement
from loei_coop.thai.dates import PartialDate
from loei_coop.thai.django.fields import partial_date

LISTS = {
    "principles": gettext_lazy("principles"),
    "parties": gettext_lazy("who makes organizations strong"),
    "area_themes": gettext_lazy("what the networks help each other with"),
    "province_themes": gettext_lazy("what the province helps with"),
}
TEXTS = {
    "title": gettext_lazy("title"),
    "motto": gettext_lazy("motto"),
    "event": gettext_lazy("by what the networks are formed"),
}


def campaign_on(as_of: PartialDate) -> Campaign | None:
    """The last one begun by then."""
    begun = Campaign.objects.filter(starts_on__lte=as_of.last)
    return begun.select_related("source").order_by("-starts_on", "-pk").first()


def campaign_facts(campaign: Campaign | None, as_of: PartialDate) -> Iterator[Fact]:
    """The event only in the time of the campaign: later the networks are there."""
    if campaign is None:
        return
    began = partial_date(campaign, "starts_on")
    for name, label in TEXTS.items():
        if name != "event" or overlap(began, as_of):
            yield from fact_of(campaign, name, label, both(campaign, name))
    for name, label in LISTS.items():
        yield from fact_of(campaign, name, label, both_lists(campaign, name))


def fact_of(campaign: Campaign, name: str, label, value: dict) -> Iterator[Fact]:
    """Nothing where the column is empty."""
    if value["th"]:
        yield Fact(name, value, label, (campaign,), source=campaign.source)


def both(row, name: str) -> dict[str, str]:
    """In both languages; Thai where there is no English."""
    thai = getattr(row, name)
    return {"th": thai, "en": getattr(row, f"{name}_en") or thai}


def both_lists(row, name: str) -> dict:
    values = {language: text.splitlines() for language, text in both(row, name).items()}
    return values | {"number": len(values["th"])}


def statement_facts(statements, as_of: PartialDate) -> Iterator[Fact]:
    """Words that may be quoted: agreed to by the speaker, or from a cited source; and not those of
    another time."""
    rows = statements.quotable().select_related("speaker", "source").order_by("pk")
    if said := [row for row in rows if is_of(row, as_of)]:
        value = [statement_value(row) for row in said]
        yield Fact("statements", value, gettext_lazy("words that are quoted"), tuple(said))


def is_of(statement: Statement, as_of: PartialDate) -> bool:
    when = partial_date(statement, "said_on")
    return when is None or overlap(when, as_of)


def statement_value(statement: Statement) -> dict[str, str]:
    return {
        "speaker": statement.speaker.full_name,
        "post": statement.speaker_post,
        "post_en": statement.speaker_post_en or statement.speaker_post,
        "text": statement.text,
        "text_en": statement.text_en,
    }
