import pytest

from loei_coop.site.models import ErrorReport

pytestmark = pytest.mark.django_db
WRONG = {"page": "/organizations/0001/", "message": "ชื่อสะกดผิด", "contact": ""}


def test_a_report_is_stored_for_the_officer_and_thanked_for(client, office):
    response = client.post("/report/", WRONG)
    assert response.headers["Location"] == "/report/thanks/"
    assert ErrorReport.objects.get().message == "ชื่อสะกดผิด"
    assert "ชื่อสะกดผิด" in office.get("/admin/site/errorreport/").text


def test_the_link_on_each_page_names_the_page(client):
    assert '/report/?page=/about/"' in client.get("/about/").text
    assert 'value="/about/"' in client.get("/report/", {"page": "/about/"}).text


def test_an_empty_report_is_refused_and_nothing_typed_is_lost(client):
    response = client.post("/report/", {**WRONG, "message": "", "contact": "0 4281 1234"})
    assert response.status_code == 400
    assert "โปรดระบุข้อมูลช่องนี้" in response.text
    assert 'value="0 4281 1234"' in response.text


@pytest.mark.parametrize(
    "page", ["", "http://evil.example/", "//evil.example", "javascript:alert(1)", "/a\r\nX: b"]
)
def test_what_is_no_page_of_the_portal_becomes_the_home_page(client, page):
    assert client.post("/report/", {**WRONG, "page": page}).status_code == 302
    assert ErrorReport.objects.get().page == "/"


def test_a_very_long_address_does_not_stop_a_report(client):
    assert client.post("/report/", {**WRONG, "page": "/x" * 400}).status_code == 302
    assert len(ErrorReport.objects.get().page) == 300


def test_the_form_is_kept_by_no_cache(client):
    assert "no-store" in client.get("/report/").headers["Cache-Control"]


def test_the_sixth_report_of_an_hour_from_one_address_waits(client):
    for _ in range(5):
        client.post("/report/", WRONG)
    response = client.post("/report/", WRONG)
    assert response.status_code == 429
    assert "โปรดส่งใหม่ในอีกหนึ่งชั่วโมง" in response.text
    assert "ชื่อสะกดผิด" in response.text
    assert ErrorReport.objects.count() == 5


def test_the_officer_closes_reports_but_rewrites_none(office, officer):
    row = ErrorReport.objects.create(**WRONG)
    action = {"action": "close", "_selected_action": [row.pk]}
    assert (
        "บันทึกว่าจัดการแล้ว 1 เรื่อง" in office.post("/admin/site/errorreport/", action, follow=True).text
    )
    office.post(f"/admin/site/errorreport/{row.pk}/change/", {"message": "อื่น"})
    row.refresh_from_db()
    assert (row.handled_at is not None, row.handled_by) == (True, officer)
    assert row.message == "ชื่อสะกดผิด"
    assert office.get("/admin/site/errorreport/?waiting=yes").status_code == 200
    assert office.get("/admin/site/errorreport/add/").status_code == 403
