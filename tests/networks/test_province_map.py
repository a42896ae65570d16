import re

import pytest

from loei_coop.common.outlines.simplifying import LARGEST_PATHS
from networks.models import AreaNetwork, District, DistrictBoundary, Organization
from networks.province_map import province_map
from tests.factories import make_district, make_organization, make_source
from tests.outlines import NAMES, make_districts, polygon, square

pytestmark = pytest.mark.django_db


def test_tiles_legend_and_total_tell_one_number():
    thali = make_district("ท่าลี่", network=4, office_latitude="17.62", office_longitude="101.42")
    make_district("ภูเรือ", network=5)
    for district in (thali, thali, None):
        make_organization(district=district)
    picture = province_map(Organization.objects.counted())
    assert [(t.district.name, t.number) for t in picture.tiles] == [("ท่าลี่", 2), ("ภูเรือ", 0)]
    assert [row.number for row in picture.legend] == [2, 0, 1]
    assert picture.legend[-1].network is None
    assert picture.total == 3


def test_every_tile_leads_to_the_list_of_its_district():
    district = make_district("ท่าลี่", network=4)
    (tile,) = province_map(Organization.objects.all()).tiles
    assert tile.address == f"/organizations/?district={district.code}"


def test_the_tiles_of_other_networks_are_faded():
    make_district("ท่าลี่", network=4)
    make_district("ภูเรือ", network=5)
    picture = province_map(Organization.objects.all(), only=AreaNetwork.objects.get(number=5))
    assert [tile.faded for tile in picture.tiles] == [True, False]


def test_a_province_without_districts_is_an_empty_picture():
    picture = province_map(Organization.objects.all())
    assert (picture.tiles, picture.total) == ([], 0)


def test_two_questions_whatever_the_number_of_rows(django_assert_num_queries):
    district = make_district()
    for _ in range(3):
        make_organization(district=district)
    with django_assert_num_queries(2):
        province_map(Organization.objects.counted())


def outline_districts(*codes):
    source = make_source("แนวเขต")
    for code in codes:
        geometry = polygon(square(code))
        DistrictBoundary.objects.create(district_id=code, geometry=geometry, source=source)


class TestOutlines:
    @pytest.fixture(autouse=True)
    def districts(self):
        make_districts()
        make_organization(district=District.objects.get(code="4208"))

    def test_tiles_stand_in_until_every_district_has_one(self):
        outline_districts(*list(NAMES)[1:])
        assert len(province_map(Organization.objects.all()).tiles) == 14
        outline_districts("4201")
        picture = province_map(Organization.objects.all())
        assert (len(picture.outlines), picture.tiles) == (14, [])

    def test_outlines_have_the_links_numbers_and_legend_of_the_tiles(self):
        tiles = province_map(Organization.objects.counted())
        outline_districts(*NAMES)
        outlines = province_map(Organization.objects.counted())
        assert [facts(place) for place in outlines.outlines] == list(map(facts, tiles.tiles))
        assert (outlines.legend, outlines.total) == (tiles.legend, tiles.total)

    def test_outlines_of_other_networks_are_faded(self):
        outline_districts(*NAMES)
        picture = province_map(Organization.objects.all(), only=AreaNetwork.objects.get(number=4))
        assert [o.district.code for o in picture.outlines if not o.faded] == ["4213", "4214"]

    def test_outlines_take_no_more_questions(self, django_assert_num_queries):
        outline_districts(*NAMES)
        with django_assert_num_queries(2):
            picture = province_map(Organization.objects.counted())
            assert picture.boundary.source.title == "แนวเขต"

    @pytest.mark.parametrize(
        "path", ["/", "/networks/", "/networks/4/", "/organizations/?network=2&kind=cooperative"]
    )
    @pytest.mark.parametrize("prefix", ["", "/en"])
    def test_every_page_draws_them_in_at_most_40_kb(self, client, prefix, path):
        outline_districts(*NAMES)
        page = client.get(prefix + path).text
        (svg,) = re.findall(r"<svg viewBox.*?</svg>", page, re.DOTALL)
        assert svg.count("<path d=") == svg.count("<a href=") == svg.count('class="outline ') == 14
        paths = "".join(re.findall(r'd="([^"]+)"', svg))
        assert len(svg.encode()) - len(paths) + LARGEST_PATHS <= 40_000
        assert "แนวเขต" in page

    def test_the_links_of_a_list_keep_its_other_filters(self, client):
        outline_districts(*NAMES)
        page = client.get("/organizations/?kind=cooperative").text
        assert "kind=cooperative&amp;district=4208" in page


def facts(place):
    return place.district, place.number, place.address, place.faded
