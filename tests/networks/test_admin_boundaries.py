"""What an officer meets between a file of outlines and the maps that draw it."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.common.outlines import reading
from networks.models import District, DistrictBoundary, Source
from tests.outlines import make_districts, outlines_file, polygon, square

pytestmark = pytest.mark.django_db

START = "/admin/networks/district/boundaries/"
ORIGIN = {"title": "แนวเขตการปกครอง กรมการปกครอง", "licence": "CC BY 4.0"}
NOTHING_LEFT = "ไม่มีระเบียนใดของการนำเข้าครั้งนี้ที่ถอนได้อีก"
RIGHTS = ["add_districtboundary", "change_districtboundary"]


@pytest.fixture(autouse=True)
def districts():
    make_districts()


@pytest.fixture
def malee(client, django_user_model):
    """A colleague in the admin, with the rights that a test gives her."""
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    client.force_login(malee)
    return malee


def may(user, *codenames):
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))


def previewed(client, **changed):
    """Address of the preview."""
    response = client.post(START, {"file": outlines_file(**changed)})
    assert response.status_code == 302, response.text
    return response.headers["Location"]


def seen(client, address):
    return re.search(r'name="seen" value="(\d+)"', client.get(address).text)[1]


def confirm(client, address, **values):
    values = {**ORIGIN, "seen": seen(client, address), **values}
    return client.post(address, values, follow=True)


def loaded(client, **changed):
    return confirm(client, previewed(client, **changed))


def test_the_list_of_districts_leads_to_the_outlines(office):
    page = office.get("/admin/networks/district/").text
    assert f'<a href="{START}">แนวเขตอำเภอ</a>' in page
    assert "ยังไม่มีแนวเขตอำเภอ" in office.get(START).text


def test_the_preview_draws_the_map_and_changes_nothing_of_the_register(office):
    before = ChangeSet.objects.count()
    page = office.get(previewed(office)).text
    assert page.count('class="outline ') == 14
    assert "70 จุด ใช้บนแผนที่" in page
    assert "กิโลไบต์ จากที่กำหนดไม่เกิน 40 กิโลไบต์" in page
    assert DistrictBoundary.objects.count() == 0
    assert ChangeSet.objects.count() == before
    assert not DistrictBoundary.history.exists()


def test_confirmed_outlines_are_one_act_with_file_source_and_licence(office, officer):
    page = loaded(office).text
    assert "แผนที่ทุกแผ่นแสดงแนวเขต 14 อำเภอแล้ว" in page
    rows = DistrictBoundary.objects.select_related("source")
    assert {(r.source.title, r.source_detail) for r in rows} == {tuple(ORIGIN.values())}
    acts = {row.change_set for row in DistrictBoundary.history.all()}
    (act,) = acts
    assert (act.made_by, act.file_name, act.source) == (officer, "แนวเขต.geojson", "import")
    assert act.reason == "นำเข้าแนวเขตอำเภอ"
    assert Source.history.get().change_set == act


def test_the_second_click_says_that_it_is_done(office):
    address = previewed(office)
    values = {**ORIGIN, "seen": seen(office, address)}
    office.post(address, values)
    page = office.post(address, values, follow=True).text
    assert "ไฟล์นี้นำเข้าไปแล้ว" in page
    assert DistrictBoundary.history.count() == 14


def test_the_same_outlines_again_leave_nothing_behind(office):
    loaded(office)
    page = loaded(office).text
    assert "แนวเขตชุดนี้นำเข้าไว้แล้ว" in page
    assert DistrictBoundary.history.count() == 14
    assert ImportRun.objects.filter(state="previewed").count() == 1


def test_loading_again_replaces_all(office):
    loaded(office)
    higher = square("4214")
    higher[2][1] += 0.05
    loaded(office, d4214=polygon(higher))
    assert DistrictBoundary.objects.count() == 14
    assert DistrictBoundary.history.filter(history_type="~").count() == 14
    assert Source.objects.count() == 1
    ring = DistrictBoundary.objects.get(district="4214").geometry["coordinates"][0]
    assert max(y for _x, y in ring) == pytest.approx(17.45)


def test_who_confirms_after_a_colleague_gets_a_new_preview(office):
    mine, theirs = previewed(office), previewed(office)
    before = seen(office, mine)
    confirm(office, theirs)
    page = confirm(office, mine, seen=before).text
    assert "ทุกอำเภอจะใช้แนวเขตชุดนี้แทนชุดที่มีอยู่" in page
    assert DistrictBoundary.history.count() == 14
    assert office.get(mine).status_code == 200


def test_outlines_of_a_register_that_changed_are_not_loaded(office):
    address = previewed(office)
    District.objects.get(code="4214").delete()
    page = confirm(office, address).text
    assert "ข้อมูลอำเภอในทะเบียนเปลี่ยนไป" in page
    assert DistrictBoundary.objects.count() == 0


def test_source_and_licence_must_be_told(office):
    address = previewed(office)
    response = confirm(office, address, title="", licence="")
    assert response.status_code == 400
    assert len(response.context["form"].errors) == 2
    assert DistrictBoundary.objects.count() == 0


def test_a_refused_file_tells_all_faults_and_leaves_nothing(office):
    changed = {"d4201": polygon(square("4201")[:-1]), "d4208": {"type": "Point"}}
    response = office.post(START, {"file": outlines_file(**changed)})
    assert response.status_code == 400
    assert [fault.split(" ")[0] for fault in response.context["faults"]] == [
        "แนวเขตของ",
        "อำเภอท่าลี่",
    ]
    assert "อำเภอเมืองเลย" in response.context["faults"][0]
    assert not ImportRun.objects.exists()


def test_a_file_over_the_limit_is_refused_before_it_is_read(office, monkeypatch):
    monkeypatch.setattr("networks.action_forms.boundaries.LARGEST_FILE", 1_000_000)
    file = SimpleUploadedFile("แผนที่.geojson", b" " * 1_000_001)
    response = office.post(START, {"file": file})
    assert "ไฟล์มีขนาดเกิน 1 เมกะไบต์" in response.text
    assert reading.LARGEST_FILE == 20_000_000


@pytest.mark.parametrize("file", [{}, {"file": SimpleUploadedFile("ว่าง.geojson", b"")}])
def test_no_file_and_an_empty_one_are_told(office, file):
    response = office.post(START, file)
    assert response.status_code == 400
    assert not ImportRun.objects.exists()


def test_an_office_outside_its_outline_is_pointed_out(office):
    swapped = {"d4201": polygon(square("4214")), "d4214": polygon(square("4201"))}
    response = office.get(previewed(office, **swapped))
    assert [district.code for district in response.context["outside"]] == ["4201", "4214"]
    assert "อาจสลับรหัสอำเภอกัน" in response.text


def test_taken_away_the_maps_show_tiles_and_the_history_keeps_them(office, officer):
    loaded(office)
    assert "แผนที่ทุกแผ่นจะกลับไปแสดง" in office.get(f"{START}remove/").text
    page = office.post(f"{START}remove/", follow=True).text
    assert "นำแนวเขตออกแล้ว" in page
    assert DistrictBoundary.objects.count() == 0
    removed = DistrictBoundary.history.filter(history_type="-")
    assert {row.change_set.reason for row in removed} == {"นำแนวเขตอำเภอออก"}
    assert "ยังไม่มีแนวเขตอำเภอ" in office.get(f"{START}remove/").text
    assert "ยังไม่มีแนวเขตอำเภอ" in office.post(f"{START}remove/", follow=True).text


def test_the_start_page_tells_what_is_loaded_by_whom(office):
    loaded(office)
    page = office.get(START).text
    assert "แนวเขต.geojson" in page
    assert "somsri" in page
    assert ORIGIN["title"] in page


class TestTakingBack:
    def latest_undo(self, office):
        return f"{START}{ImportRun.objects.latest('pk').pk}/undo/"

    def test_the_first_file_taken_back_leaves_tiles(self, office):
        loaded(office)
        address = self.latest_undo(office)
        assert address in office.get(START).text
        assert "แผนที่ทุกแผ่นจะกลับไปแสดง" in office.get(address).text
        page = office.post(address, follow=True).text
        assert "แผนที่กลับไปเป็นเหมือนก่อนนำเข้าไฟล์นี้" in page
        assert DistrictBoundary.objects.count() == 0

    def test_the_second_file_taken_back_restores_the_first(self, office):
        loaded(office)
        before = dict(DistrictBoundary.objects.values_list("pk", "geometry"))
        higher = square("4214")
        higher[2][1] += 0.05
        loaded(office, d4214=polygon(higher))
        assert "แนวเขตเดิมก่อนนำเข้าไฟล์นี้" in office.get(self.latest_undo(office)).text
        office.post(self.latest_undo(office))
        assert dict(DistrictBoundary.objects.values_list("pk", "geometry")) == before

    def test_the_second_click_finds_nothing_left(self, office):
        loaded(office)
        office.post(self.latest_undo(office))
        page = office.post(self.latest_undo(office), follow=True).text
        assert NOTHING_LEFT in page
        assert NOTHING_LEFT in office.get(self.latest_undo(office)).text

    def test_what_was_not_loaded_is_not_taken_back(self, office):
        address = previewed(office)
        assert office.get(f"{address}undo/").headers["Location"] == address

    def test_the_list_of_imports_leads_here(self, office):
        loaded(office)
        run = ImportRun.objects.get()
        admin = "/admin/common/importrun/"
        assert "แนวเขตอำเภอ" in office.get(admin).text
        assert office.get(f"{admin}{run.pk}/open/").headers["Location"] == f"{START}{run.pk}/"
        undo = office.get(f"{admin}{run.pk}/take-back/").headers["Location"]
        assert undo == f"{START}{run.pk}/undo/"

    def test_the_page_of_the_act_shows_every_district(self, office):
        loaded(office)
        act = ChangeSet.objects.get(file_name="แนวเขต.geojson")
        page = office.get(f"/admin/common/changeset/{act.pk}/change/").text
        assert "อำเภอหนองหิน" in page


class TestRights:
    def test_a_stranger_is_asked_to_sign_in(self, client):
        assert client.get(START).headers["Location"] == f"/admin/login/?next={START}"

    @pytest.mark.parametrize("path", [START, f"{START}1/", f"{START}1/undo/", f"{START}remove/"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_colleague_without_the_right_is_refused(self, client, malee, path, method):
        may(malee, "view_district", "change_district")
        assert getattr(client, method)(path).status_code == 403
        assert START not in client.get("/admin/networks/district/").text

    def test_who_may_load_may_not_take_away(self, client, malee):
        may(malee, "view_district", *RIGHTS)
        assert START in client.get("/admin/networks/district/").text
        assert "แนวเขต 14 อำเภอ" in loaded(client).text
        assert f"{START}remove/" not in client.get(START).text
        assert client.post(f"{START}remove/").status_code == 403

    def test_who_may_take_away_may_not_load(self, client, malee):
        may(malee, "delete_districtboundary")
        assert "<form method" not in client.get(START).text.split("content-main")[1]
        assert client.post(START, {"file": outlines_file()}).status_code == 403

    def test_an_unknown_preview_and_that_of_a_list_are_not_found(self, office):
        run = ImportRun.objects.create(kind="organizations", file_name="รายชื่อ.xlsx")
        assert office.get(f"{START}{run.pk}/").status_code == 404
        assert office.get(f"{START}999/").status_code == 404
