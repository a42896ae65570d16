"""What officers narrow the lists by: each choice leads to as many rows as it says."""

import re

import pytest

from networks.choices import Status
from tests.factories import make_district, make_group, make_organization

pytestmark = pytest.mark.django_db

COOPERATIVES = "/en/admin/networks/cooperative/"
GROUPS = "/en/admin/networks/farmergroup/"
TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"


@pytest.fixture
def register():
    """Seven cooperatives, two of one name and one joined into another; one farmer group."""
    district = make_district("นาด้วง", network=1)
    well_kept = {"status": Status.OPERATING, "district": district}
    teachers = make_organization(TEACHERS, type="savings", registration_number="1", **well_kept)
    make_organization("สหกรณ์ออมทรัพย์ ครูเลย", type="savings", registration_number="2", **well_kept)
    make_organization("สหกรณ์ครูเลย จำกัด", joined_into=teachers)
    make_organization("เลิกแล้ว จำกัด", status=Status.DISSOLVED)
    make_organization("ท่าลี่ จำกัด", status=Status.OPERATING)
    make_organization("ไม่รู้สถานะ จำกัด", registration_number="4")
    make_organization("ไม่รู้อะไรเลย จำกัด")
    make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")


def found(response):
    return {row.name for row in response.context["cl"].result_list}


def choices(response, parameter):
    """{query: number} of the filter, as the page shows it."""
    specs = response.context["cl"].filter_specs
    (spec,) = [spec for spec in specs if getattr(spec, "parameter_name", "") == parameter]
    shown = [
        (choice["query_string"], re.search(r"\((\d+)\)$", str(choice["display"])))
        for choice in spec.choices(response.context["cl"])
    ]
    return {query: int(number[1]) for query, number in shown if number}


@pytest.mark.parametrize(
    ("check", "names"),
    [
        ("duplicate", {TEACHERS, "สหกรณ์ออมทรัพย์ ครูเลย"}),
        ("no_status", {"ไม่รู้สถานะ จำกัด", "ไม่รู้อะไรเลย จำกัด"}),
        ("no_registration", {"ท่าลี่ จำกัด", "ไม่รู้อะไรเลย จำกัด"}),
        ("joined", {"สหกรณ์ครูเลย จำกัด"}),
    ],
)
def test_what_to_look_after_is_found(office, register, check, names):
    assert found(office.get(COOPERATIVES, {"check": check})) == names


@pytest.mark.parametrize("query", [{}, {"check": "nonsense"}])
def test_what_was_joined_away_is_shown_only_when_asked_for(office, register, query):
    names = found(office.get(COOPERATIVES, query))
    assert len(names) == 6
    assert "สหกรณ์ครูเลย จำกัด" not in names


@pytest.mark.parametrize("narrowed", [{}, {"type": "savings"}, {"network": "none"}, {"q": "ครูเลย"}])
@pytest.mark.parametrize("parameter", ["check", "type", "network"])
def test_a_choice_leads_to_as_many_rows_as_it_says(office, register, parameter, narrowed):
    shown = choices(office.get(COOPERATIVES, narrowed), parameter)
    assert len(shown) == {"check": 7, "type": 7, "network": 6}[parameter]
    for query, number in shown.items():
        assert office.get(COOPERATIVES + query).context["cl"].result_count == number


@pytest.mark.parametrize("parameter", ["check", "type", "network"])
def test_the_choices_of_an_empty_list_say_nought(office, parameter):
    assert set(choices(office.get(COOPERATIVES), parameter).values()) == {0}


def test_the_numbers_of_the_page_are_those_of_the_register(office, register):
    shown = choices(office.get(COOPERATIVES), "check")
    assert shown == {
        "?check=no_district": 3,
        "?check=duplicate": 2,
        "?check=no_status": 2,
        "?check=no_registration": 2,
        "?check=no_promotion_officer": 5,
        "?check=holders_unconfirmed": 5,
        "?check=joined": 1,
    }
    by_type = choices(office.get(COOPERATIVES), "type")
    assert (by_type["?type=savings"], by_type["?type=agricultural"]) == (2, 4)


def test_each_list_offers_the_types_of_its_kind(office, register):
    shown = choices(office.get(GROUPS), "type")
    assert (len(shown), shown["?type=rice"], shown["?type=orchard"]) == (6, 0, 1)


@pytest.mark.parametrize(
    ("names", "duplicates"),
    [
        ([TEACHERS, TEACHERS], 2),
        ([TEACHERS, "สหกรณ์ออมทรัพย์ครูเลย จํากัด", "สหกรณ์ ออมทรัพย์ครูเลย"], 3),
        ([TEACHERS, "สหกรณ์ออมทรัพย์ครูเมืองเลย จำกัด"], 0),
    ],
)
def test_duplicates_are_those_of_one_name_however_it_is_spelt(office, names, duplicates):
    for name in names:
        make_organization(name)
    page = office.get(COOPERATIVES, {"check": "duplicate"})
    assert page.context["cl"].result_count == duplicates


def test_a_group_is_no_duplicate_of_a_cooperative(office):
    make_organization("บ้านน้ำพุ")
    make_group("บ้านน้ำพุ")
    assert found(office.get(COOPERATIVES, {"check": "duplicate"})) == set()


def test_who_was_joined_is_no_duplicate_any_more(office):
    make_organization(TEACHERS, joined_into=make_organization(TEACHERS))
    assert found(office.get(COOPERATIVES, {"check": "duplicate"})) == set()


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize(
    ("check", "queries"),
    [("duplicate", 38), ("no_status", 32), ("no_registration", 32), ("joined", 32)],
)
def test_a_check_asks_the_same_number_of_questions_of_3_and_of_30_rows(
    office, django_assert_num_queries, check, queries, rows
):
    survivor = make_organization(TEACHERS)
    for number in range(rows):
        district = make_district(f"อำเภอที่ {number}")
        make_organization(TEACHERS, district=district)
        make_organization(TEACHERS, district=district, joined_into=survivor)
    with django_assert_num_queries(queries):
        office.get(COOPERATIVES, {"check": check})
