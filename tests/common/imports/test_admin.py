"""What an officer meets between the choice of a file and taking the import back."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from loei_coop.common.imports import admin
from loei_coop.common.models import ChangeSet, ImportDecision, ImportRun
from networks.models import Organization
from tests.common.imports.uploads import (
    LIST,
    confirm,
    csv_file,
    fingerprint,
    previewed,
    sheet_of,
    upload,
)
from tests.factories import make_district, make_group, make_organization

pytestmark = pytest.mark.django_db

TEACHERS = "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
WITHOUT_CODE = ",สหกรณ์ออมทรัพย์ครูเลย,สหกรณ์,สหกรณ์ออมทรัพย์,นาด้วง,042-811-222"


@pytest.fixture
def teachers():
    district = make_district("นาด้วง")
    return make_organization(TEACHERS, code="0001", type="savings", district=district)


@pytest.fixture
def malee(client, django_user_model):
    """A colleague in the admin, with the rights that a test gives her."""
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    client.force_login(malee)
    return malee


def may(user, *codenames):
    rights = Permission.objects.filter(codename__in=codenames, content_type__app_label="networks")
    user.user_permissions.add(*rights)


def test_the_preview_tells_old_and_new_and_changes_nothing(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222")
    page = office.get(address).text
    assert "เปลี่ยนแปลง 1" in page
    assert "<ins>042-811-222</ins>" in page
    assert TEACHERS in page
    teachers.refresh_from_db()
    assert teachers.phone == ""


def test_confirmed_rows_are_in_the_register_with_officer_and_file(office, officer, teachers):
    response = confirm(office, previewed(office, "0001,,,,,042-811-222"))
    teachers.refresh_from_db()
    assert teachers.phone == "042-811-222"
    assert "นำเข้าแล้ว" in response.text
    made = teachers.history.latest().change_set
    assert (made.source, made.made_by, made.file_name) == ("import", officer, "รายชื่อ.csv")


def test_the_second_click_imports_nothing_twice(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222")
    values = {"fingerprint": fingerprint(office, address), "confirm": "1"}
    office.post(address, values)
    office.post(address, values)
    assert ChangeSet.objects.filter(source="import").count() == 1


def test_who_confirms_an_old_preview_gets_a_new_one(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222")
    seen = fingerprint(office, address)
    teachers.phone = "0 4281 9999"
    teachers.save()
    page = office.post(address, {"fingerprint": seen, "confirm": "1"}, follow=True).text
    assert "จึงยังไม่ได้นำเข้าข้อมูลใด" in page
    assert "<del>0 4281 9999</del> → <ins>042-811-222</ins>" in page


def test_rows_are_filtered_by_what_happens_to_them(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222", "9999,,,,,", ",ก จำกัด,,,อ.นาดัง,")
    page = office.get(f"{address}?show=faulty").text
    assert "นาด้วง ใช่หรือไม่" in page
    assert TEACHERS not in page


def test_faulty_rows_come_back_with_the_reason_and_are_read_again(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222", "0001x,,,,,12")
    headers, row = sheet_of(office.get(f"{address}rest/"))
    assert headers[:3] == ["เหตุที่ต้องแก้ไข", "รหัส", "ชื่อเต็ม"]
    assert "โทรศัพท์" in row[0]
    confirm(office, address)
    assert sheet_of(office.get(f"{address}rest/")) == [headers, row]


def test_a_doubtful_row_is_answered_once(office, officer, teachers):
    address = previewed(office, WITHOUT_CODE)
    assert "แห่งเดียวกับ 0001" in office.get(address).text
    office.post(address, {"decide": "1", "row-2": f"record-{teachers.pk}"})
    assert ImportDecision.objects.get().decided_by == officer
    assert "เปลี่ยนแปลง 1" in office.get(address).text
    assert "เปลี่ยนแปลง 1" in office.get(previewed(office, WITHOUT_CODE)).text


def test_an_answer_counts_whichever_button_was_pressed(office, teachers):
    address = previewed(office, WITHOUT_CODE)
    values = {"fingerprint": "x", "confirm": "1", "row-2": f"record-{teachers.pk}"}
    page = office.post(address, values, follow=True).text
    assert "บันทึกคำตอบของท่านแล้ว" in page
    assert ImportDecision.objects.get().target == str(teachers.pk)


@pytest.mark.parametrize("answer", ["record-999999", "record-x", "", "record-1; drop"])
def test_an_answer_that_was_not_offered_is_not_taken(office, teachers, answer):
    address = previewed(office, WITHOUT_CODE)
    office.post(address, {"decide": "1", "row-2": answer, "row-99999999": "record-1"})
    assert not ImportDecision.objects.exists()


def test_an_import_is_taken_back(office, officer, teachers):
    address = previewed(office, "0001,,,,,042-811-222", ",ใหม่ จำกัด,สหกรณ์,ประมง,นาด้วง,")
    confirm(office, address)
    undo = office.get(f"{address}undo/").context["undo"]
    assert (undo.restored, undo.removed, undo.refusals) == (1, 1, [])
    office.post(f"{address}undo/")
    teachers.refresh_from_db()
    assert (teachers.phone, Organization.objects.count()) == ("", 1)
    undone = ChangeSet.objects.get(source="undo")
    assert (undone.made_by, undone.file_name) == (officer, "รายชื่อ.csv")


def test_a_row_that_was_edited_since_stays_and_is_named(office, teachers):
    other = make_organization("สหกรณ์การเกษตรท่าลี่ จำกัด", code="0002")
    address = previewed(office, "0001,,,,,042-811-222", "0002,,,,,042-811-333")
    confirm(office, address)
    teachers.refresh_from_db()
    teachers.website = "https://example.org"
    teachers.save()
    page = office.post(f"{address}undo/").text
    assert TEACHERS in page
    other.refresh_from_db()
    teachers.refresh_from_db()
    assert (other.phone, teachers.phone) == ("", "042-811-222")


def test_taking_back_twice_is_told(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222")
    confirm(office, address)
    office.post(f"{address}undo/")
    page = office.post(f"{address}undo/", follow=True)
    assert page.status_code == 200
    assert ChangeSet.objects.filter(source="undo").count() == 1


def test_what_was_never_imported_cannot_be_taken_back(office, teachers):
    address = previewed(office, "0001,,,,,042-811-222")
    assert office.post(f"{address}undo/").headers["Location"] == address


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("0001,,,,,", "ในไฟล์ไม่มีข้อมูลใดที่ต่างจากทะเบียน"),
        ("0001,,,,,12", "ไม่มีแถวใดในไฟล์ที่นำเข้าได้"),
    ],
)
def test_a_file_without_anything_to_import_says_why(office, teachers, line, sentence):
    address = previewed(office, line)
    assert sentence in office.get(address).text
    assert sentence in confirm(office, address).text
    assert ImportRun.objects.get().state == "previewed"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("รหัส,ชื่อเต็ม\n0001,ก".encode("cp874"), "UTF-8"),
        (b"", "ว่างเปล่า"),
        (b"%PDF-1.4", "Excel"),
        (b"PK\x03\x04zzzz", "Excel"),
        ("ชื่อเต็ม,name\nก,ข".encode(), "ชื่อเต็ม"),
        ("ชนิด\nสหกรณ์".encode(), "ชื่อเต็ม"),
        ("ชื่อเต็ม\n".encode(), "ไม่มีข้อมูลด้านล่าง"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(office, data, sentence):
    response = upload(office, SimpleUploadedFile("รายชื่อ.csv", data))
    errors = response.context["form"].errors["file"]
    assert (response.status_code, len(errors)) == (400, 1)
    assert sentence in errors[0]
    assert not ImportRun.objects.exists()


def test_a_file_beyond_the_limit_is_refused(office, monkeypatch):
    monkeypatch.setattr(admin, "LARGEST_FILE", 10)
    assert "เกิน" in upload(office, csv_file("0001,,,,,")).text


def test_no_file_is_told(office):
    assert office.post(f"{LIST}import/", {}).status_code == 400


def test_the_template_has_the_headers_and_is_no_list(office):
    (headers,) = sheet_of(office.get(f"{LIST}import/template/"))
    assert {"รหัส", "ชื่อเต็ม", "อำเภอ"} <= set(headers)


def test_the_filters_of_the_list_hold_for_the_file(office):
    make_organization("โรงสี จำกัด", code="0001")
    make_group("กลุ่มเกษตรกรทำนา", code="0002")
    codes = [row[0] for row in sheet_of(office.get(f"{LIST}export/?q=ทำนา"))]
    assert codes == ["รหัส", "0002"]
    only_groups = office.get("/admin/networks/farmergroup/export/?format=csv").getvalue().decode()
    assert ("0002" in only_groups, "0001" in only_groups) == (True, False)


def test_a_formula_leaves_harmless_and_comes_back_the_same(office, teachers):
    teachers.note = '=HYPERLINK("http://x","y")'
    teachers.save()
    data = office.get(f"{LIST}export/").getvalue()
    address = upload(office, SimpleUploadedFile("รายชื่อ.xlsx", data)).headers["Location"]
    assert "เหมือนเดิม 1" in office.get(address).text
    headers, row = sheet_of(office.get(f"{LIST}export/"))
    assert row[headers.index("หมายเหตุ")] == '\'=HYPERLINK("http://x","y")'


PAGES = ["import/", "import/template/", "import/1/", "import/1/rest/", "import/1/undo/", "export/"]


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_asked_to_sign_in(client, page):
    assert client.get(LIST + page).headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("page", PAGES)
def test_who_may_only_look_is_refused(client, malee, page):
    may(malee, "view_organization")
    assert client.get(LIST + page).status_code == 403
    assert client.post(LIST + page).status_code == 403


def test_import_and_export_are_rights_of_their_own(client, malee):
    may(malee, "view_organization", "export_organization")
    assert sheet_of(client.get(f"{LIST}export/"))[0][0] == "รหัส"
    assert client.get(f"{LIST}import/").status_code == 403
    page = client.get(LIST).text
    assert ("organization/export/" in page, "organization/import/" in page) == (True, False)


def test_a_run_of_another_list_is_not_found(office, teachers):
    run = previewed(office, "0001,,,,,042-811-222").split("/")[-2]
    assert office.get(f"/admin/networks/person/import/{run}/").status_code == 404
    assert office.get(f"{LIST}import/999/").status_code == 404


@pytest.mark.parametrize("number", [3, 30])
def test_the_preview_takes_a_constant_number_of_queries(
    office, number, django_assert_max_num_queries
):
    for i in range(number):
        make_organization(f"โรงสี {i} จำกัด", code=f"{i:04d}")
    address = previewed(office, *(f"{i:04d},,,,,042-811-{i:03d}" for i in range(number)))
    with django_assert_max_num_queries(20):
        office.get(address)
