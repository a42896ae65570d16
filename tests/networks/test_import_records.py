"""`manage.py import_records`: a list from the shell."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from loei_coop.common.models import ChangeSet, ImportRun
from networks.models import Organization
from tests.common.sheets.books import workbook
from tests.factories import make_district

pytestmark = pytest.mark.django_db

HEADERS = ["ชื่อเต็ม", "ประเภท", "อำเภอ"]
GOOD = ["โรงสี จำกัด", "ประมง", "นาด้วง"]
BAD = ["ครูเลย จำกัด", "ออมทรัพย์", "อ.นาดัง"]


@pytest.fixture
def run(tmp_path):
    """A function that imports these rows; gives what the command said to both ends."""
    make_district("นาด้วง")

    def command(*rows, **options):
        file = tmp_path / "ทะเบียน.xlsx"
        file.write_bytes(workbook([HEADERS, *rows]))
        told, complained = StringIO(), StringIO()
        with translation.override("th"):
            try:
                call_command(
                    "import_records",
                    options.pop("kind", "organizations"),
                    str(options.pop("file", file)),
                    stdout=told,
                    stderr=complained,
                    **options,
                )
            except CommandError as error:
                return told.getvalue(), complained.getvalue(), str(error)
        return told.getvalue(), complained.getvalue(), None

    return command


def test_good_rows_are_imported_and_counted(run):
    told, _complained, error = run(GOOD)
    assert ("เพิ่มใหม่: 1" in told, error) == (True, None)
    change_set = Organization.objects.get().history.get().change_set
    assert (change_set.source, change_set.file_name) == ("import", "ทะเบียน.xlsx")


def test_a_faulty_row_stops_the_whole_list_and_is_told(run):
    _told, complained, error = run(GOOD, BAD)
    assert "นาด้วง ใช่หรือไม่" in complained
    assert "1 แถว" in error
    assert not Organization.objects.exists()
    assert not ImportRun.objects.exists()


def test_faulty_rows_may_be_left_out_and_still_fail_the_command(run):
    _told, _complained, error = run(GOOD, BAD, leave_out=True)
    assert error
    assert Organization.objects.get().name == "โรงสี จำกัด"


def test_a_dry_run_only_tells(run):
    told, _complained, error = run(GOOD, dry_run=True)
    assert ("เพิ่มใหม่: 1" in told, error) == (True, None)
    assert not Organization.objects.exists()
    assert not ChangeSet.objects.filter(source="import").exists()


def test_the_same_list_again_changes_nothing_and_does_not_fail(run):
    run(GOOD)
    told, _complained, error = run(GOOD)
    assert ("เหมือนเดิม: 1" in told, error) == (True, None)
    assert ChangeSet.objects.filter(source="import").count() == 1


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    _told, _complained, error = run(file=tmp_path / "ไม่มี.xlsx")
    assert "ไม่มี.xlsx" in error


def test_a_file_without_the_columns_is_told(run, tmp_path):
    file = tmp_path / "ว่าง.csv"
    file.write_bytes(b"")
    assert "ว่างเปล่า" in run(file=file)[2]


def test_a_register_that_changed_meanwhile_fails_the_command(run, monkeypatch):
    monkeypatch.setattr(
        "loei_coop.common.imports.plan.Plan.fingerprint", lambda plan: str(id(plan))
    )
    assert "ทะเบียน" in run(GOOD)[2]
    assert not Organization.objects.exists()


def test_a_kind_that_is_none_is_refused(run):
    with pytest.raises(CommandError):
        call_command("import_records", "cows", "x.xlsx")
