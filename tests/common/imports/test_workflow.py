"""What a file does to the register, and what it must not."""

import datetime

import pytest
from django.db import connection
from django.db.models import signals
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from loei_coop.common.imports import workflow
from loei_coop.common.imports.files import left_out, why_of
from loei_coop.common.models import ChangeSet, ImportDecision, ImportRun
from networks.models import District, Organization, Person
from networks.resources import KINDS
from tests.common.imports.lists import (
    confirm,
    exported,
    faults,
    imported,
    outcomes,
    plan_of,
    received,
)
from tests.factories import (
    make_district,
    make_group,
    make_network,
    make_organization,
    make_person,
    make_subdistrict,
)

pytestmark = pytest.mark.django_db

HEADERS = "รหัส,ชื่อเต็ม,ชนิด,ประเภท,อำเภอ,โทรศัพท์,เลขทะเบียน"
RICE_MILL = [None, "โรงสีเลย จำกัด", "สหกรณ์", "สหกรณ์การเกษตร", "นาด้วง", "042-811-222", "ก1"]


@pytest.fixture
def district():
    return make_district("นาด้วง")


@pytest.fixture
def teachers(district):
    return make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด", code="0001", district=district)


def state_of_register():
    with connection.cursor() as cursor:
        tables = [
            table
            for table in connection.introspection.table_names()
            if table.startswith("networks_") or table == "common_changeset"
        ]
        found = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
            found[table] = cursor.fetchall()
    return found


@pytest.fixture
def saved(monkeypatch):
    """Senders of the signals that went out."""
    senders = []
    monkeypatch.setattr(signals.pre_save, "send", lambda sender, **values: senders.append(sender))
    return senders


def test_the_preview_changes_nothing_and_fires_nothing(teachers, saved):
    before = state_of_register()
    run = received("organizations", HEADERS, RICE_MILL, ["0001", None, None, None, None, "12"])
    plan_of(run)
    assert (state_of_register(), saved) == (before, [ImportRun])


def test_the_preview_writes_no_line(teachers):
    run = received("organizations", HEADERS, RICE_MILL)
    with CaptureQueriesContext(connection) as queries:
        plan_of(run)
    assert {query["sql"].split()[0] for query in queries} <= {"SELECT", "DECLARE"}


def test_the_same_file_again_is_all_unchanged(district):
    imported("organizations", HEADERS, RICE_MILL)
    again = received("organizations", HEADERS, RICE_MILL)
    assert outcomes(again) == ["same"]
    with pytest.raises(workflow.ImportRefusedError):
        confirm(again)


def test_an_import_and_its_undo_leave_the_list_as_it_was(teachers):
    before = exported("organizations")
    run = imported(
        "organizations", HEADERS, RICE_MILL, ["0001", None, None, None, None, "0 4281 1111"]
    )
    assert exported("organizations") != before
    workflow.undo_import(run, made_by=lambda: None)
    assert exported("organizations") == before
    assert run.state == ImportRun.State.UNDONE


def test_two_imports_are_taken_back_one_after_the_other(teachers):
    before = exported("organizations")
    first = imported("organizations", HEADERS, ["0001", None, None, None, None, "042-811-111"])
    second = imported("organizations", HEADERS, ["0001", None, None, None, None, "042-811-222"])
    for run in (second, first):
        workflow.undo_import(run, made_by=lambda: None)
    assert exported("organizations") == before


def test_the_earlier_of_two_imports_of_a_row_cannot_go_first(teachers):
    first = imported("organizations", HEADERS, ["0001", None, None, None, None, "042-811-111"])
    imported("organizations", HEADERS, ["0001", None, None, None, None, "042-811-222"])
    with pytest.raises(workflow.ImportRefusedError):
        workflow.undo_import(first, made_by=lambda: None)
    assert Organization.objects.get().phone == "042-811-222"


def test_an_undo_can_be_finished_when_the_hindrance_is_gone(teachers):
    first = imported(
        "organizations", HEADERS, ["0001", None, None, None, None, "042-811-111"], RICE_MILL
    )
    second = imported("organizations", HEADERS, ["0001", None, None, None, None, "042-811-222"])
    done = workflow.undo_import(first, made_by=lambda: None)
    assert (done.removed, [refusal.label for refusal in done.refusals]) == (1, [teachers.name])
    assert first.state == ImportRun.State.IMPORTED
    workflow.undo_import(second, made_by=lambda: None)
    workflow.undo_import(first, made_by=lambda: None)
    assert (Organization.objects.get().phone, first.state) == ("", ImportRun.State.UNDONE)


