import pytest
from django.test import Client

from networks.models import Organization
from tests.factories import make_agency, make_district, make_network, make_organization

PAGES = [
    "/",
    "/networks/",
    "/networks/1/",
    "/organizations/",
    "/committee/",
    "/about/",
    "/contact/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_every_page_opens_on_an_empty_portal_in_the_language_of_its_path(
    client, prefix, language, path
):
    make_network(1)
    response = client.get(prefix + path, headers={"accept-language": "fr"})
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in response.text
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.django_db
def test_no_page_allows_inline_script_or_style_or_other_hosts(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
class TestOneOrganization:
    def test_an_address_joined_away_leads_to_the_survivor(self, client):
        survivor = make_organization(code="0002")
        make_organization("สหกรณ์ซ้ำ จำกัด", code="0001", joined_into=survivor)
        response = client.get("/organizations/0001/")
        assert response.status_code == 301
        assert response.headers["Location"] == "/organizations/0002/"

    def test_inside_facts_are_not_in_the_page(self, client):
        make_organization(
            code="0007",
            status="receivership",
            strength_class=3,
            strength_class_year=2025,
            tax_number="1234567890123",
            note="ลับเฉพาะ",
        )
        text = client.get("/organizations/0007/").text
        for inside in ("พิทักษ์ทรัพย์", "ชั้นความเข้มแข็ง", "1234567890123", "ลับเฉพาะ"):
            assert inside not in text
        assert "หยุดดำเนินการ" in text

    def test_a_dissolved_one_keeps_its_page(self, client):
        make_organization(code="0009", status="dissolved")
        assert "เลิก/ชำระบัญชี" in client.get("/organizations/0009/").text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "queries"),
    [("/", 16), ("/networks/1/", 12), ("/networks/", 8), ("/organizations/0001/", 15)],
)
def test_a_page_asks_the_same_number_of_questions_of_3_and_of_30_rows(
    client, django_assert_num_queries, path, queries
):
    district = make_district()
    make_organization(code="0001", district=district)
    for _ in range(2):
        make_organization(district=district)
    with django_assert_num_queries(queries):
        client.get(path)
    for _ in range(27):
        make_organization(district=district)
    assert Organization.objects.count() == 30
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.django_db
def test_contact_shows_what_the_office_entered_and_says_what_it_did_not():
    make_agency(code="loei-cooperative-office", phone="0 4281 1234")
    text = Client().get("/contact/").text
    assert "0 4281 1234" in text
    assert "ยังไม่ได้บันทึก" in text
