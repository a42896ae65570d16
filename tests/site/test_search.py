import datetime

import pytest

from loei_coop.site.search import search
from networks.choices import NameUse
from networks.models import District, OrganizationName
from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_network,
    make_organization,
    make_person,
    make_subdistrict,
)

pytestmark = pytest.mark.django_db


def found(query):
    return {group.name: [str(row) for row in group.rows] for group in search(query).groups}


@pytest.fixture
def register():
    thali = make_district("ท่าลี่", network=4, name_en="Tha Li")
    make_district("นาด้วง", network=1, name_en="Na Duang")
    teachers = make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด", code="0001")
    make_organization("สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด", code="0005")
    make_organization("สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด", code="0007")
    make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0008", district=thali)
    make_organization("สหกรณ์การเกษตรตัวอย่าง 012 จำกัด", code="sample-012", is_sample=True)
    appoint(make_person("ก่อเกียรติ", "ปรีดี"), at=teachers)
    make_person("สมชาย", "ไม่มีตำแหน่ง")
    return teachers


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ครูเลย", "สหกรณ์ออมทรัพย์ครูเลย จำกัด"),
        ("ครู เลย จํากัด", "สหกรณ์ออมทรัพย์ครูเลย จำกัด"),
        ("โรงพยาบาล เลย", "สหกรณ์ออมทรัพย์โรงพยาบาลเลย จำกัด"),
        ("กรป กลาง", "สหกรณ์การเกษตร กรป.กลาง นพค.เลย จำกัด"),
        ("ท่าลี จำกัด", "สหกรณ์การเกษตรท่าลี่ จำกัด"),
        ("๐๑๒", "สหกรณ์การเกษตรตัวอย่าง 012 จำกัด"),
        ("012", "สหกรณ์การเกษตรตัวอย่าง 012 จำกัด"),
    ],
)
def test_an_organization_is_found_however_it_is_spelt(register, query, name):
    assert found(query)["organization"] == [name]


@pytest.mark.parametrize("query", ["สอ.ครูเลย", "สอ. ครู เลย", "สอ.ครู จ.เลย"])
def test_an_abbreviation_is_read_in_full_where_it_finds_nothing_itself(register, query):
    assert found(query)["organization"] == ["สหกรณ์ออมทรัพย์ครูเลย จำกัด"]


@pytest.mark.parametrize("query", ["ต.นาอ้อ อ.ท่าลี่", "ตำบลนาอ้อ จ.เลย", "นาอ้อ ท่าลี"])
def test_a_subdistrict_is_found_with_its_district_and_province(register, query):
    make_subdistrict("นาอ้อ", district=District.objects.get(name="ท่าลี่"))
    assert found(query)["subdistrict"] == ["ตำบลนาอ้อ"]


def test_a_position_of_the_past_is_shown_as_one(client, register):
    adviser = make_person("ก๊ก", "ดอนสำราญ")
    values = {"starts_on": datetime.date(2013, 1, 1), "starts_on_precision": "year"}
    appoint(adviser, at=register, ending="unknown", **values)
    text = client.get("/search/", {"q": "นางก๊ก"}).text
    assert "ผู้เคยดำรงตำแหน่ง ตามแหล่งข้อมูล: พ.ศ. 2556" in text


@pytest.mark.parametrize("query", ["ก่อเกียรติ ปรีดี", "นายก่อเกียรติ ปรีดี", "ดร.ก่อเกียรติ", "ปรีดี"])
def test_a_person_in_office_is_found_with_and_without_title(register, query):
    assert found(query)["person"] == ["นายก่อเกียรติ ปรีดี"]


def test_a_person_without_any_office_is_not_shown(register):
    assert found("สมชาย") == {}


@pytest.mark.parametrize("query", ["อ.ท่าลี่", "Tha Li", "ทาลี"])
def test_a_district_is_found_in_both_languages(register, query):
    assert found(query)["district"] == ["อำเภอท่าลี่"]


@pytest.mark.parametrize("query", ["เครือข่ายที่ 4", "เครือข่ายที่ ๔", "area network 4", "ท่าลี่"])
def test_a_network_is_found_by_number_and_by_its_districts(register, query):
    assert found(query)["network"] == ["เครือข่ายที่ 4"]


def test_a_misspelt_district_is_suggested(register):
    results = search("นาดัง")
    assert results.groups == []
    assert results.suggestions[0] == "นาด้วง"


def test_a_former_name_finds_the_organization(register):
    OrganizationName.objects.create(
        organization=register, name="สหกรณ์ครูเมืองเลย", use=NameUse.FORMER
    )
    assert found("ครูเมืองเลย")["organization"] == ["สหกรณ์ออมทรัพย์ครูเลย จำกัด"]


def test_what_is_called_so_comes_before_what_only_has_it():
    make_organization("สหกรณ์การเกษตรเมืองเลย จำกัด")
    make_organization("ร้านสหกรณ์เลย จำกัด")
    make_organization("เลย")
    assert found("เลย")["organization"][0] == "เลย"


@pytest.mark.parametrize("query", ["", "   ", "จำกัด", "...", "“”"])
def test_a_query_without_a_word_finds_nothing_and_suggests_nothing(register, query):
    results = search(query)
    assert (results.terms, results.groups, results.suggestions) == ([], [], [])


def test_a_joined_record_is_not_found_by_itself(register):
    make_organization("สหกรณ์ซ้ำซ้อน จำกัด", joined_into=register)
    assert found("ซ้ำซ้อน") == {}


class TestThePage:
    def test_it_marks_what_matches_and_keeps_the_query(self, client, register):
        text = client.get("/search/", {"q": "ครูเลย"}).text
        assert "สหกรณ์ออมทรัพย์<mark>ครูเลย</mark> จำกัด" in text
        assert 'value="ครูเลย"' in text

    def test_what_is_typed_is_never_markup(self, client, register):
        text = client.get("/search/", {"q": "<script>alert(1)</script>"}).text
        assert "<script>alert" not in text

    def test_a_very_long_query_is_cut_and_answered(self, client, register):
        assert client.get("/search/", {"q": "ครู" * 200}).status_code == 200

    def test_a_suggestion_is_one_click_away(self, client, register):
        text = client.get("/en/search/", {"q": "นาดัง"}).text
        assert 'lang="th">นาด้วง</a>' in text

    def test_more_than_a_group_shows_leads_to_the_list(self, client):
        make_network(1)
        for number in range(23):
            make_group(f"กลุ่มเกษตรกรทำสวน {number}")
        response = client.get("/search/", {"q": "ทำสวน"})
        assert len(response.context["results"].groups[0].rows) == 20
        assert "ดูทั้งหมด 23 แห่งในบัญชีรายชื่อ" in response.text

    def test_it_asks_the_same_number_of_questions_of_3_and_of_30_rows(
        self, client, django_assert_num_queries
    ):
        for _ in range(3):
            make_group(district=None)
        with django_assert_num_queries(18):
            client.get("/search/", {"q": "กลุ่ม"})
        for _ in range(27):
            make_group(district=None)
        with django_assert_num_queries(18):
            client.get("/search/", {"q": "กลุ่ม"})