def test_a_new_record_that_others_refer_to_by_now_stays_and_is_named(district):
    run = imported("organizations", HEADERS, RICE_MILL)
    mill = Organization.objects.get()
    make_organization("โรงสีเล็ก จำกัด", joined_into=mill)
    with translation.override("th"):
        done = workflow.plan_undo_of(run)
    assert [refusal.label for refusal in done.refusals] == ["โรงสีเลย จำกัด"]
    with pytest.raises(workflow.ImportRefusedError):
        workflow.undo_import(run, made_by=lambda: None)


def test_private_contacts_come_back_though_no_history_keeps_them():
    make_person("มาลี", "ใจดี", code="p-001", phone="081-111-1111")
    run = imported("people", "รหัส,ชื่อ,โทรศัพท์", ["p-001", "มาลี", "089-999-9999"])
    assert Person.objects.get().phone == "089-999-9999"
    workflow.undo_import(run, made_by=lambda: None)
    assert Person.objects.get().phone == "081-111-1111"
    run.refresh_from_db()
    assert run.kept == {}


def test_private_contacts_stand_in_no_history():
    imported("people", "รหัส,ชื่อ,โทรศัพท์", ["p-001", "มาลี", "089-999-9999"])
    columns = {field.name for field in Person.history.model._meta.fields}
    assert not columns & {"phone", "email"}


def test_both_steps_stand_in_the_history_with_officer_and_file(officer, teachers):
    row = ["0001", None, None, None, None, "042-811-111"]
    run = imported("organizations", HEADERS, row, by=officer, name="ทะเบียน.xlsx")
    workflow.undo_import(run, made_by=lambda: officer)
    acts = [row.change_set for row in teachers.history.all()[:2]]
    assert [(act.source, act.made_by, act.file_name) for act in acts] == [
        ("undo", officer, "ทะเบียน.xlsx"),
        ("import", officer, "ทะเบียน.xlsx"),
    ]


def test_a_name_that_became_another_stays_findable(teachers):
    imported("organizations", "รหัส,ชื่อเต็ม", ["0001", "สหกรณ์ครูจังหวัดเลย จำกัด"])
    teachers.refresh_from_db()
    assert teachers.names.get().name == "สหกรณ์ออมทรัพย์ครูเลย จำกัด"
    assert Organization.objects.search("ออมทรัพย์ครูเลย").get() == teachers


def test_two_new_rows_with_one_number_are_told_apart(district):
    other = [None, "โรงสีท่าลี่ จำกัด", "สหกรณ์", "สหกรณ์การเกษตร", None, None, "ก1"]
    run = received("organizations", HEADERS, RICE_MILL, other)
    assert outcomes(run) == ["new", "faulty"]
    assert "2" in faults(run)[3]


def test_two_rows_of_one_record_are_told(teachers):
    row = ["0001", None, None, None, None, "042-811-111"]
    run = received("organizations", HEADERS, row, [*row[:5], "042-811-222"])
    assert outcomes(run) == ["changed", "faulty"]


def test_districts_may_exchange_their_places():
    make_network(1)
    for number, name in enumerate(["นาด้วง", "ปากชม"], 1):
        make_district(name, code=f"420{number}", network_order=number)
    run = imported("districts", "รหัส,ลำดับในเครือข่าย", ["4201", 2], ["4202", 1])
    order = District.objects.order_by("network_order").values_list("name", flat=True)
    assert list(order) == ["ปากชม", "นาด้วง"]
    workflow.undo_import(run, made_by=lambda: None)
    assert list(order.all()) == ["นาด้วง", "ปากชม"]


def test_a_district_that_does_not_fit_the_subdistrict_is_refused(district):
    town = make_district("เมืองเลย")
    subdistrict = make_subdistrict("กุดป่อง", district=town)
    make_organization("โรงสี จำกัด", code="0007", district=town, subdistrict=subdistrict)
    run = received("organizations", "รหัส,ชื่อเต็ม,อำเภอ", ["0007", None, "นาด้วง"])
    assert outcomes(run) == ["faulty"]


def test_a_missing_column_is_named(district):
    with translation.override("th"), pytest.raises(workflow.SheetError) as caught:
        received("organizations", "รหัส,อำเภอ", ["0001", "นาด้วง"])
    assert "ชื่อเต็ม" in str(caught.value)


def test_a_folder_in_the_name_of_a_file_is_left_out(district):
    run = received("organizations", HEADERS, RICE_MILL, name=r"C:\งาน\ทะเบียน.xlsx")
    assert run.file_name == "ทะเบียน.xlsx"


def test_a_file_that_was_only_looked_at_is_forgotten_after_a_month(district):
    old = received("organizations", HEADERS, RICE_MILL)
    ImportRun.objects.update(received_at=timezone.now() - datetime.timedelta(days=31))
    received("organizations", HEADERS, RICE_MILL)
    assert not ImportRun.objects.filter(pk=old.pk).exists()


