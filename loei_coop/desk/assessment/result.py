"""The page of a result: what it says, and the places of its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from governance import comparing, figures
from governance.comparing import CategoryLine, ItemLine, ItemResult
from governance.figures import FigureLine
from governance.learning import Place, places_to_learn
from governance.models import Assessment
from governance.peers import Group, PeerGroup, peer_groups
from governance.publishing import is_announced
from governance.results import result_of_each
from governance.scoring import Result
from governance.states import State
from loei_coop.common.charts import Radar, path

RINGS = (25, 50, 75, 100)
FEWEST_SPOKES = 3


@dataclass(frozen=True)
class Curve:
    """One outline of the web. `style`: the name of its class."""

    style: str
    percents: Sequence[Decimal | None]

    def drawn(self, radar: Radar) -> dict:
        points = radar.points(self.percents)
        is_whole = len(points) == radar.spokes
        return {"style": self.style, "points": points, "path": path(points) if is_whole else ""}


@dataclass(frozen=True)
class Web:
    """A picture of percentages by part; a curve with a gap has its points only."""

    labels: Sequence[str]
    curves: Sequence[Curve]

    @cached_property
    def radar(self) -> Radar:
        return Radar(len(self.labels))

    @property
    def rings(self) -> list[str]:
        return [path(self.radar.ring(percent)) for percent in RINGS]

    @property
    def spokes(self) -> list[dict]:
        return [
            {"rim": self.radar.point(n, 100), "place": self.radar.point(n, 112), "label": label}
            for n, label in enumerate(self.labels)
        ]

    @property
    def drawn(self) -> list[dict]:
        return [curve.drawn(self.radar) for curve in self.curves]


@dataclass(frozen=True)
class Row:
    """Of the table of parts: the own part, and the medians in the order of the groups."""

    line: CategoryLine
    medians: list[Decimal | None]


@dataclass(frozen=True)
class ToImprove:
    """An item below its target, and from whom one can learn how to do better."""

    row: ItemResult
    places: list[Place]


@dataclass(frozen=True)
class ResultPage:
    assessment: Assessment

    @cached_property
    def earlier(self) -> Assessment | None:
        return comparing.earlier_of(self.assessment)

    @cached_property
    def results(self) -> dict[int, Result]:
        rows = [self.assessment, self.earlier]
        return result_of_each(row for row in rows if row and not row.round.is_recorded)

    @property
    def result(self) -> Result | None:
        return self.results.get(self.assessment.pk)

    @property
    def result_before(self) -> Result | None:
        return self.results.get(self.earlier.pk) if self.earlier else None

    @property
    def total(self) -> Decimal | None:
        if self.is_confirmed or self.result is None:
            return self.assessment.confirmed_percent
        return self.result.total.percent

    @cached_property
    def is_announced(self) -> bool:
        return is_announced(self.assessment)

    @property
    def is_confirmed(self) -> bool:
        return self.assessment.state == State.CONFIRMED

    @cached_property
    def items(self) -> list[ItemResult]:
        if self.result is None:
            return []
        return comparing.item_results(self.items_now, self.result)

    @cached_property
    def items_now(self):
        return comparing.items_by_code(self.assessment)

    @property
    def strong(self) -> list[ItemResult]:
        return [row for row in self.items if row.is_strong]

    @property
    def weak(self) -> list[ItemResult]:
        return [row for row in self.items if row.is_weak]

    @cached_property
    def to_improve(self) -> list[ToImprove]:
        weak = self.weak
        places = places_to_learn(self.assessment, [row.item for row in weak]) if weak else {}
        return [ToImprove(row, places[row.item.pk]) for row in weak]

    @cached_property
    def item_lines(self) -> list[ItemLine]:
        if self.result is None or self.result_before is None:
            return []
        before = comparing.items_by_code(self.earlier)
        return list(comparing.item_lines(self.items_now, self.result, before, self.result_before))

    @cached_property
    def figure_lines(self) -> list[FigureLine]:
        return figures.figure_lines(self.assessment, self.earlier)

    @property
    def has_figures_before(self) -> bool:
        return any(line.before for line in self.figure_lines)

    @cached_property
    def categories(self) -> list[CategoryLine]:
        if self.result is None:
            return []
        rows = self.assessment.round.edition.categories.in_order()
        by_number = {row.number: row for row in rows}
        return comparing.category_lines(by_number, self.result, self.result_before)

    @cached_property
    def peers(self) -> list[PeerGroup]:
        """Nothing before the own result is confirmed."""
        return peer_groups(self.assessment) if self.is_confirmed else []

    @property
    def shown_peers(self) -> list[PeerGroup]:
        return [group for group in self.peers if not group.is_hidden]

    @property
    def rows(self) -> list[Row]:
        return [
            Row(line, [group.categories.get(line.category.number) for group in self.shown_peers])
            for line in self.categories
        ]

    @property
    def web(self) -> Web | None:
        """Two parts span no web."""
        if len(self.categories) < FEWEST_SPOKES:
            return None
        return Web([line.category.number for line in self.categories], list(self.curves()))

    def curves(self):
        province = next((row for row in self.shown_peers if row.group is Group.PROVINCE), None)
        if province:
            numbers = [line.category.number for line in self.categories]
            yield Curve("median", [province.categories.get(number) for number in numbers])
        if self.result_before:
            yield Curve("before", [line.before for line in self.categories])
        yield Curve("now", [line.now for line in self.categories])
