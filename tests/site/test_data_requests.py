"""Somebody asks about her personal data; the office answers within 30 days."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from loei_coop.site.models import DataRequest
from loei_coop.site.todo import todos
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

MALEE = {
    "kind": "remove",
    "name": "นางมาลี ดีงาม",
    "contact": "0 4281 1234",
    "capacity": "อดีตผู้จัดการ",
    "message": "ขอให้ลบหมายเลขโทรศัพท์",
}
FORM = "/en/privacy/request/"
LIST = "/en/admin/site/datarequest/"


def received_on(year, month, day, **values):
    """At noon of the office."""
    moment = timezone.make_aware(datetime.datetime(year, month, day, 12))
    return DataRequest.objects.create(**{**MALEE, "received_at": moment, **values})


@pytest.fixture
def today(monkeypatch):
    """31 March 2569."""
    day = datetime.date(2026, 3, 31)
    monkeypatch.setattr("loei_coop.site.models.timezone.localdate", lambda: day)
    return day


def test_a_request_is_stored_for_the_officer_and_thanked_for(client, office):
    response = client.post(FORM, MALEE)
    assert response.headers["Location"] == "/en/privacy/request/thanks/"
    stored = DataRequest.objects.values(*MALEE).get()
    assert stored == MALEE
    assert "นางมาลี ดีงาม" in office.get(LIST).text


def test_the_privacy_notice_leads_to_the_form(client):
    assert f'href="{FORM}"' in client.get("/en/privacy/").text


@pytest.mark.parametrize("missing", list(MALEE))
def test_what_the_office_needs_is_asked_for_and_nothing_typed_is_lost(client, missing):
    response = client.post(FORM, {**MALEE, missing: ""})
    assert response.status_code == 400
    kept = [value for name, value in MALEE.items() if name not in (missing, "kind")]
    assert [value for value in kept if value not in response.text] == []
    assert not DataRequest.objects.exists()


def test_nothing_else_can_be_asked_for(client):
    assert client.post(FORM, {**MALEE, "kind": "everything"}).status_code == 400


def test_a_visitor_cannot_write_the_notes_of_the_office(client):
    client.post(FORM, {**MALEE, "note": "ดำเนินการแล้ว", "handled_at": "2026-01-01"})
    row = DataRequest.objects.get()
    assert (row.note, row.handled_at) == ("", None)


def test_the_sixth_request_of_an_hour_waits_with_what_was_typed(client):
    for _ in range(5):
        client.post(FORM, MALEE)
    response = client.post(FORM, MALEE)
    assert response.status_code == 429
    assert "Please wait an hour, or call the office." in response.text
    assert "ขอให้ลบหมายเลขโทรศัพท์" in response.text
    assert DataRequest.objects.count() == 5


def test_the_form_is_kept_by_no_cache(client):
    assert "no-store" in client.get(FORM).headers["Cache-Control"]


def test_the_answer_is_due_30_days_after_the_day_of_receipt_in_thailand():
    late_at_night = datetime.datetime(2026, 2, 28, 18, tzinfo=datetime.UTC)
    row = DataRequest(**MALEE, received_at=late_at_night)
    assert row.due_on == datetime.date(2026, 3, 31)


def test_a_request_is_overdue_on_the_day_after(today):
    received_on(2026, 3, 1)
    late = received_on(2026, 2, 28)
    received_on(2026, 2, 1, handled_at=timezone.now())
    assert list(DataRequest.objects.overdue()) == [late]


def test_the_officer_sees_the_day_of_the_answer(office):
    row = received_on(2026, 3, 1)
    for page in (LIST, f"{LIST}{row.pk}/change/"):
        assert "31 March 2026" in words(office.get(page))
        assert "None" not in words(office.get(page))


def test_the_list_can_be_narrowed_to_what_is_late(office):
    received_on(2020, 3, 1, name="นายสมชาย ใจดี")
    received_on(2020, 3, 1, name="นายวิชัย ขยัน", handled_at=timezone.now())
    DataRequest.objects.create(**MALEE)
    page = office.get(f"{LIST}?waiting=late").text
    assert [name in page for name in ("สมชาย", "วิชัย", "มาลี")] == [True, False, False]


def test_the_officer_closes_a_request_once_and_is_named(office, officer):
    row = received_on(2026, 3, 1)
    action = {"action": "close", "_selected_action": [row.pk]}
    said = [words(office.post(LIST, action, follow=True)) for _ in range(2)]
    assert "1 request was marked as handled." in said[0]
    assert "0 requests were marked as handled." in said[1]
    row.refresh_from_db()
    assert row.handled_by == officer


def test_the_officer_writes_a_note_and_rewrites_nothing_else(office):
    row = received_on(2026, 3, 1)
    office.post(f"{LIST}{row.pk}/change/", {"note": "ยืนยันตัวตนแล้ว", "message": "อื่น"})
    row.refresh_from_db()
    assert (row.note, row.message) == ("ยืนยันตัวตนแล้ว", MALEE["message"])


@pytest.mark.parametrize(
    ("group", "may"),
    [
        ("administrator", True),
        ("data-keeper", True),
        ("network-officer", False),
        ("reviewer", False),
        ("publisher", False),
        ("read-only", False),
    ],
)
def test_only_who_looks_after_the_register_reads_requests(client, django_user_model, group, may):
    received_on(2026, 3, 1)
    wichai = django_user_model.objects.create_user("wichai", is_staff=True)
    wichai.groups.add(Group.objects.get(name=group))
    client.force_login(wichai)
    assert client.get(LIST).status_code == (200 if may else 403)
    titles = [todo.title for todo in todos(wichai)]
    assert any("personal data" in title or "ส่วนบุคคล" in title for title in titles) is may


def test_the_work_list_counts_what_waits_and_what_is_late(officer):
    received_on(2020, 3, 1)
    DataRequest.objects.create(**MALEE)
    DataRequest.objects.create(**MALEE, handled_at=timezone.now())
    todo = next(todos(officer))
    assert [task.count for task in todo.tasks] == [1, 2]
    assert [task.address[-4:] for task in todo.tasks] == ["late", "=yes"]
