from datetime import date

import pytest

from networks.choices import Ending, Position, PublicStatus, Status
from networks.models import (
    Agency,
    Cooperative,
    District,
    FarmerGroup,
    Organization,
    Person,
    Subdistrict,
)
from networks.querysets import OFFICE_CODE
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_group,
    make_network,
    make_organization,
    make_person,
    make_subdistrict,
)

pytestmark = pytest.mark.django_db

TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
HOSPITAL = "สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด"
CENTRAL = "สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด"
THA_LI = "สหกรณ์การเกษตรท่าลี่ จำกัด"
ORCHARD = "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ครูเลย", [TEACHERS]),
        ("ครู เลย จํากัด", [TEACHERS]),
        ("โรงพยาบาล เลย", [HOSPITAL]),
        ("กรป กลาง", [CENTRAL]),
        ("ท่าลี จำกัด", [THA_LI]),
        ("๐๑๒", [ORCHARD]),
        ("บ้านนํ้าพุ", [ORCHARD]),
        ("สหกรณ์ เลย", [CENTRAL, TEACHERS, HOSPITAL]),
        ("เชียงใหม่", []),
        ("ครู เชียงใหม่", []),
        ("", [ORCHARD, CENTRAL, THA_LI, TEACHERS, HOSPITAL]),
    ],
)
def test_an_organization_is_found_however_its_name_is_typed(query, found):
    for code, name in enumerate((TEACHERS, HOSPITAL, CENTRAL, THA_LI), 1):
        make_organization(name, code=f"000{code}")
    make_group(ORCHARD, code="0012")
    rows = Organization.objects.search(query).in_thai_order()
    assert [row.name for row in rows] == found


@pytest.mark.parametrize(
    "query",
    [
        "อนันต",
        "มหัจฉริยพันธุ์ อนันต์",
        "นาย อนันต์",
        "นายอนันต์",
        "นายอนันต์ มหัจฉริยพันธุ์",
        "อนันต์ ฯ",
    ],
)
def test_a_person_is_found_by_any_part_of_the_name(query):
    anan = make_person("อนันต์", "มหัจฉริยพันธุ์")
    make_person("กันทิมา", "สุนทรวีรัตน์", title="นางสาว")
    assert list(Person.objects.search(query)) == [anan]


@pytest.mark.parametrize("query", ["นาดวง", "อ.นาด้วง", "Na Duang", "na duang", "NADUANG"])
def test_a_district_is_found_in_both_languages(query):
    district = make_district("นาด้วง", name_en="Na Duang")
    make_district("นาแห้ว", name_en="Na Haeo")
    assert list(District.objects.search(query)) == [district]


def test_a_subdistrict_is_found_by_its_name():
    subdistrict = make_subdistrict("กุดป่อง", name_en="Kut Pong")
    assert list(Subdistrict.objects.search("ต.กุดป่อง")) == [subdistrict]


def test_organizations_stand_in_dictionary_order_and_not_in_that_of_the_letters_codes():
    for name in ("โรงสี", "ร้านค้า", "เมืองเลย", "มะม่วง", "แม่บ้าน", "ขนม"):
        make_organization(name)
    names = [row.name for row in Organization.objects.in_thai_order()]
    assert names == ["ขนม", "มะม่วง", "เมืองเลย", "แม่บ้าน", "ร้านค้า", "โรงสี"]


def test_persons_stand_by_first_name_without_the_title():
    for title, first_name in (("นาย", "อนันต์"), ("นางสาว", "เกษร"), ("นาง", "ก้อย")):
        make_person(first_name, "ใจดี", title=title)
    names = [person.first_name for person in Person.objects.in_thai_order()]
    assert names == ["ก้อย", "เกษร", "อนันต์"]


def test_districts_stand_in_the_order_of_the_source():
    second = make_district("ผาขาว", network=2, network_order=3)
    first = make_district("หนองหิน", network=2, network_order=2)
    other = make_district("เมืองเลย", network=1, network_order=9)
    assert list(District.objects.in_source_order()) == [other, first, second]


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("", True),
        (Status.OPERATING, True),
        (Status.NOT_OPERATING, True),
        (Status.SUSPENDED, True),
        (Status.IN_COURT, True),
        (Status.BANKRUPT, True),
        (Status.RECEIVERSHIP, True),
        (Status.DISSOLVED, False),
        (Status.LIQUIDATION, False),
    ],
)
def test_what_is_dissolved_or_in_liquidation_stands_but_is_not_counted(status, counts):
    make_organization(status=status)
    assert Organization.objects.standing().count() == 1
    assert Organization.objects.counted().exists() is counts


def test_what_was_joined_away_neither_stands_nor_counts():
    survivor = make_organization()
    make_organization("สหกรณ์ซ้ำ จำกัด", joined_into=survivor)
    assert list(Organization.objects.standing()) == [survivor]
    assert list(Organization.objects.counted()) == [survivor]


