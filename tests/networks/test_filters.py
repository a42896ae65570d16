import pytest

from networks.choices import Kind
from networks.filters import OrganizationFilter, loosenings, selects
from networks.models import Organization, OrganizationName
from tests.factories import make_district, make_group, make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    """Network 4: one cooperative and two groups; network 1: one cooperative; one without place."""
    thali, nadaung = make_district("ท่าลี่", network=4), make_district("นาด้วง", network=1)
    make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", district=thali, status="operating")
    make_group("กลุ่มเกษตรกรทำสวนท่าลี่", district=thali)
    make_group("กลุ่มเกษตรกรทำสวนหนองผือ", district=thali, status="suspended")
    make_organization("สหกรณ์การเกษตรนาด้วง จำกัด", district=nadaung, status="dissolved")
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด", type="savings")
    return {"ท่าลี่": thali.code, "นาด้วง": nadaung.code}


def filtered(**parameters):
    filterset = OrganizationFilter(parameters, Organization.objects.standing())
    filterset.form.is_valid()
    return filterset


@pytest.mark.parametrize(
    ("parameters", "number"),
    [
        ({}, 4),
        ({"kind": "farmer_group"}, 2),
        ({"network": "4"}, 3),
        ({"network": "4", "kind": "farmer_group"}, 2),
        ({"network": "none"}, 1),
        ({"district": "none"}, 1),
        ({"status": "ended"}, 1),
        ({"status": "stopped"}, 1),
        ({"status": "none"}, 2),
        ({"type": "savings"}, 1),
        ({"q": "ทาลี"}, 2),
        ({"q": "จำกัด"}, 4),
        ({"network": "9", "kind": "no such kind"}, 4),
    ],
)
def test_the_address_is_the_state(register, parameters, number):
    assert filtered(**parameters).qs.count() == number


def options(name, **parameters):
    (select,) = (s for s in selects(filtered(**parameters)) if s.name == name)
    return {option.value: option.count for option in select.options}


def test_a_count_is_what_the_value_would_give_with_the_other_filters_kept(register):
    assert options("kind", network="4") == {"": 3, "cooperative": 1, "farmer_group": 2}
    assert options("network", kind="farmer_group") == {"": 2, "4": 2}
    assert options("network", network="4") == {"": 4, "4": 3, "none": 1}


def test_every_count_is_the_number_of_rows_that_its_address_finds(register):
    for select in selects(filtered(kind="farmer_group")):
        for option in select.options:
            chosen = {"kind": "farmer_group", select.name: option.value}
            assert filtered(**chosen).qs.count() == option.count, (select.name, option.value)


def test_the_status_counts_three_words_and_not_recorded(register):
    assert options("status") == {"": 4, "operating": 1, "stopped": 1, "ended": 1, "none": 2}


def test_a_chosen_value_stays_though_nothing_matches(register):
    assert options("type", type="fisheries")["fisheries"] == 0


def test_nothing_found_says_what_each_filter_left_out_would_give(register):
    found = loosenings(filtered(network="4", type="savings"))
    assert [(row.name, row.count) for row in found] == [("type", 3), ("network", 1)]
    assert found[1].value == "เครือข่ายที่ 4"


def test_a_choice_that_is_not_offered_is_said_to_be_left_out(client, register):
    response = client.get("/organizations/?status=dissolved&network=9")
    assert "ไม่มีตัวเลือกนี้ จึงไม่ได้ใช้กรอง: เครือข่ายระดับพื้นที่, สถานะ" in response.text


def test_a_former_name_is_found(register):
    teachers = Organization.objects.get(type="savings")
    OrganizationName.objects.create(organization=teachers, name="ครูเมืองเลย", use="former")
    assert list(filtered(q="ครูเมือง").qs) == [teachers]
    assert teachers.kind == Kind.COOPERATIVE


def test_the_questions_asked_do_not_grow_with_the_rows(register, django_assert_num_queries):
    with django_assert_num_queries(6):
        selects(filtered())
    for _ in range(20):
        make_organization()
    with django_assert_num_queries(6):
        selects(filtered())
