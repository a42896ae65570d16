import pytest

from networks.models import AreaNetwork, Organization
from networks.province_map import province_map
from tests.factories import make_district, make_organization

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
