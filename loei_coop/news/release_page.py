"""What an officer sees of a release beside its text: facts with their records, what has changed
since, its steps, its secret link."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from loei_coop.news.composing import Difference, differences
from loei_coop.news.facts.shown import text_of
from loei_coop.news.models import PressRelease


@dataclass(frozen=True)
class ShownFact:
    label: str
    text: str
    links: list[dict]
    source: str


@dataclass(frozen=True)
class ShownDifference:
    label: str
    before: str
    now: str


@dataclass(frozen=True)
class ReleasePage:
    facts: list[ShownFact]
    differences: list[ShownDifference]
    events: list
    preview_address: str


def release_page(release: PressRelease, request) -> ReleasePage:
    return ReleasePage(
        facts=[shown(fact) for fact in release.facts.values()],
        differences=[compared(row) for row in differences(release)],
        events=list(release.events.select_related("made_by")),
        preview_address=preview_address(release, request),
    )


def preview_address(release: PressRelease, request) -> str:
    """Whole, so that it can be sent; empty without a link."""
    if not release.preview_token:
        return ""
    return request.build_absolute_uri(reverse("news:preview", args=[release.preview_token]))


def shown(fact: dict) -> ShownFact:
    return ShownFact(
        label=local(fact, "label"),
        text=text_of(fact["value"]),
        links=fact["links"],
        source=local(fact, "source"),
    )


def compared(row: Difference) -> ShownDifference:
    fact = row.now or row.before
    before, now = (text_of(side["value"]) if side else "–" for side in (row.before, row.now))
    return ShownDifference(label=local(fact, "label"), before=before, now=now)


def local(fact: dict, name: str) -> str:
    english = fact.get(f"{name}_en") if get_language() == "en" else ""
    return english or fact.get(name, "")
