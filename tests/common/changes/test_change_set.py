"""The page of an act: what it changed, and taking it back."""

import datetime

import pytest
from django.db import IntegrityError

from loei_coop.common.changes import taking_back
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet, ImportRun
from networks.models import Organization, Person
from tests.common.changes.acting import act
from tests.factories import (
    appoint,
    make_agency,
    make_group,
    make_organization,
    make_person,
    make_source,
)

pytestmark = pytest.mark.django_db

OCTOBER = datetime.date(2025, 10, 1)


def address(change_set, page="change"):
    return f"/admin/common/changeset/{change_set.pk}/{page}/"


def shown(client, change_set):
    response = client.get(address(change_set))
    assert response.status_code == 200
    return response


def lines(response):
    return [line for act in response.context["page"].acts for line in act.lines]


def test_it_shows_every_record_with_old_and_new(office, officer):
    organization, person = make_organization("นาด้วง จำกัด"), make_person("สมชาย", "ใจดี")
    with recording("form", made_by=lambda: officer) as recorded:
        organization.phone = "0 4281 1234"
        organization.save()
        person.last_name = "ขยัน"
        person.save()
    response = shown(office, recorded.row)
    assert [(line.label, line.changes) for line in lines(response)] == [
        ("นายสมชาย ขยัน", [{"field": "นามสกุล", "old": "ใจดี", "new": "ขยัน"}]),
        ("นาด้วง จำกัด", [{"field": "โทรศัพท์", "old": "–", "new": "0 4281 1234"}]),
    ]
    assert f'href="/admin/networks/cooperative/{organization.pk}/change/"' in response.text


def test_a_long_act_is_turned_page_by_page(office):
    with recording("command") as recorded:
        for number in range(51):
            make_source(f"แหล่งที่ {number}")
    assert len(lines(shown(office, recorded.row))) == 50
    response = office.get(address(recorded.row), {"page": "2"})
    assert [line.label for line in lines(response)] == ["แหล่งที่ 0"]
    assert "ไม่มีหน้าถัดไป" in office.get(address(recorded.row), {"page": "3"}).text


@pytest.mark.parametrize("number", [3, 30])
def test_it_asks_the_same_number_of_questions(office, django_assert_num_queries, number):
    with recording("form") as recorded:
        for _ in range(number):
            appoint(make_person(), at=make_organization(), starts_on=OCTOBER)
    with django_assert_num_queries(9):
        shown(office, recorded.row)


class TestRightsToSee:
    def test_what_an_officer_may_not_see_is_left_out_and_said_so(self, client, allow):
        with recording("form") as recorded:
            make_person(), make_source("ข่าว")
        allow("view_changeset", "view_source")
        response = shown(client, recorded.row)
        assert [line.label for line in lines(response)] == ["ข่าว"]
        assert "ข้อมูลอื่นที่ท่านไม่มีสิทธิ์ดู" in response.text

    def test_an_act_of_which_nothing_may_be_seen_says_so(self, client, allow):
        with recording("form") as recorded:
            make_person()
        allow("view_changeset")
        assert "ท่านไม่มีสิทธิ์ดูข้อมูล" in shown(client, recorded.row).text

    def test_an_act_without_any_row_says_so(self, office):
        empty = ChangeSet.objects.create(source="form")
        assert "ไม่มีข้อมูล" in shown(office, empty).text