def test_what_was_imported_is_not_forgotten(district):
    imported("organizations", HEADERS, RICE_MILL)
    ImportRun.objects.update(received_at=timezone.now() - datetime.timedelta(days=31))
    received("organizations", HEADERS, RICE_MILL)
    assert ImportRun.objects.count() == 2


def test_a_file_is_imported_once(district):
    run = received("organizations", HEADERS, RICE_MILL)
    plan = plan_of(run)
    confirm(run, plan)
    with pytest.raises(workflow.ImportRefusedError):
        confirm(run, plan)
    assert Organization.objects.count() == 1


def test_what_was_not_imported_cannot_be_taken_back(district):
    with pytest.raises(workflow.ImportRefusedError):
        workflow.undo_import(received("organizations", HEADERS, RICE_MILL), made_by=lambda: None)


def test_an_answer_holds_for_every_later_file(officer, teachers):
    row = [None, "สหกรณ์ออมทรัพย์ครูเลย", "สหกรณ์", None, "นาด้วง", "042-811-222", None]
    run = received("organizations", HEADERS, row)
    assert outcomes(run) == ["doubtful"]
    answers = {2: str(teachers.pk), 99: "1"}
    assert workflow.decide(run, plan_of(run), answers=answers, by=officer) == 1
    assert outcomes(run) == ["changed"]
    assert outcomes(received("organizations", HEADERS, row)) == ["changed"]


def test_an_answer_whose_record_is_gone_is_asked_again(officer, teachers):
    row = [None, "สหกรณ์ออมทรัพย์ครูเลย", "สหกรณ์", None, "นาด้วง", None, None]
    run = received("organizations", HEADERS, row)
    workflow.decide(run, plan_of(run), answers={2: str(teachers.pk)}, by=officer)
    ImportDecision.objects.update(target="999999")
    assert outcomes(run) == ["doubtful"]


def test_a_row_may_be_answered_as_a_new_record(officer, teachers):
    row = [None, "สหกรณ์ออมทรัพย์ครูเลย", "สหกรณ์", "สหกรณ์ออมทรัพย์", "นาด้วง", None, None]
    run = received("organizations", HEADERS, row)
    workflow.decide(run, plan_of(run), answers={2: ""}, by=officer)
    assert outcomes(run) == ["new"]


def test_a_plan_counts_by_kind(district):
    group = [None, "กลุ่มเกษตรกรทำนาปากชม", "กลุ่มเกษตรกร", "ทำนา", "นาด้วง", None, None]
    make_group("กลุ่มเกษตรกรทำสวน", code="0009")
    existing = ["0009", None, None, None, None, "042-811-222", None]
    plan = plan_of(received("organizations", HEADERS, RICE_MILL, group, existing))
    assert plan.groups() == {"cooperative": 1, "farmer_group": 2}


def test_a_collision_that_only_the_database_sees_imports_nothing(district, monkeypatch):
    run = received("organizations", HEADERS, RICE_MILL)
    plan = plan_of(run)

    def collide(rows):
        make_organization(code="0500")
        for row in rows:
            row["code"] = "0500"

    monkeypatch.setattr(
        "networks.resources.OrganizationResource.prepare_new", lambda self, rows: collide(rows)
    )
    with pytest.raises(workflow.StalePreviewError):
        confirm(run, plan)
    assert not Organization.objects.exists()
    assert not ChangeSet.objects.filter(source="import").exists()


def test_a_value_that_is_too_long_names_its_column(district):
    row = [None, "ก" * 201 + " จำกัด", "สหกรณ์", "สหกรณ์การเกษตร", "นาด้วง", None, None]
    with translation.override("th"):
        assert "ชื่อเต็ม" in faults(received("organizations", HEADERS, row))[2]


def test_no_fault_of_a_row_is_left_to_an_exception(district):
    wild = ["=1+1", "{}", "หมู", "-", "\u202e", "๙" * 300, "-"]
    assert outcomes(received("organizations", HEADERS, wild)) == ["faulty"]


def test_a_record_that_never_had_a_history_can_be_restored(teachers):
    Organization.history.all().delete()
    run = imported("organizations", HEADERS, ["0001", None, None, None, None, "042-811-111"])
    workflow.undo_import(run, made_by=lambda: None)
    teachers.refresh_from_db()
    assert teachers.phone == ""


def test_rows_that_were_left_out_come_back_as_they_were_typed(teachers):
    headers = "รหัส,ชื่อเต็ม,วันที่จดทะเบียน,หมายเหตุ,อำเภอ"
    registered = datetime.date(2013, 6, 30)
    run = received("organizations", headers, ["0001", None, registered, "'=1+1", "อ.นาดัง"])
    why = why_of(plan_of(run).rows)
    with left_out(run, why) as file:
        again = workflow.read(KINDS["organizations"](), file.read())
    assert again.rows[0][1][1:] == ["0001", "", "30 มิถุนายน 2556", "'=1+1", "อ.นาดัง"]
