import pytest

from networks.models import District, DistrictBoundary
from tests.factories import make_district, make_source
from tests.site.open_data.reading import csv_rows, features, json_rows

pytestmark = pytest.mark.django_db


def square(left):
    """One degree wide; its ring runs clockwise, as some programs write it."""
    ring = [[left, 17], [left, 18], [left + 1, 18], [left + 1, 17], [left, 17]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def districts():
    make_district("ท่าลี่", network=4, code="4208", name_en="Tha Li", network_order=1)
    make_district("ปากชม", network=4, code="4204", name_en="Pak Chom", network_order=2)


def bound(code, left, **values):
    district = District.objects.get(code=code)
    DistrictBoundary.objects.create(district=district, geometry=square(left), **values)


def test_districts_stand_in_the_order_of_their_codes(client, districts):
    rows = csv_rows(client, "districts.csv")
    assert [(r["code"], r["name"], r["network"]) for r in rows] == [
        ("4204", "ปากชม", "4"),
        ("4208", "ท่าลี่", "4"),
    ]


def test_a_network_names_its_districts_in_the_order_of_its_source(client, districts):
    (row,) = json_rows(client, "networks.json")
    assert (row["number"], row["name"], row["name_en"]) == (4, "เครือข่ายที่ 4", "Area network 4")
    assert (row["district_codes"], row["districts_th"]) == ("4208;4204", "ท่าลี่;ปากชม")


def test_without_outlines_a_district_is_the_point_of_its_office(client, districts):
    shapes = [f["geometry"] for f in features(client, "districts.geojson")]
    assert shapes == [{"type": "Point", "coordinates": [101.9707, 17.4792]}] * 2
    assert [f["geometry"] for f in features(client, "networks.geojson")] == [None]


def test_an_outline_runs_anticlockwise(client, districts):
    bound("4204", 101)
    outlined, office = features(client, "districts.geojson")
    assert outlined["geometry"] == {
        "type": "Polygon",
        "coordinates": [[[101, 17], [102, 17], [102, 18], [101, 18], [101, 17]]],
    }
    assert office["geometry"]["type"] == "Point"


def test_a_network_is_the_union_of_its_districts_once_all_are_outlined(client, districts):
    bound("4204", 101)
    assert features(client, "networks.geojson")[0]["geometry"] is None
    bound("4208", 102)
    geometry = features(client, "networks.geojson")[0]["geometry"]
    corners = {tuple(corner) for corner in geometry["coordinates"][0]}
    assert geometry["type"] == "Polygon"
    assert {(101, 17), (103, 17), (103, 18), (101, 18)} <= corners


def test_an_outline_says_where_it_comes_from_and_under_which_licence(client, districts):
    source = make_source("แนวเขตการปกครอง")
    for code, left in (("4204", 101), ("4208", 102)):
        bound(code, left, source=source, source_detail="CC BY 4.0")
    expected = ("แนวเขตการปกครอง", "CC BY 4.0")
    for name in ("districts", "networks"):
        rows = csv_rows(client, f"{name}.csv")
        assert {(row["outline_source"], row["outline_licence"]) for row in rows} == {expected}


def test_without_an_outline_no_source_of_one_is_told(client, districts):
    (row, _other) = csv_rows(client, "districts.csv")
    assert (row["outline_source"], row["outline_licence"]) == ("", "")


@pytest.mark.parametrize(("name", "questions"), [("districts", 2), ("networks", 4)])
@pytest.mark.parametrize("number", [3, 30])
def test_any_number_of_districts_takes_as_many_questions(
    client, django_assert_num_queries, name, questions, number
):
    for order in range(number):
        make_district(f"อำเภอที่ {order}", network=1)
        bound(District.objects.latest("network_order").code, 101 + order)
    with django_assert_num_queries(questions):
        features(client, f"{name}.geojson")
