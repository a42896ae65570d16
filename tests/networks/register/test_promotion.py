"""Promotion officers, for all cooperatives and groups of whole districts at once."""

import pytest

from networks.choices import Status
from networks.models import Organization
from networks.register.promotion import assign_promotion_officer, former_officers, to_change
from tests.factories import make_district, make_group, make_organization, make_person
from tests.networks.rules import refusal

pytestmark = pytest.mark.django_db

NOTHING = "Nothing to change: they have this promotion officer already."


@pytest.fixture
def district():
    return make_district("นาด้วง", network=1)


@pytest.fixture
def kanthima():
    return make_person("กันทิมา", "สุนทรวีรัตน์", title="นางสาว")


@pytest.fixture
def anan():
    return make_person("อนันต์", "มหัจฉริยพันธุ์")


def officers():
    return dict(Organization.objects.values_list("name", "promotion_officer__first_name"))


def test_both_kinds_in_the_districts_and_no_others_get_the_officer(district, kanthima):
    tha_li = make_district("ท่าลี่", network=4)
    make_organization("นาด้วง จำกัด", district=district)
    make_group("ทำนาท่าลี่", district=tha_li)
    make_organization("เชียงคาน จำกัด", district=make_district("เชียงคาน", network=4))
    make_organization("ไม่รู้ที่อยู่ จำกัด")
    changed = assign_promotion_officer([district, tha_li], officer=kanthima)
    assert {row.name for row in changed} == {"นาด้วง จำกัด", "ทำนาท่าลี่"}
    assert officers() == {
        "นาด้วง จำกัด": "กันทิมา",
        "ทำนาท่าลี่": "กันทิมา",
        "เชียงคาน จำกัด": None,
        "ไม่รู้ที่อยู่ จำกัด": None,
    }


def test_who_has_the_officer_already_is_left_alone(district, kanthima):
    hers = make_organization(district=district, promotion_officer=kanthima, promotion_group=1)
    make_group(district=district)
    assert hers not in assign_promotion_officer([district], officer=kanthima)
    assert hers.history.count() == 1


@pytest.mark.parametrize("values", [{"status": Status.DISSOLVED}, {"status": Status.LIQUIDATION}])
def test_what_no_longer_counts_is_left_alone(district, kanthima, values):
    make_organization(district=district, **values)
    assert list(to_change([district], officer=kanthima)) == []


def test_what_was_joined_away_is_left_alone(district, kanthima):
    survivor = make_organization(district=district, promotion_officer=kanthima)
    make_organization("สหกรณ์ซ้ำ จำกัด", district=district, joined_into=survivor)
    assert list(to_change([district], officer=kanthima)) == []


@pytest.mark.parametrize(
    ("before", "chosen", "changes", "after"),
    [(3, None, False, 3), (3, 3, False, 3), (3, 4, True, 4), (None, 4, True, 4)],
)
def test_with_a_group_the_group_counts_too(district, kanthima, before, chosen, changes, after):
    row = make_organization(district=district, promotion_officer=kanthima, promotion_group=before)
    assert to_change([district], officer=kanthima, group=chosen).exists() is changes
    if changes:
        assign_promotion_officer([district], officer=kanthima, group=chosen)
    row.refresh_from_db()
    assert row.promotion_group == after


def test_without_a_group_each_keeps_its_own(district, kanthima, anan):
    row = make_organization(district=district, promotion_officer=anan, promotion_group=2)
    assign_promotion_officer([district], officer=kanthima)
    row.refresh_from_db()
    assert (row.promotion_officer, row.promotion_group) == (kanthima, 2)


def test_those_who_leave_are_counted_the_most_first(district, kanthima, anan):
    for name, officer in (("ก", None), ("ข", anan), ("ค", anan), ("ง", kanthima)):
        make_organization(f"{name} จำกัด", district=district, promotion_officer=officer)
    rows = to_change([district], officer=kanthima)
    assert former_officers(rows) == [(anan, 2), (None, 1)]


def test_each_change_has_its_history(district, kanthima):
    rows = [make_organization(district=district), make_group(district=district)]
    assign_promotion_officer([district], officer=kanthima)
    assert [row.history.latest().promotion_officer for row in rows] == [kanthima] * 2


@pytest.mark.parametrize("rows", [0, 1])
def test_nothing_to_change_is_refused(district, kanthima, rows):
    for _ in range(rows):
        make_organization(district=district, promotion_officer=kanthima)
    assert refusal(assign_promotion_officer, [district], officer=kanthima) == [NOTHING]


def test_a_second_click_is_refused(district, kanthima):
    row = make_organization(district=district)
    assign_promotion_officer([district], officer=kanthima)
    assert refusal(assign_promotion_officer, [district], officer=kanthima) == [NOTHING]
    assert row.history.count() == 2


@pytest.mark.parametrize("number", [3, 30])
def test_one_question_finds_them_all(district, kanthima, anan, django_assert_num_queries, number):
    for _ in range(number):
        make_organization(district=district, promotion_officer=anan)
    with django_assert_num_queries(1):
        assert former_officers(to_change([district], officer=kanthima)) == [(anan, number)]
