"""Outlines as paths of one SVG picture, with a place for the label of each."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from operator import itemgetter

import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

# Units of the picture. Whole numbers: ten units are a pixel where the map is 400 pixels wide.
WIDTH = 4000
TALLEST = 5200
MARGIN = 30

NAME_SIZE = 155  # of the letters
LETTER = 0.62  # width of one, as a share of the size
LINE = 185
NUMBERS_WIDTH, NUMBERS_HEIGHT = 400, 190
FITS = 0.75  # the radius of a circle around a square of 1, and a little more


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
class Outline:
    path: str
    label: Label


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    outlines: dict[str, Outline]


@dataclass(frozen=True)
class Projection:
    """Equirectangular: a degree of longitude as wide as it is in the middle of the province."""

    west: float
    north: float
    x_scale: float
    y_scale: float
    width: int
    height: int

    @classmethod
    def around(cls, shapes: Sequence[BaseGeometry]) -> "Projection":
        west, south, east, north = shapely.total_bounds(shapes)
        shrink = cos(radians((south + north) / 2))
        across, down = (east - west) * shrink, north - south
        scale = min((WIDTH - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / down)
        return cls(
            west=west - MARGIN / scale / shrink,
            north=north + MARGIN / scale,
            x_scale=scale * shrink,
            y_scale=scale,
            width=round(across * scale) + 2 * MARGIN,
            height=round(down * scale) + 2 * MARGIN,
        )

    def project(self, shape: BaseGeometry) -> BaseGeometry:
        """In units of the picture, downwards, at whole numbers: the same point of two neighbours
        stays the same."""
        matrix = [self.x_scale, 0, 0, -self.y_scale]
        offsets = [-self.west * self.x_scale, self.north * self.y_scale]
        placed = affinity.affine_transform(shape, [*matrix, *offsets])
        return shapely.transform(placed, lambda points: points.round())


def draw(shapes: Mapping[str, BaseGeometry], names: Mapping[str, str]) -> Picture:
    projection = Projection.around(list(shapes.values()))
    placed = {code: projection.project(shape) for code, shape in shapes.items()}
    return Picture(
        width=projection.width,
        height=projection.height,
        outlines={
            code: Outline(path=path_of(shape), label=label_in(shape, names[code]))
            for code, shape in placed.items()
        },
    )


def number_of_bytes(shapes: Sequence[BaseGeometry]) -> int:
    """Of the paths."""
    projection = Projection.around(shapes)
    return sum(len(path_of(projection.project(shape))) for shape in shapes)


# Paths


def path_of(shape: BaseGeometry) -> str:
    """With steps from point to point; rings that shrank to a line are left out."""
    return "".join(filter(None, map(ring_path, rings(shape))))


def rings(shape: BaseGeometry) -> Iterator[list[tuple[int, int]]]:
    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors):
            yield [(int(x), int(y)) for x, y in ring.coords]


def ring_path(points: list[tuple[int, int]]) -> str:
    steps = [
        (x - from_x, y - from_y)
        for (from_x, from_y), (x, y) in pairwise(points)
        if (x, y) != (from_x, from_y)
    ]
    if len(steps) < 3:
        return ""
    x, y = points[0]
    return f"M{x} {y}l{joined(steps[:-1])}z"


def joined(steps: list[tuple[int, int]]) -> str:
    """A minus sign parts two numbers as well as a space does."""
    return " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")


# Labels


def label_in(shape: BaseGeometry, name: str) -> Label:
    """In one line where that fits, else in two if they have more room."""
    lines, (fit, x, y) = (name,), room(shape, [name])
    if fit < FITS and " " in name:
        parts = tuple(name.split(" ", 1))
        lines, (fit, x, y) = max(
            (lines, (fit, x, y)), (parts, room(shape, parts)), key=itemgetter(1)
        )
    top = -(len(lines) * LINE + NUMBERS_HEIGHT) // 2
    return Label(
        x=round(x),
        y=round(y),
        lines=tuple(Line(top + round((i + 0.75) * LINE), line) for i, line in enumerate(lines)),
        numbers_y=top + len(lines) * LINE + NUMBERS_HEIGHT // 2,
    )


def room(shape: BaseGeometry, lines: Sequence[str]) -> tuple[float, float, float]:
    """(how well a box for the lines fits, the x and y of its middle): the largest circle in the
    shape, squeezed so that the box is a square of 1."""
    width = max(NUMBERS_WIDTH, *(letters(line) * LETTER * NAME_SIZE for line in lines))
    height = len(lines) * LINE + NUMBERS_HEIGHT
    squeezed = affinity.scale(largest_part(shape), 1 / width, 1 / height, origin=(0, 0))
    radius = shapely.maximum_inscribed_circle(squeezed, tolerance=0.01)
    (x, y), _edge = radius.coords
    return radius.length, x * width, y * height


def letters(text: str) -> int:
    """Those that take room; marks above and below take none."""
    return sum(unicodedata.category(sign) != "Mn" for sign in text)


def largest_part(shape: BaseGeometry) -> Polygon:
    return max(shapely.get_parts(shapely.make_valid(shape)), key=lambda part: part.area)
