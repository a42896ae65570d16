"""Geometry of the portal's pictures. Pure: values in, places out; templates draw them as SVG."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import cos, pi, sin

Place = tuple[int, int]  # column from the west, row from the north


def tile_places(
    points: Mapping[Hashable, tuple[float, float]], *, columns: int, rows: int
) -> dict[Hashable, Place]:
    """A place of its own in the grid for each (latitude, longitude), near where it lies.

    The nearest pairs of point and place are given first, so the same points always give the
    same picture. Raises ValueError when the grid is too small.
    """
    if len(points) > columns * rows:
        raise ValueError(f"{len(points)} tiles do not fit into {columns} × {rows}")
    wanted = _scaled(points, columns, rows)
    pairs = sorted(
        (_distance(wanted[key], place), place, str(key), key)
        for key in points
        for place in product(range(columns), range(rows))
    )
    places: dict[Hashable, Place] = {}
    for _length, place, _name, key in pairs:
        if key not in places and place not in places.values():
            places[key] = place
    return places


def _scaled(points, columns: int, rows: int) -> dict[Hashable, tuple[float, float]]:
    """The points in grid units: west is column 0, north is row 0."""
    latitudes = [latitude for latitude, _longitude in points.values()]
    longitudes = [longitude for _latitude, longitude in points.values()]
    return {
        key: (
            _share(longitude, longitudes) * (columns - 1),
            (1 - _share(latitude, latitudes)) * (rows - 1),
        )
        for key, (latitude, longitude) in points.items()
    }


def _share(value: float, values: Sequence[float]) -> float:
    """Where the value lies between the smallest and the largest, 0 to 1."""
    low, high = min(values), max(values)
    return (value - low) / (high - low) if high > low else 0.5


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


@dataclass(frozen=True)
class TileSize:
    """Of one tile and the gap between two, in units of the picture."""

    width: int = 100
    height: int = 76
    gap: int = 6

    def corner(self, place: Place) -> tuple[int, int]:
        column, row = place
        return column * (self.width + self.gap), row * (self.height + self.gap)

    def picture(self, *, columns: int, rows: int) -> tuple[int, int]:
        """Width and height of the whole grid."""
        right, bottom = self.corner((columns, rows))
        return right - self.gap, bottom - self.gap


@dataclass(frozen=True)
class Radar:
    """A web with a spoke for each part, the first upwards, the others clockwise; 100 percent lies
    on its rim. `radius` and `margin` are in units of the picture."""

    spokes: int
    radius: int = 100
    margin: int = 24

    @property
    def middle(self) -> int:
        return self.radius + self.margin

    @property
    def size(self) -> int:
        return 2 * self.middle

    def point(self, spoke: int, percent: float) -> tuple[float, float]:
        angle = 2 * pi * spoke / self.spokes
        length = self.radius * float(percent) / 100
        return round(self.middle + length * sin(angle), 1), round(
            self.middle - length * cos(angle), 1
        )

    def points(self, percents: Sequence[float | None]) -> list[tuple[float, float]]:
        """Of what is known: a part without a value has no point, least of all one at nought."""
        known = ((n, value) for n, value in enumerate(percents) if value is not None)
        return [self.point(spoke, value) for spoke, value in known]

    def ring(self, percent: float) -> list[tuple[float, float]]:
        return self.points([percent] * self.spokes)


def path(points: Sequence[tuple[float, float]]) -> str:
    """As the attribute `points` of an SVG polygon."""
    return " ".join(f"{x},{y}" for x, y in points)
