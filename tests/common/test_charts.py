import pytest

from loei_coop.common.charts import Radar, TileSize, path, tile_places

# Office coordinates of the 14 districts, from the administrative codes of the province.
OFFICES = {
    "เมืองเลย": (17.4888, 101.7194),
    "นาด้วง": (17.4792, 101.9707),
    "เชียงคาน": (17.8982, 101.6664),
    "ปากชม": (18.0230, 101.8874),
    "ด่านซ้าย": (17.2800, 101.1467),
    "นาแห้ว": (17.4855, 101.0684),
    "ภูเรือ": (17.4551, 101.3626),
    "ท่าลี่": (17.6243, 101.4216),
    "วังสะพุง": (17.3003, 101.7685),
    "ภูกระดึง": (16.8843, 101.8845),
    "ภูหลวง": (17.1397, 101.6643),
    "ผาขาว": (17.0670, 102.0271),
    "เอราวัณ": (17.3099, 101.9401),
    "หนองหิน": (17.1280, 101.8508),
}


def test_the_14_districts_have_places_of_their_own():
    places = tile_places(OFFICES, columns=4, rows=6)
    assert len(set(places.values())) == 14


def test_north_is_above_south_and_west_left_of_east():
    places = tile_places(OFFICES, columns=4, rows=6)
    assert places["ปากชม"] == (3, 0)
    assert places["ภูกระดึง"] == (3, 5)
    assert places["นาแห้ว"][0] == places["ด่านซ้าย"][0] == 0
    assert places["เมืองเลย"][0] < places["นาด้วง"][0]


def test_the_order_of_the_points_does_not_change_the_picture():
    turned = dict(reversed(OFFICES.items()))
    assert tile_places(turned, columns=4, rows=6) == tile_places(OFFICES, columns=4, rows=6)


def test_two_points_at_one_place_lie_side_by_side():
    places = tile_places({"a": (17.0, 101.0), "b": (17.0, 101.0)}, columns=2, rows=1)
    assert places == {"a": (0, 0), "b": (1, 0)}


def test_no_point_has_no_place():
    assert tile_places({}, columns=4, rows=6) == {}


def test_more_points_than_places_are_refused():
    with pytest.raises(ValueError, match="3 tiles do not fit into 2 × 1"):
        tile_places(dict.fromkeys("abc", (17.0, 101.0)), columns=2, rows=1)


def test_a_picture_ends_with_its_last_tile():
    size = TileSize(width=100, height=76, gap=6)
    assert size.corner((1, 2)) == (106, 164)
    assert size.picture(columns=4, rows=6) == (418, 486)


def test_the_spokes_of_a_web_begin_upwards_and_go_clockwise():
    radar = Radar(4, radius=100, margin=0)
    rim = [radar.point(spoke, 100) for spoke in range(4)]
    assert rim == [(100.0, 0.0), (200.0, 100.0), (100.0, 200.0), (0.0, 100.0)]
    assert radar.point(0, 50) == (100.0, 50.0)


def test_a_part_without_a_value_has_no_point_and_nought_has_one():
    radar = Radar(3, radius=100, margin=0)
    assert radar.points([None, 0, None]) == [(100.0, 100.0)]


def test_points_are_written_as_svg_takes_them():
    assert path([(1.5, 2.0), (3.0, 4.0)]) == "1.5,2.0 3.0,4.0"
