"""The two lists of the register: what they find and keep."""

import datetime

import pytest

from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_network,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db

COOPERATIVES = "/admin/networks/cooperative/"

OCTOBER = datetime.date(2025, 10, 1)


def found(response):
    return [row.name for row in response.context["cl"].result_list]


@pytest.mark.parametrize("query", ["ครูเลย", "ครู เลย จํากัด", "๐๑๒", "ครูเลย จำกัด"])
def test_a_list_is_searched_as_visitors_do(office, query):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด", code="0012")
    make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008")
    assert found(office.get(COOPERATIVES, {"q": query})) == ["สหกรณ์ออมทรัพย์ครูเลย จำกัด"]


def test_each_list_shows_its_kind_in_dictionary_order(office):
    make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    for name in ("โรงสี จำกัด", "เมืองเลย จำกัด"):
        make_organization(name)
    assert found(office.get(COOPERATIVES)) == ["เมืองเลย จำกัด", "โรงสี จำกัด"]
    assert found(office.get("/admin/networks/farmergroup/")) == ["กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"]


@pytest.mark.parametrize(
    ("network", "names"),
    [
        ("1", ["นาด้วง จำกัด"]),
        ("4", []),
        ("none", ["ไม่รู้ที่อยู่ จำกัด"]),
        ("", ["นาด้วง จำกัด", "ไม่รู้ที่อยู่ จำกัด"]),
        ("9", ["นาด้วง จำกัด", "ไม่รู้ที่อยู่ จำกัด"]),
        ("x", ["นาด้วง จำกัด", "ไม่รู้ที่อยู่ จำกัด"]),
    ],
)
def test_not_recorded_is_a_value_of_the_network(office, network, names):
    make_network(4)
    make_organization("นาด้วง จำกัด", district=make_district(network=1))
    make_organization("ไม่รู้ที่อยู่ จำกัด")
    assert found(office.get(COOPERATIVES, {"network": network})) == names


def test_an_officer_looks_for_both_kinds_where_a_form_asks_for_one(office):
    make_organization("สหกรณ์บ้านน้ำพุ จำกัด")
    make_group("กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
    response = office.get(
        "/admin/autocomplete/",
        {
            "term": "บ้านน้ำพุ",
            "app_label": "networks",
            "model_name": "appointment",
            "field_name": "organization",
        },
    )
    names = [result["text"] for result in response.json()["results"]]
    assert names == ["กลุ่มเกษตรกรทำสวนบ้านน้ำพุ", "สหกรณ์บ้านน้ำพุ จำกัด"]


def test_dates_in_lists_are_those_of_the_buddhist_era(office):
    begun = {"starts_on": datetime.date(2013, 1, 1), "starts_on_precision": "year"}
    appoint(make_person(), at=make_organization(), **begun)
    assert "พ.ศ. 2556" in office.get("/admin/networks/appointment/").text


def test_what_an_officer_removes_stays_in_the_history(office):
    row = make_organization(code="0012")
    office.post(f"{COOPERATIVES}{row.pk}/delete/", {"post": "yes"})
    assert list(row.history.values_list("history_type", flat=True)) == ["-", "+"]


@pytest.mark.parametrize("query", ["ครูเลย จำกัด", "สหกรณ์ออมทรัพย์ครูเลย จำกัด", "นายสมชาย ใจดี"])
def test_appointments_are_searched_as_visitors_do(office, query):
    teachers = make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    appoint(make_person("สมชาย", "ใจดี"), at=teachers, starts_on=OCTOBER)
    response = office.get("/admin/networks/appointment/", {"q": query})
    assert response.context["cl"].result_count == 1
