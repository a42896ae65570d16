"""Neighbours share their borders: checked, and mended where it is a matter of metres.

All lengths are degrees.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import cos, radians

import shapely
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from loei_coop.common.outlines.shapes import Shape, place

# About 110 m, on a phone's map a third of a pixel: narrower overlaps and gaps are closed.
NARROW = 0.001
SNAP = NARROW / 2
# An inlet between two districts, up to 1.1 km wide, is a gap if it is larger than about 0.5 km².
# Where borders meet at the edge of a province there are far smaller ones by nature.
INLET, LARGEST_INLET = 0.01, 4e-5
TOUCHING = 1e-6
KM_OF_DEGREE = 111.2
DECIMALS = 6  # of a degree: 10 cm

Shapes = Mapping[str, Shape]


def mend(
    shapes: Shapes, names: Mapping[str, str], *, complete: bool
) -> tuple[dict[str, Shape], list[str]]:
    """(the shapes without overlaps and gaps; a fault for each that is too wide to be closed).
    Where the shapes are not `complete`, a gap says nothing."""
    overlaps = list(overlap_faults(shapes, names))
    if not complete:
        return {}, overlaps
    rounded = {code: with_decimals(shape) for code, shape in shapes.items()}
    closed = rounded if is_coverage(rounded) else cleaned(rounded)
    vanished = list(vanished_faults(closed, names))
    return closed, [*overlaps, *vanished, *([] if vanished else gap_faults(closed, names))]


def with_decimals(shape: Shape) -> Shape:
    return shapely.transform(shape, lambda points: points.round(DECIMALS))


def is_coverage(shapes: Shapes) -> bool:
    rows = list(shapes.values())
    return bool(shapely.is_valid(rows).all()) and bool(shapely.coverage_is_valid(rows, NARROW))


def cleaned(shapes: Shapes) -> dict[str, Shape]:
    rows = shapely.coverage_clean(list(shapes.values()), gap_width=NARROW, snapping_distance=SNAP)
    return dict(zip(shapes, rows, strict=True))


def is_wide(area: BaseGeometry) -> bool:
    return not area.buffer(-NARROW / 2).is_empty


def square_km(area: BaseGeometry) -> str:
    return f"{area.area * KM_OF_DEGREE**2 * cos(radians(area.centroid.y)):.2f}"


def middle(area: BaseGeometry) -> str:
    point = area.representative_point()
    return place(point.x, point.y)


def vanished_faults(shapes: Shapes, names: Mapping[str, str]) -> Iterator[str]:
    for code, shape in shapes.items():
        if not is_wide(shape):
            sentence = _("%(district)s is too small or too narrow to be drawn.")
            yield sentence % {"district": names[code]}


def overlap_faults(shapes: Shapes, names: Mapping[str, str]) -> Iterator[str]:
    for one, other in combinations(shapes, 2):
        common = shapes[one].intersection(shapes[other])
        if is_wide(common):
            sentence = _("%(one)s and %(other)s overlap by %(area)s km² near %(place)s.")
            yield sentence % {
                "one": names[one],
                "other": names[other],
                "area": square_km(common),
                "place": middle(common),
            }


def gap_faults(shapes: Shapes, names: Mapping[str, str]) -> Iterator[str]:
    whole = shapely.union_all(list(shapes.values()))
    yield from apart_faults(shapes, names, whole)
    for gap in holes(whole):
        yield gap_sentence(gap, neighbours(gap, shapes), names)
    for gap in inlets(whole):
        beside = neighbours(gap, shapes)
        if len(beside) > 1:
            yield gap_sentence(gap, beside, names)


def apart_faults(shapes: Shapes, names: Mapping[str, str], whole: BaseGeometry) -> Iterator[str]:
    """Of districts that hang together with no other; a part of a district may be an island."""
    main = max(shapely.get_parts(whole), key=lambda part: part.area)
    attached = [code for code, shape in shapes.items() if shape.distance(main) < TOUCHING]
    for code in [code for code in shapes if code not in attached]:
        away = {other: round(shapes[other].distance(shapes[code]), 6) for other in attached}
        nearest = min(attached, key=away.__getitem__)
        distance = away[nearest] * KM_OF_DEGREE
        sentence = _("%(one)s and %(other)s lie apart: between them is a gap of %(km)s km.")
        yield sentence % {"one": names[code], "other": names[nearest], "km": f"{distance:.1f}"}


def holes(whole: BaseGeometry) -> list[BaseGeometry]:
    rings = [ring for part in shapely.get_parts(whole) for ring in part.interiors]
    found = [shapely.Polygon(ring).difference(whole) for ring in rings]
    return [hole for hole in found if is_wide(hole)]


def inlets(whole: BaseGeometry) -> list[BaseGeometry]:
    """Narrow openings from outside: what a border as thick as they are wide would fill."""
    filled = shapely.unary_union([shapely.Polygon(p.exterior) for p in shapely.get_parts(whole)])
    grown = filled.buffer(INLET / 2, join_style="mitre").buffer(-INLET / 2, join_style="mitre")
    parts = shapely.get_parts(grown.difference(filled))
    return [part for part in parts if part.area > LARGEST_INLET and is_wide(part)]


def neighbours(gap: BaseGeometry, shapes: Shapes) -> list[str]:
    """Codes of the districts beside it, the one with the longest side first."""
    around = gap.buffer(TOUCHING)
    shared = {code: shape.intersection(around).area for code, shape in shapes.items()}
    beside = [code for code in shapes if shared[code]]
    return sorted(beside, key=lambda code: (-round(shared[code], 9), code))


def gap_sentence(gap: BaseGeometry, beside: list[str], names: Mapping[str, str]) -> str:
    values = {"area": square_km(gap), "place": middle(gap)}
    if len(beside) == 1:
        sentence = _("%(district)s has a hole of %(area)s km² near %(place)s.")
        return sentence % {"district": names[beside[0]], **values}
    sentence = _("Between %(one)s and %(other)s lies a gap of %(area)s km² near %(place)s.")
    return sentence % {"one": names[beside[0]], "other": names[beside[1]], **values}
