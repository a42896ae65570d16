import re
from math import cos, radians

import pytest
from shapely.geometry import MultiPolygon, Polygon, box, shape

from loei_coop.common.outlines import drawing
from loei_coop.common.outlines.drawing import MARGIN, WIDTH, draw, number_of_bytes, path_of
from tests.outlines import NAMES, polygon, square


def province():
    return {code: shape(polygon(square(code))) for code in NAMES}


def points_of(path):
    """The corners of the only ring of a path."""
    (start, steps) = re.fullmatch(r"M([^l]+)l([^z]+)z", path).groups()
    x, y = map(int, start.split())
    numbers = list(map(int, re.findall(r"-?\d+", steps)))
    corners = [(x, y)]
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + across, y + down
        corners.append((x, y))
    return corners


def test_neighbours_have_the_same_corners_so_that_no_gap_shows():
    outlines = draw(province(), NAMES).outlines
    west, east = (set(points_of(outlines[code].path)) for code in ("4201", "4202"))
    assert len(west & east) == 2


def test_a_degree_is_as_wide_as_it_is_at_this_latitude():
    shapes = {"4201": box(101, 17, 102, 18)}
    picture = draw(shapes, NAMES)
    inner = (picture.width - 2 * MARGIN, picture.height - 2 * MARGIN)
    assert inner[0] / inner[1] == pytest.approx(cos(radians(17.5)), abs=0.001)
    assert picture.width == WIDTH


def test_north_is_above_and_west_is_left():
    corners = points_of(draw(province(), NAMES).outlines["4201"].path)
    others = points_of(draw(province(), NAMES).outlines["4214"].path)
    assert max(y for _x, y in others) < max(y for _x, y in corners)
    assert min(x for x, _y in corners) == MARGIN


def test_a_tall_province_is_not_taller_than_a_screen():
    picture = draw({"4201": box(101, 16, 101.2, 19)}, NAMES)
    assert picture.height == drawing.TALLEST
    assert picture.width < WIDTH


def test_a_minus_sign_parts_two_numbers():
    assert path_of(Polygon([(0, 0), (10, 5), (5, -10), (0, 0)])) == "M0 0l10 5-5-15z"


def test_holes_and_parts_are_drawn_and_what_shrank_to_a_line_is_not():
    holed = Polygon(box(0, 0, 9, 9).exterior, [box(3, 3, 6, 6).exterior])
    line = Polygon([(20, 0), (21, 0), (20, 0), (20, 0)])
    assert path_of(MultiPolygon([holed, box(12, 0, 14, 1), line])).count("M") == 3


def test_the_bytes_are_those_of_all_paths():
    shapes = province()
    paths = [outline.path for outline in draw(shapes, NAMES).outlines.values()]
    assert number_of_bytes(list(shapes.values())) == sum(map(len, paths))
