from itertools import combinations

import pytest
from shapely.geometry import MultiPolygon, box

from loei_coop.common.outlines.labels import Wrap, letters, place_labels


def area_of(label):
    name = tuple(line.text for line in label.lines)
    return Wrap(name).box(label.x, label.y)


def test_a_name_stands_in_the_middle_of_a_wide_district():
    label = place_labels({"4201": box(0, 0, 2000, 1000)}, {"4201": "Mueang Loei"})["4201"]
    assert (label.x, label.y) == pytest.approx((1000, 500), abs=400)
    assert [line.text for line in label.lines] == ["Mueang Loei"]
    assert box(0, 0, 2000, 1000).contains(area_of(label))


def test_in_a_narrow_district_the_name_takes_two_lines():
    shape = box(0, 0, 600, 900)
    label = place_labels({"4210": shape}, {"4210": "Phu Kradueng"})["4210"]
    assert [line.text for line in label.lines] == ["Phu", "Kradueng"]
    assert label.lines[0].y < label.lines[1].y < label.numbers_y


def test_a_thai_name_stays_in_one_line():
    label = place_labels({"4203": box(0, 0, 300, 300)}, {"4203": "เชียงคาน"})["4203"]
    assert [line.text for line in label.lines] == ["เชียงคาน"]


def test_names_that_do_not_fit_keep_out_of_each_others_way():
    shapes = {"4213": box(0, 0, 400, 800), "4214": box(400, 0, 800, 800)}
    shapes["4209"] = box(0, 800, 800, 1200)
    names = {"4213": "เอราวัณ", "4214": "หนองหิน", "4209": "วังสะพุง"}
    areas = [area_of(label) for label in place_labels(shapes, names).values()]
    for one, other in combinations(areas, 2):
        assert one.intersection(other).area < 0.1 * one.area


def test_of_a_district_with_islands_the_largest_part_has_the_name():
    shape = MultiPolygon([box(0, 0, 50, 50), box(1000, 0, 2500, 1000)])
    label = place_labels({"4208": shape}, {"4208": "ท่าลี่"})["4208"]
    assert label.x > 1000


def test_marks_above_and_below_take_no_room():
    assert [letters("ที่"), letters("กู"), letters("Loei")] == [1, 1, 4]
