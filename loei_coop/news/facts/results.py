"""The results of a round: its time, its awards in the order of the announcement."""

import datetime
from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import AssessmentRound, Award
from governance.states import AwardState
from loei_coop.news.facts.fact import Fact, NoRecordsError
from loei_coop.news.facts.office import named
from loei_coop.news.facts.times import written, year
from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django.fields import partial_date


def round_facts(round_: AssessmentRound) -> Iterator[Fact]:
    standard = round_.edition.standard
    value = named(standard) | {"code": standard.code}
    yield Fact("standard", value, gettext_lazy("assessment standard"), (standard,))
    value = {
        "is_recorded": round_.is_recorded,
        "fiscal_year": year(round_.fiscal_year),
        "begins": written(day_of(round_, round_.opens_at)),
        # Closing at midnight is the end of the day before.
        "ends": written(day_of(round_, round_.closes_at - datetime.timedelta(seconds=1))),
    }
    yield Fact("round", value, gettext_lazy("assessment round"), (round_,))


def day_of(round_: AssessmentRound, moment: datetime.datetime) -> PartialDate:
    return PartialDate(timezone.localdate(moment), Precision(round_.period_precision))


def awards_of(round_: AssessmentRound):
    """Valid ones that are announced, or set to be, in the order of the announcement."""
    by_standard = Q(standard=round_.edition.standard_id, fiscal_year=round_.fiscal_year)
    rows = Award.objects.valid().filter(
        Q(assessment__round=round_) | by_standard & Q(assessment=None),
        Q(is_recorded=True) | Q(announced_at__isnull=False),
    )
    return rows.with_names().order_by("order", "pk")


def award_facts(round_: AssessmentRound) -> Iterator[Fact]:
    awards = list(awards_of(round_))
    if not awards:
        raise NoRecordsError(
            _("No award of this round is announced, or set to be: there is nothing to tell yet.")
        )
    value = {"number": len(awards), "groups": [group_value(rows) for rows in alike(awards)]}
    yield Fact("awards", value, gettext_lazy("awards"), tuple(awards), source=source_of(awards))


def source_of(awards: list[Award]):
    """The one that all are told by."""
    sources = {award.source for award in awards}
    return sources.pop() if len(sources) == 1 else None


def alike(awards: list[Award]) -> list[list[Award]]:
    """Told in one sentence: of one level, one kind, given by one person at one time. In the order
    of the announcement."""
    groups: dict[tuple, list[Award]] = {}
    for award in awards:
        groups.setdefault(tuple(words_of(award).items()), []).append(award)
    return list(groups.values())


def group_value(awards: list[Award]) -> dict:
    when = partial_date(awards[0], "presented_on")
    return words_of(awards[0]) | {
        "number": len(awards),
        "presented": written(when) if when else None,
        "organizations": [award.organization.name for award in awards],
        "has_groups": any(not award.organization.is_cooperative for award in awards),
    }


def words_of(award: Award) -> dict:
    """What all awards of a group share. Codes are put into words by the draft."""
    presenter = award.presenter
    return {
        "object": award.award_object,
        "level": award.result_level,
        "level_en": award.result_level_en or award.result_level,
        "area": award.area_level,
        "is_pilot": award.is_pilot,
        "is_presented": award.state == AwardState.PRESENTED,
        "presenter": presenter.full_name if presenter else "",
        "presenter_post": award.presenter_post,
        "presenter_post_en": award.presenter_post_en or award.presenter_post,
        "presented_on": str(award.presented_on or ""),
        "place": award.place,
        "place_en": award.place_en or award.place,
    }
