import pytest
from django.utils import translation

from networks.models import AreaNetwork, District, Subdistrict
from tests.factories import make_district, make_network, make_subdistrict
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db

MUEANG_LOEI = {
    "code": "4299",
    "name": "เมืองเลย",
    "name_en": "Mueang Loei",
    "network_id": 1,
    "network_order": 2,
    "office_latitude": "17.4888",
    "office_longitude": "101.7194",
}


@pytest.mark.parametrize("number", [0, 6])
def test_there_are_five_networks(number):
    assert sentences(AreaNetwork(number=number)) == [f"Value {number} is not a valid choice."]
    assert_database_refuses(AreaNetwork(number=number), rule="area_network_one_of_five")


def test_a_district_has_a_place_of_its_own_in_the_network():
    make_district("นาด้วง", network=1, network_order=2)
    assert sentences(District(**MUEANG_LOEI)) == ["Another district has this place in the network."]
    assert_database_refuses(District(**MUEANG_LOEI), rule="district_one_place_in_network")


def test_two_networks_may_each_have_a_first_district():
    make_district("เมืองเลย", network=1, network_order=1)
    make_district("ภูกระดึง", network=2, network_order=1)
    assert District.objects.filter(network_order=1).count() == 2


def test_a_name_of_a_district_is_given_once():
    make_district("เมืองเลย", network=1, network_order=1)
    assert sentences(District(**MUEANG_LOEI)) == ["District with this Name already exists."]


def test_a_district_without_a_network_is_refused():
    row = District(**{**MUEANG_LOEI, "network_id": None})
    assert sentences(row) == ["This field cannot be null."]


def test_a_name_is_given_once_in_a_district():
    district = make_district(code="4201")
    make_subdistrict("กุดป่อง", district=district, code="420101")
    values = {"code": "420102", "name": "กุดป่อง", "name_en": "Kut Pong", "district": district}
    assert sentences(Subdistrict(**values)) == ["The district has a subdistrict of this name."]
    assert_database_refuses(Subdistrict(**values), rule="subdistrict_name_once_in_district")


def test_the_same_name_in_two_districts_is_allowed():
    make_subdistrict("ท่าสะอาด", district=make_district("นาด้วง"))
    make_subdistrict("ท่าสะอาด", district=make_district("เอราวัณ"))
    assert Subdistrict.objects.filter(name="ท่าสะอาด").count() == 2


def test_a_code_of_a_subdistrict_begins_with_that_of_its_district():
    district = make_district(code="4201")
    values = {"code": "420801", "name": "กุดป่อง", "name_en": "Kut Pong", "district": district}
    assert sentences(Subdistrict(**values)) == [
        "The code must begin with the code of the district."
    ]
    assert_database_refuses(Subdistrict(**values), rule="subdistrict_code_begins_with_district")


def test_places_are_named_in_the_language_of_the_page():
    district = make_district("นาด้วง", name_en="Na Duang")
    subdistrict = make_subdistrict("นาดอกคำ", name_en="Na Dok Kham", district=district)
    places = [make_network(1), district, subdistrict]
    assert [str(place) for place in places] == ["เครือข่ายที่ 1", "อำเภอนาด้วง", "ตำบลนาดอกคำ"]
    with translation.override("en"):
        assert [str(place) for place in places] == [
            "Area network 1",
            "Na Duang District",
            "Na Dok Kham Subdistrict",
        ]


def test_a_place_without_an_english_name_keeps_the_thai_one():
    with translation.override("en"):
        assert District(name="นาด้วง", name_en="").local_name == "นาด้วง"
