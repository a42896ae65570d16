"""Evidence on the manager's pages."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from governance import evidence
from governance.models import EvidenceReading
from tests.desk.assessment.sheets import address, answer_of, page_of, signed_in
from tests.governance.assessing import make_case, make_officer

pytestmark = pytest.mark.django_db
PAGE = "evidence/items/1-1/"


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def photo(name="ป้ายราคา.jpg"):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "JPEG")
    return SimpleUploadedFile(name, file.getvalue())


def add(case, item="1.1", **values):
    of = case.item(item) if item else None
    return evidence.add(case.assessment, of, by=case.manager, **{"note": "เล่มรายงาน", **values})


def current(case):
    return case.assessment.evidence.current()


def test_a_photo_is_added_and_shown_on_both_pages(case, malee):
    response = malee.post(address(case, PAGE), {"upload": photo(), "title": "ป้ายราคา"})
    assert response.headers["Location"] == address(case, PAGE)
    row = current(case).get()
    assert (row.title, row.kind, row.made_by) == ("ป้ายราคา", "photo", case.manager)
    link = address(case, f"evidence/{row.pk}/file/")
    assert link in malee.get(address(case, PAGE)).content.decode()
    assert link in malee.get(address(case, "1/")).content.decode()


@pytest.mark.parametrize(
    ("given", "kind"), [({"url": "example.go.th/report"}, "link"), ({"note": "ชั้น 2"}, "note")]
)
def test_an_address_and_a_note_are_evidence_too(case, malee, given, kind):
    malee.post(address(case, PAGE), given)
    assert current(case).get().kind == kind


def test_the_button_of_the_form_saves_what_was_typed_first(case, malee):
    typed = page_of(case) | {"1.1-choice": "75", "1.1-text": "ติดประกาศทุกวัน"}
    response = malee.post(address(case, "1/"), typed | {"evidence": "1-1"})
    assert response.headers["Location"] == address(case, PAGE)
    assert answer_of(case, "1.1").text == "ติดประกาศทุกวัน"


def test_an_item_of_nowhere_leads_nowhere(case, malee):
    assert malee.post(address(case, "1/"), page_of(case) | {"evidence": "../x"}).status_code == 302
    assert malee.get(address(case, "evidence/items/9-9/")).status_code == 404


BAD = [
    ("ใหญ่.jpg", b"\xff\xd8" + b"0" * 30_000_000, "15 MB"),
    ("โปรแกรม.jpg", b"MZ\x90\x00 a program", "cannot be opened as a picture"),
    ("โปรแกรม.exe", b"MZ\x90\x00 a program", "This kind of file is not taken"),
    ("ตรา.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "This kind of file"),
    ("ภาพ.gif", b"GIF89a<html><script>alert(1)</script></html>", "This kind of file"),
    ("ภาพ.png", b"GIF89a<html><script>alert(1)</script></html>", "cannot be opened as a picture"),
    ("รายงาน.pdf", b"MZ\x90\x00 a program", "does not fit its name"),
    ("ว่าง.jpg", b"", "empty"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_told_in_a_sentence_and_the_text_stays(
    case, malee, uploads, name, content, sentence
):
    data = {"upload": SimpleUploadedFile(name, content), "title": "ป้ายราคาหน้าร้าน"}
    response = malee.post("/en" + address(case, PAGE), data)
    (told,) = [error for errors in response.context["form"].errors.values() for error in errors]
    assert (response.status_code, sentence in told) == (400, True)
    assert "ป้ายราคาหน้าร้าน" in response.content.decode()
    assert not current(case).exists()
    assert not [path for path in uploads.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "given", [{}, {"url": "https://example.go.th", "note": "ชั้น 2"}, {"url": "javascript:alert(1)"}]
)
def test_nothing_two_things_or_no_address_is_refused(case, malee, given):
    assert malee.post(address(case, PAGE), given).status_code == 400
    assert not current(case).exists()


def test_a_newer_version_stands_before_the_earlier_one(case, malee):
    row = add(case, title="เล่มเดิม")
    page = address(case, f"evidence/{row.pk}/replace/")
    assert "เล่มเดิม" in malee.get(page).content.decode()
    assert malee.post(page, {"note": "ชั้น 3", "title": "เล่มใหม่"}).status_code == 302
    (shown,) = malee.get(address(case, PAGE)).context["shown"]
    assert (shown.evidence.title, shown.earlier) == ("เล่มใหม่", [row])
    assert malee.post(page, {"note": "ชั้น 4"}).status_code == 404


def test_removing_asks_by_post_only_and_the_second_click_is_told(case, malee):
    row = add(case)
    page = address(case, f"evidence/{row.pk}/remove/")
    assert malee.get(page).status_code == 405
    assert malee.post(page).headers["Location"] == address(case, PAGE)
    assert not current(case).exists()
    assert malee.post(page).status_code == 404


def test_a_file_goes_out_as_a_file_and_the_reading_is_noted(case, malee):
    row = add(case, upload=photo(), note="", title="ป้ายราคา")
    response = malee.get(address(case, f"evidence/{row.pk}/file/"))
    assert response.getvalue().startswith(b"\xff\xd8")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    assert EvidenceReading.objects.get().read_by == case.manager


def test_what_is_no_file_or_was_lost_is_not_there(case, malee):
    note, lost = add(case), add(case, upload=photo(), note="")
    lost.file.storage.delete(lost.file.name)
    for row in (note, lost):
        assert malee.get(address(case, f"evidence/{row.pk}/file/")).status_code == 404
    assert not EvidenceReading.objects.exists()


def test_the_signed_page_belongs_to_the_whole_and_stands_where_it_is_submitted(case, malee):
    malee.post(address(case, "evidence/"), {"upload": photo(), "title": "หน้าลงนาม"})
    assert current(case).get().item is None
    assert "หน้าลงนาม" in malee.get(address(case, "submit/")).content.decode()


def test_after_submission_it_is_shown_and_not_changed(case, malee):
    row = add(case, title="เล่มรายงาน")
    case.fill()
    case.submit()
    assert "เล่มรายงาน" in malee.get(address(case, PAGE)).content.decode()
    assert malee.post(address(case, PAGE), {"note": "มาทีหลัง"}).status_code == 400
    malee.post(address(case, f"evidence/{row.pk}/remove/"))
    assert list(current(case)) == [row]


def every_page(row):
    rest = [f"{row.pk}/{page}/" for page in ("file", "replace", "remove")]
    return ["evidence/", PAGE, *(f"evidence/{page}" for page in rest)]


def test_for_strangers_and_others_it_does_not_exist(case):
    row = add(case, upload=photo(), note="")
    other = make_case("สหกรณ์การเกษตรภูเรือ จำกัด", round_=case.round, manager="kanya")
    for page in every_page(row):
        for user in (other.manager, make_officer(f"officer-{page}")):
            assert signed_in(user).get(address(case, page)).status_code in {404, 405}, page
            assert signed_in(user).post(address(case, page)).status_code == 404, page
        if f"/{row.pk}/" in page:
            for method in ("get", "post"):
                found = getattr(signed_in(other.manager), method)(address(other, page))
                assert found.status_code in {404, 405}, page
    assert list(current(case)) == [row]
    assert not EvidenceReading.objects.exists()


def test_without_signing_in_one_is_led_to_the_door_and_the_text_stays(case):
    row = add(case)
    for page in every_page(row)[:-1]:
        assert "/login/" in Client().get(address(case, page)).headers["Location"]
    response = Client().post(address(case, PAGE), {"note": "ที่สำนักงาน", "title": "เล่ม"})
    assert response.status_code == 401
    assert "ที่สำนักงาน" in response.content.decode()


def test_any_number_of_pieces_takes_the_same_queries(case, malee, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    add(case)
    with CaptureQueriesContext(connection) as few:
        malee.get(address(case, PAGE))
    for number in range(8):
        add(case, title=f"เล่ม {number}")
    with django_assert_num_queries(len(few)):
        malee.get(address(case, PAGE))