class TestTakingBack:
    def test_the_page_tells_what_returns_goes_and_comes_back(self, office):
        person, agency = make_person("สมชาย", "ใจดี"), make_agency("สำนักงานเดิม")
        with recording("form") as recorded:
            person.last_name = "ขยัน"
            person.save()
            make_source("แหล่งใหม่")
            agency.delete()
        response = office.get(address(recorded.row, "undo"))
        told = response.context["told"]
        assert told.restored == [("บุคคล", "นายสมชาย ขยัน")]
        assert told.removed == [("แหล่งข้อมูล", "แหล่งใหม่")]
        assert told.revived == [("หน่วยงาน", "สำนักงานเดิม")]
        assert told.loses == []

    def test_confirmed_the_former_values_return_and_the_history_says_so(self, office, officer):
        person = make_person("สมชาย", "ใจดี", phone="0 8123 4567")
        change_set = act(person, last_name="ขยัน", phone="0 8999 9999")
        response = office.post(address(change_set, "undo"), follow=True)
        person.refresh_from_db()
        assert (person.last_name, person.phone) == ("ใจดี", "0 8999 9999")
        latest = person.history.first().change_set
        assert (latest.source, latest.made_by, latest.undoes) == ("undo", officer, change_set)
        assert latest.reason == "ถอนการแก้ไขจากหน้ารายละเอียด"
        assert "ข้อมูล 1 รายการกลับเป็นอย่างเดิม" in response.text

    def test_what_was_taken_back_says_so_and_has_no_button(self, office):
        change_set = act(make_person(), last_name="ขยัน")
        assert address(change_set, "undo") in shown(office, change_set).text
        office.post(address(change_set, "undo"))
        page = shown(office, change_set).text
        assert address(change_set, "undo") not in page
        assert "ถอนการแก้ไขนี้แล้วเมื่อ" in page
        assert address(change_set.undone_by.get()) in page

    def test_the_second_click_changes_nothing(self, office):
        change_set = act(make_person(), last_name="ขยัน")
        office.post(address(change_set, "undo"))
        before = Person.history.count()
        response = office.post(address(change_set, "undo"), follow=True)
        assert "ไม่มีสิ่งใดในการแก้ไขนี้ที่ถอนได้อีก" in response.text
        assert Person.history.count() == before
        assert (
            'type="submit"'
            not in office.get(address(change_set, "undo")).text.split("content-main")[1]
        )

    def test_what_was_edited_since_stays_and_is_named(self, office):
        first, second = make_person("สมชาย", "ใจดี"), make_person("สมหญิง", "ใจงาม")
        with recording("form") as recorded:
            for person in (first, second):
                person.last_name = "ขยัน"
                person.save()
        act(second, last_name="ขยันยิ่ง")
        assert "นายสมหญิง ขยันยิ่ง" in office.get(address(recorded.row, "undo")).text
        response = office.post(address(recorded.row, "undo"))
        assert [refusal.label for refusal in response.context["plan"].refusals] == [
            "นายสมหญิง ขยันยิ่ง"
        ]
        assert "นายสมหญิง ขยันยิ่ง" in response.text
        names = Person.objects.order_by("first_name").values_list("last_name", flat=True)
        assert sorted(names) == ["ขยันยิ่ง", "ใจดี"]

    def test_a_person_who_comes_back_has_no_private_contacts_and_the_page_says_so(self, office):
        person = make_person("สมชาย", phone="0 8123 4567")
        with recording("form") as recorded:
            person.delete()
        told = office.get(address(recorded.row, "undo")).context["told"]
        assert told.loses == ["โทรศัพท์", "อีเมล"]
        office.post(address(recorded.row, "undo"))
        assert Person.objects.get(first_name="สมชาย").phone == ""

    def test_what_does_not_fit_any_more_is_refused_as_a_whole(self, office, monkeypatch):
        def refuse(*args, **kwargs):
            raise IntegrityError

        change_set = act(make_person("สมชาย", "ใจดี"), last_name="ขยัน")
        monkeypatch.setattr(taking_back, "undo", refuse)
        response = office.post(address(change_set, "undo"), follow=True)
        assert "ค่าเดิมไม่เข้ากับทะเบียนในปัจจุบัน" in response.text
        assert Person.objects.get().last_name == "ขยัน"

    @pytest.mark.parametrize("source", ["command", "import", "undo", "direct"])
    def test_only_acts_of_forms_are_taken_back_here(self, office, source):
        change_set = act(make_person(), source=source, last_name="ขยัน")
        assert address(change_set, "undo") not in shown(office, change_set).text
        assert office.post(address(change_set, "undo")).status_code == 403

    @pytest.mark.parametrize("source", ["form", "desk"])
    def test_acts_of_forms_and_of_the_desk_have_the_button(self, office, source):
        change_set = act(make_person(), source=source, last_name="ขยัน")
        assert address(change_set, "undo") in shown(office, change_set).text

    def test_an_act_that_is_not_there_is_not_found(self, office):
        assert office.get("/admin/common/changeset/999/undo/").status_code == 404

    def test_a_stranger_is_sent_to_sign_in(self, client):
        path = address(act(make_person(), last_name="ขยัน"), "undo")
        assert client.post(path).headers["Location"] == f"/admin/login/?next={path}"


class TestRightsToTakeBack:
    @pytest.fixture
    def change_set(self):
        with recording("form") as recorded:
            make_group(), make_source()
        return recorded.row

    @pytest.mark.parametrize(
        ("rights", "status"),
        [
            (["change_farmergroup", "change_source"], 200),
            (["change_organization", "change_source"], 200),
            (["change_cooperative", "change_source"], 403),
            (["change_farmergroup"], 403),
            (["view_farmergroup", "view_source"], 403),
        ],
    )
    def test_every_record_of_the_act_asks_for_its_right(
        self, client, allow, change_set, rights, status
    ):
        allow("view_changeset", *rights)
        assert client.get(address(change_set, "undo")).status_code == status
        has_button = address(change_set, "undo") in shown(client, change_set).text
        assert has_button is (status == 200)

    def test_a_refused_officer_changes_nothing(self, client, allow, change_set):
        allow("view_changeset", "change_source")
        assert client.post(address(change_set, "undo")).status_code == 403
        assert Organization.objects.count() == 1


class TestImports:
    @pytest.fixture
    def run(self):
        change_set = act(make_person(), source="import", last_name="ขยัน")
        return ImportRun.objects.create(
            kind="people", file_name="บุคคล.xlsx", state="imported", change_set=change_set
        )

    def test_an_import_leads_to_its_own_pages(self, office, run):
        page = shown(office, run.change_set).text
        assert f"/admin/common/importrun/{run.pk}/open/" in page
        assert f"/admin/common/importrun/{run.pk}/take-back/" in page

    def test_an_import_that_was_taken_back_is_not_taken_back_again(self, office, run):
        ImportRun.objects.update(state="undone")
        page = shown(office, run.change_set).text
        assert f"/admin/common/importrun/{run.pk}/open/" in page
        assert "take-back" not in page
