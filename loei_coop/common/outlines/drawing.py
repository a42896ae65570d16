"""Outlines as paths of one SVG picture, with a place for the label of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from loei_coop.common.outlines.labels import Label, place_labels

# Units of the picture. Whole numbers: ten units are a pixel where the map is 400 pixels wide.
WIDTH = 4000
TALLEST = 5200
MARGIN = 30


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
    labels = place_labels(placed, names)
    return Picture(
        width=projection.width,
        height=projection.height,
        outlines={
            code: Outline(path=path_of(shape), label=labels[code]) for code, shape in placed.items()
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