def test_totals_by_network_have_not_recorded_as_a_value_of_its_own():
    in_the_first, in_the_fourth = make_district(network=1), make_district("ท่าลี่", network=4)
    make_network(5)
    make_organization(district=in_the_first)
    make_organization(district=in_the_first)
    make_group(district=in_the_first)
    make_organization(district=in_the_fourth)
    make_group()
    assert Organization.objects.in_thai_order().totals_by_network() == {
        1: {"organizations": 3, "cooperatives": 2, "farmer_groups": 1},
        4: {"organizations": 1, "cooperatives": 1, "farmer_groups": 0},
        None: {"organizations": 1, "cooperatives": 0, "farmer_groups": 1},
    }


def test_totals_by_district_add_up_to_the_totals():
    make_organization(district=make_district(code="4202"))
    make_group()
    assert Organization.objects.totals_by_district() == {
        "4202": {"organizations": 1, "cooperatives": 1, "farmer_groups": 0},
        None: {"organizations": 1, "cooperatives": 0, "farmer_groups": 1},
    }
    whole = {"organizations": 2, "cooperatives": 1, "farmer_groups": 1}
    assert Organization.objects.totals() == whole


def test_an_empty_register_totals_nothing():
    nothing = {"organizations": 0, "cooperatives": 0, "farmer_groups": 0}
    assert Organization.objects.totals() == nothing
    assert Organization.objects.totals_by_network() == {}


def test_each_organization_is_in_one_network_or_in_none():
    district = make_district(network=4)
    placed, elsewhere = make_organization(district=district), make_organization()
    assert list(Organization.objects.in_network(4)) == [placed]
    assert list(Organization.objects.in_network(5)) == []
    assert list(Organization.objects.without_network()) == [elsewhere]


def test_with_place_fetches_district_and_network_at_once(django_assert_num_queries):
    make_organization(district=make_district("นาด้วง", network=1))
    with django_assert_num_queries(1):
        (organization,) = Organization.objects.with_place()
        assert (organization.district.name, organization.network.number) == ("นาด้วง", 1)


def test_each_proxy_lists_its_kind_and_searches_as_the_register_does():
    cooperative, group = make_organization(TEACHERS), make_group(ORCHARD)
    assert [row.pk for row in Cooperative.objects.search("เลย")] == [cooperative.pk]
    assert [row.pk for row in FarmerGroup.objects.search("น้ำพุ")] == [group.pk]
    assert list(Cooperative.objects.search("น้ำพุ")) == []


def test_the_office_is_the_agency_of_its_code_or_none():
    make_agency("จังหวัดเลย")
    assert Agency.objects.office() is None
    office = make_agency(code=OFFICE_CODE)
    assert Agency.objects.office() == office


@pytest.mark.parametrize(
    ("status", "public"),
    [
        (Status.OPERATING, PublicStatus.OPERATING),
        (Status.IN_COURT, PublicStatus.OPERATING),
        (Status.BANKRUPT, PublicStatus.STOPPED),
        (Status.LIQUIDATION, PublicStatus.ENDED),
        ("", None),
    ],
)
def test_a_public_word_finds_all_statuses_of_it_and_none_what_is_not_recorded(status, public):
    row = make_organization(status=status)
    for word in (*PublicStatus, None):
        found = list(Organization.objects.with_public_status(word))
        assert found == ([row] if word == public else [])


def test_a_family_is_a_record_and_what_was_joined_into_it():
    survivor, other = make_organization(TEACHERS), make_organization(HOSPITAL)
    joined = make_organization("สหกรณ์ครูเลย จำกัด", joined_into=survivor)
    make_organization("สหกรณ์โรงพยาบาล จำกัด", joined_into=other)
    assert set(Organization.objects.of_family(survivor.pk)) == {survivor, joined}
    assert list(Organization.objects.joined_away().of_family(survivor.pk)) == [joined]


@pytest.mark.parametrize(
    ("tenure", "offered"),
    [
        ({"starts_on": date(2025, 10, 1)}, True),
        ({"starts_on": None}, True),
        ({"starts_on": date(2026, 2, 27)}, False),
        (
            {
                "starts_on": date(2013, 6, 30),
                "ending": Ending.ENDED,
                "ends_on": date(2026, 2, 25),
            },
            False,
        ),
        ({"starts_on": date(2013, 6, 30), "ending": Ending.UNKNOWN}, False),
    ],
)
def test_promotion_officers_are_those_in_office_today(today, tenure, offered):
    office, kanthima = make_agency(code=OFFICE_CODE), make_person("กันทิมา")
    appoint(kanthima, Position.PROMOTION_OFFICER, at=office, **tenure)
    assert list(Person.objects.promotion_officers()) == ([kanthima] if offered else [])


def test_officers_of_another_agency_and_other_officers_are_none_of_them(today):
    office, elsewhere = make_agency(code=OFFICE_CODE), make_agency("กรมส่งเสริมสหกรณ์")
    begun = {"starts_on": date(2025, 10, 1)}
    appoint(make_person(), Position.OFFICER, at=office, **begun)
    appoint(make_person(), Position.PROMOTION_OFFICER, at=elsewhere, **begun)
    assert list(Person.objects.promotion_officers()) == []
