import datetime

import pytest

from tests.factories import (
    make_district,
    make_group,
    make_organization,
    make_person,
    make_source,
    make_subdistrict,
)
from tests.site.open_data.reading import READERS, content, csv_rows, features, json_rows

pytestmark = pytest.mark.django_db
FORMATS = ["csv", "xlsx", "json", "geojson"]


@pytest.fixture
def register():
    """Network 4: a cooperative and two groups, one of them dissolved; one without a place."""
    thali = make_district("ท่าลี่", network=4)
    make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0001", district=thali)
    make_group("กลุ่มเกษตรกรทำสวนท่าลี่", code="0002", district=thali)
    make_group("กลุ่มเกษตรกรทำสวนหนองผือ", code="0003", district=thali, status="dissolved")
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด", code="0004", type="savings")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 3),
        ("?network=4", 2),
        ("?network=4&kind=farmer_group", 1),
        ("?network=none", 1),
        ("?status=ended", 1),
        ("?q=ครูเลย", 1),
        ("?q=ไม่มี", 0),
        ("?page=7&utm=x", 3),
    ],
)
def test_a_file_has_as_many_rows_as_the_list(client, register, format, query, number):
    page = client.get(f"/organizations/{query if 'page' not in query else ''}")
    assert len(READERS[format](client, f"organizations.{format}{query}")) == number
    assert page.context["totals"]["organizations"] == number
    assert page.context["map"].total == number


def test_what_was_joined_away_is_in_no_file(client, register):
    survivor = make_organization("สหกรณ์การเกษตรเมืองเลย จำกัด", code="0008")
    make_organization("สหกรณ์ซ้ำ จำกัด", code="0009", joined_into=survivor)
    codes = [row["code"] for row in csv_rows(client, "organizations.csv")]
    assert sorted(codes) == ["0001", "0002", "0004", "0008"]


def test_a_row_says_its_words_in_english_and_in_thai(client, register):
    (row,) = csv_rows(client, "organizations.csv?q=ท่าลี่&kind=cooperative")
    assert (row["kind"], row["kind_th"]) == ("cooperative", "สหกรณ์")
    assert (row["type"], row["type_th"]) == ("agricultural", "สหกรณ์การเกษตร")
    assert (row["network"], row["network_th"]) == ("4", "เครือข่ายที่ 4")
    assert (row["district_th"], row["is_sample"]) == ("ท่าลี่", "false")


def test_what_is_not_recorded_is_empty_and_said_in_thai(client, register):
    (row,) = csv_rows(client, "organizations.csv?network=none")
    assert (row["network"], row["district_code"], row["status"]) == ("", "", "")
    missing = "ไม่ปรากฏในแหล่งข้อมูล"
    assert (row["network_th"], row["district_th"], row["status_th"]) == (missing,) * 3


@pytest.mark.parametrize(
    ("inside", "public", "thai"),
    [
        ("operating", "operating", "ดำเนินการ"),
        ("in_court", "operating", "ดำเนินการ"),
        ("bankrupt", "stopped", "หยุดดำเนินการ"),
        ("receivership", "stopped", "หยุดดำเนินการ"),
    ],
)
def test_a_status_has_one_of_the_three_public_words(client, inside, public, thai):
    make_organization(status=inside)
    (row,) = json_rows(client, "organizations.json")
    assert (row["status"], row["status_th"]) == (public, thai)


@pytest.mark.parametrize("format", ["csv", "json", "geojson"])
def test_nothing_of_the_inside_is_in_a_file(client, format):
    officer = make_person("ทดสอบ", "ผู้ส่งเสริม", phone="081-111-2222", phone_public=True)
    make_organization(
        code="0001",
        tax_number="0994000000017",
        note="ข้อความภายใน",
        status="bankrupt",
        status_since=datetime.date(2019, 3, 4),
        strength_class=3,
        strength_class_year=2018,
        promotion_officer=officer,
        promotion_group=7,
        registered_on=datetime.date(1977, 6, 30),
    )
    text = content(client, f"organizations.{format}").decode()
    inside = ["0994000000017", "ข้อความภายใน", "bankrupt", "2019", "2018", "ผู้ส่งเสริม", "081-111"]
    assert [word for word in inside if word in text] == []
    assert "1977-06-30" in text


@pytest.mark.parametrize(
    ("precision", "text"), [("year", "1977"), ("month", "1977-06"), ("day", "1977-06-01")]
)
def test_a_date_is_as_exact_as_it_is_known(client, precision, text):
    day = datetime.date(1977, 1 if precision == "year" else 6, 1)
    make_organization(registered_on=day, registered_on_precision=precision)
    assert csv_rows(client, "organizations.csv")[0]["registered_on"] == text


def test_a_place_is_a_point_and_no_place_is_null(client):
    make_organization("ก จำกัด", latitude="17.62430", longitude="101.42160")
    make_organization("ข จำกัด")
    here, nowhere = features(client, "organizations.geojson")
    assert here["geometry"] == {"type": "Point", "coordinates": [101.4216, 17.6243]}
    assert nowhere["geometry"] is None


@pytest.mark.parametrize("format", FORMATS)
def test_a_sample_is_marked_in_every_format(client, format):
    make_organization(is_sample=True)
    (row,) = READERS[format](client, f"organizations.{format}")
    assert row.get("properties", row)["is_sample"] in (True, "true")


def test_a_row_names_its_source(client):
    source = make_source("ข่าว", code="news-1", dating_note="คาดว่าเป็นปี พ.ศ. 2556")
    make_organization(source=source, source_detail="หน้า 2")
    (row,) = json_rows(client, "organizations.json")
    assert [row[f"source_{name}"] for name in ("code", "title", "detail", "note")] == [
        "news-1",
        "ข่าว",
        "หน้า 2",
        "คาดว่าเป็นปี พ.ศ. 2556",
    ]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("number", [3, 30])
def test_any_number_of_rows_takes_two_questions(client, django_assert_num_queries, format, number):
    district = make_district()
    for order in range(number):
        make_organization(
            f"สหกรณ์ที่ {order} จำกัด",
            district=district,
            subdistrict=make_subdistrict(f"ตำบล {order}", district=district),
            source=make_source(),
        )
    with django_assert_num_queries(2):
        assert len(READERS[format](client, f"organizations.{format}")) == number
