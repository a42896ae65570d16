"""Where in its outline a name and its numbers stand; in units of the picture."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import dist, hypot

import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

NAME_SIZE = 155  # of the letters
LETTER = 0.58  # width of one, as a share of the size
LINE = 185
NUMBERS_WIDTH, NUMBERS_HEIGHT = 400, 190
FITS = 0.75  # the radius of a circle around a square of 1, and a little more
PLACES = 14  # steps across a shape, and as many down, at which a label is tried
DETAIL = 15  # that matters to a label
# What a place costs: a share of the label on another label, a second line, one label away from
# the middle; against the share of it that lies in its own shape.
ON_ANOTHER, SECOND_LINE, AWAY = 3, 0.05, 0.1


@dataclass(frozen=True)
class Line:
    y: int
    text: str


@dataclass(frozen=True)
class Label:
    """Around (x, y): the name in lines above, the numbers in a row of their own at `numbers_y`."""

    x: int
    y: int
    lines: tuple[Line, ...]
    numbers_y: int


@dataclass(frozen=True)
class Wrap:
    """A name in lines, with the numbers below."""

    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        return max(NUMBERS_WIDTH, *(letters(line) * LETTER * NAME_SIZE for line in self.lines))

    @property
    def height(self) -> int:
        return len(self.lines) * LINE + NUMBERS_HEIGHT

    def box(self, x: float, y: float) -> Polygon:
        return shapely.box(
            x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2
        )

    def at(self, x: float, y: float) -> Label:
        top = -self.height // 2
        lines = [
            Line(top + round((number + 0.75) * LINE), line)
            for number, line in enumerate(self.lines)
        ]
        below = top + len(lines) * LINE + NUMBERS_HEIGHT // 2
        return Label(x=round(x), y=round(y), lines=tuple(lines), numbers_y=below)


def letters(text: str) -> int:
    """Those that take room; marks above and below take none."""
    return sum(unicodedata.category(sign) != "Mn" for sign in text)


def place_labels(shapes: Mapping[str, BaseGeometry], names: Mapping[str, str]) -> dict[str, Label]:
    """Where the name fits in one line it stands in the middle; the others then look for a place,
    the smallest shape first."""
    bodies = {code: body(shape) for code, shape in shapes.items()}
    placed: dict[str, tuple[Wrap, float, float]] = {}
    for code, shape in bodies.items():
        wrap = Wrap((names[code],))
        fit, x, y = middle(shape, wrap)
        if fit >= FITS:
            placed[code] = (wrap, x, y)
    for code in sorted(bodies.keys() - placed.keys(), key=lambda code: (bodies[code].area, code)):
        taken = [wrap.box(x, y) for wrap, x, y in placed.values()]
        placed[code] = best_place(bodies[code], names[code], taken)
    return {code: wrap.at(x, y) for code, (wrap, x, y) in placed.items()}


def body(shape: BaseGeometry) -> Polygon:
    """Its largest part, without what does not matter here."""
    sound = shapely.make_valid(shape)
    part = max(shapely.get_parts(sound), key=lambda part: part.area)
    return part.simplify(DETAIL)


def middle(shape: Polygon, wrap: Wrap) -> tuple[float, float, float]:
    """(how well the label fits, the x and y of the roomiest place): by the largest circle in the
    shape, squeezed so that the label is a square of 1."""
    squeezed = affinity.scale(shape, 1 / wrap.width, 1 / wrap.height, origin=(0, 0))
    radius = shapely.maximum_inscribed_circle(squeezed, tolerance=0.01)
    (x, y), _edge = radius.coords
    return radius.length, x * wrap.width, y * wrap.height


def best_place(
    shape: Polygon, name: str, taken: Iterable[BaseGeometry]
) -> tuple[Wrap, float, float]:
    others = shapely.union_all(list(taken))
    wraps = {(name,), tuple(name.split(" ", 1))}
    tried = [try_places(shape, Wrap(lines), others) for lines in sorted(wraps)]
    _merit, wrap, x, y = max(tried, key=lambda place: place[0])
    return wrap, x, y


def try_places(
    shape: Polygon, wrap: Wrap, others: BaseGeometry
) -> tuple[float, Wrap, float, float]:
    """(merit, wrap, x, y) of the best place for this wrap."""
    _fit, *centre = middle(shape, wrap)
    places = [centre, *grid(shape.bounds)]
    boxes = [wrap.box(x, y) for x, y in places]
    inside = shapely.area(shapely.intersection(boxes, shape))
    on_another = shapely.area(shapely.intersection(boxes, others))
    area, size = wrap.width * wrap.height, hypot(wrap.width, wrap.height)
    merits = [
        (inside[number] - ON_ANOTHER * on_another[number]) / area
        - AWAY * dist(place, centre) / size
        - SECOND_LINE * (len(wrap.lines) - 1)
        for number, place in enumerate(places)
    ]
    best = max(range(len(places)), key=merits.__getitem__)
    return merits[best], wrap, *places[best]


def grid(bounds: tuple[float, float, float, float]) -> Iterator[tuple[float, float]]:
    west, north, east, south = bounds
    for across, down in product(range(1, PLACES), repeat=2):
        yield west + (east - west) * across / PLACES, north + (south - north) * down / PLACES
