"""Every fault names its place, all are told at once, and what is small is mended."""

import random

import pytest
import shapely
from django.utils import translation
from shapely.geometry import shape

from loei_coop.common.outlines.checking import check
from loei_coop.common.outlines.errors import OutlinesRefusedError
from tests.outlines import NAMES, WINDOW, collection, feature, features, polygon, square

THALI = "4208"
RING = square(THALI)
WEST, SOUTH = RING[0]


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def checked(rows, **members):
    return check(collection(rows, **members), names=NAMES, window=WINDOW)


def faults(rows, **members):
    with pytest.raises(OutlinesRefusedError) as refused:
        checked(rows, **members)
    return refused.value.faults


def without(*codes):
    return [row for row in features() if row["properties"]["code"] not in codes]


def test_a_sound_file_becomes_one_outline_a_district():
    found = checked(features())
    assert list(found.geometries) == list(NAMES)
    assert (found.points_before, found.path_bytes < 28_000) == (70, True)
    assert shapely.coverage_is_valid([shape(g) for g in found.geometries.values()])


def test_the_order_of_the_file_does_not_matter():
    assert checked(features()[::-1]).geometries == checked(features()).geometries


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        (
            [*without(THALI), feature(None, polygon(RING), name="ท่าลี่")],
            [
                "Feature 14 (ท่าลี่) has no code of a district. Write the four digits, such as "
                "4201, into the property “code”.",
                "Missing in the file: ท่าลี่.",
            ],
        ),
        (
            [*features(), feature("4301", polygon(RING), name_th="เมืองหนองคาย")],
            ["Not a district of this register: 4301 เมืองหนองคาย. Leave these out of the file."],
        ),
        (without(THALI, "4214"), ["Missing in the file: ท่าลี่, หนองหิน."]),
        (
            [*features(), feature(THALI)],
            [
                "ท่าลี่ is in the file 2 times (features 8, 15). Join its parts into one feature.",
            ],
        ),
    ],
    ids=["no code", "unknown", "missing", "twice"],
)
def test_a_wrong_code_is_named(rows, sentences):
    assert faults(rows) == sentences


def test_of_many_unknown_districts_ten_are_named():
    rows = [*features(), *(feature(str(code), polygon(RING)) for code in range(5001, 5015))]
    (sentence,) = faults(rows)
    assert "5010 and 4 more. Leave" in sentence


BOW_TIE = [RING[0], RING[2], RING[1], RING[3], RING[0]]


@pytest.mark.parametrize(
    ("geometry", "sentence"),
    [
        ([], "ท่าลี่ has no outline: its geometry is missing."),
        (
            {"type": "LineString", "coordinates": RING},
            "ท่าลี่ has no outline: its geometry is LineString, not a polygon.",
        ),
        (
            {"type": "100%", "coordinates": RING},
            "ท่าลี่ has no outline: its geometry is 100%, not a polygon.",
        ),
        (polygon(), "ท่าลี่ has no outline: its polygon is empty."),
        (polygon([]), "ท่าลี่ has no outline: its polygon is empty."),
        ({"type": "MultiPolygon"}, "ท่าลี่ has no outline: its polygon is empty."),
        (
            polygon(RING[:-1]),
            "The border of ท่าลี่ is not closed: it begins at 17.1000, 101.3000 and ends at "
            "17.2000, 101.3000.",
        ),
        (
            polygon([RING[0], RING[1], RING[0]]),
            "The border of ท่าลี่ has a ring of 3 points near 17.1000, 101.3000; it needs four, "
            "the last the same as the first.",
        ),
        (polygon([RING[0]] * 4), "The border of ท่าลี่ encloses no area near 17.1000, 101.3000."),
        (
            polygon(BOW_TIE),
            "The border of ท่าลี่ crosses or touches itself near 17.1500, 101.3500.",
        ),
        (
            polygon(RING, square("4201")),
            "Parts or holes of ท่าลี่ lie over each other near 17.0000, 101.0000.",
        ),
        *(
            (polygon([RING[0], bad, *RING[2:]]), "The border of ท่าลี่ has a point that is not two")
            for bad in ([float("nan"), 17], [1, float("inf")], ["101", "17"], [101], None, 17)
        ),
        (
            polygon([[x, 10**400] for x, _y in RING]),
            "The border of ท่าลี่ has a point that is not two numbers.",
        ),
        (polygon("ring"), "The border of ท่าลี่ has a point that is not two numbers."),
    ],
)
def test_a_broken_outline_is_told_with_its_district_and_place(geometry, sentence):
    rows = [*without(THALI), {"properties": {"code": THALI}, "geometry": geometry or None}]
    (fault,) = faults(rows)
    assert fault.startswith(sentence)


def test_a_height_beside_the_coordinates_does_not_matter():
    high = polygon([[x, y, 260.5] for x, y in RING])
    assert checked(features(d4208=high)).geometries == checked(features()).geometries


def test_the_file_says_that_it_is_projected():
    crs = {"type": "name", "properties": {"name": "EPSG:32647"}}
    assert faults(features(), crs=crs) == [
        "The file says that its coordinates are in EPSG:32647. Export it in WGS 84 (EPSG:4326), in "
        "degrees."
    ]


