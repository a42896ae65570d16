"""What is sent by hand to groups of managers: no scores and no names of others. Always Thai."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation

from governance.models import AssessmentRound
from loei_coop.thai.dates import buddhist_year
from loei_coop.thai.django.dates import show_moment


@dataclass(frozen=True)
class LineText:
    name: str
    text: str


def line_texts(round_: AssessmentRound, *, address: str) -> list[LineText]:
    """`address`: of the desk."""
    with translation.override("th"):
        facts = {
            "standard": round_.edition.standard.name,
            "year": buddhist_year(round_.fiscal_year),
            "opens": show_moment(round_.opens_at),
            "closes": show_moment(round_.closes_at),
            "address": address,
        }
        return [
            LineText(name, render_to_string(f"governance/line/{name}.txt", facts).strip())
            for name in ("invitation", "reminder")
        ]
