from random import Random

import pytest
import shapely
from django.utils import translation
from shapely.geometry import MultiPolygon, Polygon, box

from loei_coop.common.outlines.drawing import number_of_bytes
from loei_coop.common.outlines.errors import OutlinesRefusedError
from loei_coop.common.outlines.simplifying import LARGEST_PATHS, simplify

NAMES = {"4201": "เมืองเลย", "4202": "นาด้วง"}


def winding(points):
    """Two neighbours whose common border has great and small bends."""
    bends = Random(2556)
    border = [(101.5 + 0.1 * bends.random() ** 9, 17 + step / points) for step in range(points + 1)]
    west = Polygon([(101, 17), *border, (101, 18)])
    east = Polygon([(102, 17), *border, (102, 18)])
    return {"4201": west, "4202": east}


def test_a_border_of_many_points_is_simplified_once_for_both_until_it_fits():
    shapes = winding(10_000)
    assert number_of_bytes(list(shapes.values())) > LARGEST_PATHS
    found = list(simplify(shapes, NAMES).values())
    assert LARGEST_PATHS / 2 < number_of_bytes(found) <= LARGEST_PATHS
    assert shapely.coverage_is_valid(found)
    assert shapely.union_all(found).equals(box(101, 17, 102, 18))


def test_what_fits_loses_only_what_nobody_sees():
    shapes = {"4201": Polygon([(101, 17), (101.5, 17.000001), (102, 17), (102, 18), (101, 18)])}
    (found,) = simplify(shapes, NAMES).values()
    assert found.equals(box(101, 17, 102, 18))


def test_too_many_islands_are_refused_with_their_district():
    islands = [
        box(101 + x / 50, 17 + y / 50, 101.01 + x / 50, 17.01 + y / 50)
        for x in range(50)
        for y in range(40)
    ]
    shapes = {"4201": box(100, 17, 101, 18), "4202": MultiPolygon(islands)}
    with pytest.raises(OutlinesRefusedError) as refused, translation.override("en"):
        simplify(shapes, NAMES)
    assert refused.value.faults == [
        "The outlines have too many parts for a map, most of all นาด้วง: 2000. Leave small islands "
        "out."
    ]