def moved(change):
    return {
        f"d{code}": polygon([change(x, y) for x, y in square(code)]) for code in ("4201", "4202")
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda x, y: [x * 7000, y * 110_000],
            "The coordinates are not degrees (707000, 1870000), they look like metres of a map "
            "projection such as UTM: เมืองเลย, นาด้วง. Export",
        ),
        (
            lambda x, y: [y, x],
            "Latitude and longitude are swapped (17, 101): เมืองเลย, นาด้วง.",
        ),
        (
            lambda x, y: [x - 3, y - 3],
            "Outside of the province and its surroundings (98, 14): เมืองเลย, นาด้วง.",
        ),
    ],
    ids=["metres", "swapped", "elsewhere"],
)
def test_coordinates_that_are_not_of_the_province_are_told_once_for_all(change, sentence):
    (fault,) = faults(features(**moved(change)))
    assert fault.startswith(sentence)


def test_all_faults_are_told_at_once():
    rows = features(
        d4201=polygon(square("4201")[:-1]),
        d4203=polygon(square("4203", grow=0.02)),
        d4208=polygon(BOW_TIE),
    )
    rows = [*rows[:-1], feature("4301", polygon(RING))]
    told = faults(rows)
    assert [sentence.split(" ", 2)[0] for sentence in told[:2]] == ["Not", "Missing"]
    assert "The border of เมืองเลย is not closed" in told[2]
    assert "The border of ท่าลี่ crosses" in told[3]
    assert "เชียงคาน and ปากชม overlap" in " ".join(told[4:])


# Neighbours


def test_neighbours_that_overlap_are_both_named():
    (fault, *_others) = faults(features(d4201=polygon(square("4201", grow=0.01))))
    assert fault == "เมืองเลย and นาด้วง overlap by 11.82 km² near 17.0500, 101.1050."


def east_side_moved(code, by):
    south_west, south_east, north_east, *rest = square(code)
    moved = [[x + by, y] for x, y in (south_east, north_east)]
    return polygon([south_west, *moved, *rest])


def test_two_neighbours_with_a_gap_between_them_are_named():
    (fault,) = faults(features(d4206=east_side_moved("4206", -0.02)))
    assert fault == "Between นาแห้ว and ภูเรือ lies a gap of 23.63 km² near 17.1500, 101.1900."


def test_a_district_that_stands_in_a_gap_of_its_own_is_named():
    apart, gap = faults(features(d4206=polygon(square("4206", grow=-0.01))))
    assert apart == "นาแห้ว and นาด้วง lie apart: between them is a gap of 1.1 km."
    assert "lies a gap of 42.5" in gap


def test_a_gap_that_is_open_to_the_outside_is_found():
    (fault,) = faults(features(d4201=east_side_moved("4201", -0.005)))
    assert fault.startswith("Between เมืองเลย and นาด้วง lies a gap of 5.91 km²")


def test_a_district_that_touches_no_other_is_named_with_the_nearest():
    (fault,) = faults(features(d4214=polygon(square("4214", move=(0.1, 0.1)))))
    assert fault == "หนองหิน and ภูกระดึง lie apart: between them is a gap of 11.1 km."


def test_a_hole_in_a_district_is_named():
    x, y = square("4206", grow=-0.04)[0]
    hole = [[x, y], [x, y + 0.02], [x + 0.02, y + 0.02], [x + 0.02, y], [x, y]]
    (fault,) = faults(features(d4206=polygon(square("4206"), hole)))
    assert fault.startswith("นาแห้ว has a hole of 4.7")


def test_a_district_too_narrow_to_be_seen_is_named():
    west, south = square("4214")[1]
    sliver = [[west, south], [west + 5e-4, south], [west + 5e-4, south + 0.1], [west, south]]
    (fault,) = faults(features(d4214=polygon(sliver)))
    assert fault == "หนองหิน is too small or too narrow to be drawn."


@pytest.mark.parametrize("error", [1e-7, 1e-5, 1e-4])
def test_borders_that_miss_each_other_by_metres_are_joined(error):
    shaky = random.Random(2556)

    def drawn_anew(code):
        ring = [[x + shaky.uniform(-error, error), y] for x, y in square(code)[:-1]]
        return polygon([*ring, ring[0]])

    found = checked(features(**{f"d{code}": drawn_anew(code) for code in NAMES}))
    shapes = [shape(geometry) for geometry in found.geometries.values()]
    assert len(shapes) == 14
    assert shapely.coverage_is_valid(shapes)
    assert len(shapely.union_all(shapes).interiors) == 0


def test_a_narrow_gap_and_a_narrow_overlap_are_closed():
    found = checked(
        features(
            d4206=polygon(square("4206", grow=-0.0003)), d4211=polygon(square("4211", grow=0.0003))
        )
    )
    whole = shapely.union_all([shape(geometry) for geometry in found.geometries.values()])
    assert (whole.geom_type, len(whole.interiors)) == ("Polygon", 0)


def test_an_island_stays_with_its_district():
    x, y = 100.9, 17.05
    island = [[x, y], [x + 0.02, y], [x + 0.02, y + 0.02], [x, y]]
    both = {"type": "MultiPolygon", "coordinates": [[square("4201")], [island]]}
    found = checked(features(d4201=both))
    assert found.geometries["4201"]["type"] == "MultiPolygon"
    assert len(found.geometries["4201"]["coordinates"]) == 2
