import pytest
from django.test import Client

from tests.factories import make_organization


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/organizations/?page=0", 404, "ไม่มีหน้าตามหมายเลขนี้"),
        ("/organizations/?page=99999", 404, "ไม่มีหน้าตามหมายเลขนี้"),
        ("/organizations/?page=x", 404, "ไม่มีหน้าตามหมายเลขนี้"),
        ("/en/organizations/?page=99999", 404, "has no page of this number"),
        ("/organizations/unknown/", 404, "ไม่มีสหกรณ์หรือกลุ่มเกษตรกรที่ใช้ที่อยู่นี้"),
        ("/en/organizations/unknown/", 404, "No cooperative or farmer group has this address"),
        ("/organizations/สหกรณ์/", 404, "ไม่พบหน้านี้"),
        ("/networks/6/", 404, "มี 5 เครือข่าย"),
        ("/networks/99999999999999999999/", 404, "มี 5 เครือข่าย"),
        ("/fr/", 404, "ไม่พบหน้านี้"),
        ("/english/", 404, "ไม่พบหน้านี้"),
        ("/en/nothing/", 404, "This page was not found"),
        ("/committee/?on=31/2/2556", 400, "เดือนนี้ไม่มีวันที่ดังกล่าว"),
        ("/en/committee/?on=30/6/13", 400, "Write the year with four digits"),
        ("/committee/?on=" + "ก" * 5000, 414, "ยาวเกินกว่าจะอ่านได้"),
        ("/?q=" + "x" * 20000, 414, "ยาวเกินกว่าจะอ่านได้"),
        ("/?q=%00", 400, "มีอักขระที่อ่านไม่ได้"),
        ("/en/organizations/?page=1%00", 400, "has a sign that cannot be read"),
        ("/admin/login/?next=%00", 400, "มีอักขระที่อ่านไม่ได้"),
    ],
)
def test_bad_input_gets_a_clear_page_in_the_language_of_the_path(address, status, sentence):
    make_organization()
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == status
    assert sentence in response.text
    assert "<h1>" in response.text


@pytest.mark.urls("tests.site.broken_urls")
@pytest.mark.parametrize(
    ("address", "sentence"),
    [("/broken/", "ระบบขัดข้องชั่วคราว"), ("/en/broken/", "Something went wrong")],
)
def test_a_fault_of_the_portal_is_a_plain_page_that_asks_no_database(address, sentence):
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == 500
    assert sentence in response.text


@pytest.mark.django_db
def test_a_form_without_its_token_gets_a_page_of_the_portal():
    response = Client(enforce_csrf_checks=True).post("/report/", {"message": "x"})
    assert response.status_code == 403
    assert "ปิดคุกกี้" in response.text


@pytest.mark.django_db
def test_a_very_long_address_is_not_repeated(client):
    assert len(client.get("/nothing/" + "x" * 11_000).text) < 20_000


@pytest.mark.django_db
def test_a_foreign_host_name_is_refused_with_a_page():
    response = Client().get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "อ่านที่อยู่หน้านี้ไม่ได้" in response.text


@pytest.mark.django_db
def test_a_colleague_without_the_right_gets_403_in_thai(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("wichai", is_staff=True))
    response = client.get("/admin/networks/cooperative/")
    assert response.status_code == 403
    assert "ท่านยังไม่มีสิทธิ์เปิดหน้านี้" in response.text


@pytest.mark.django_db
def test_the_language_switch_of_an_unknown_page_leads_home(client):
    assert client.get("/nothing/").context["other_language_url"] == "/en/"
    assert client.get("/networks/?x=1").context["other_language_url"] == "/en/networks/?x=1"


def test_health_answers_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/organizations/", "/committee/", "/search/", "/healthz"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "trace"])
def test_a_page_to_read_takes_no_other_method(client, method, path):
    assert getattr(client, method)(path).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["40000001", "9" * 30, "-1", "x"])
def test_what_is_too_large_is_refused_before_it_is_read(client, length):
    response = client.post("/en/report/", {"message": "x"}, CONTENT_LENGTH=length)
    assert response.status_code == 413
    assert "Please choose smaller files" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(("length", "status"), [(1_900, 400), (2_100, 413)])
def test_what_is_a_little_too_large_is_left_to_its_form(client, monkeypatch, length, status):
    monkeypatch.setattr("loei_coop.site.middleware.LARGEST_REQUEST", 2_000)
    response = client.post("/report/", {"message": "", "page": "x" * (length - 200)})
    assert response.status_code == status
