"""Evidence: kept with its versions, shown to few, taken only when it is what it says."""

import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from governance import evidence, workflow
from governance.models import AssessmentRound, Evidence
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads.errors import UploadError
from tests.governance.assessing import make_case, make_reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def case():
    return make_case()


def photo(name="ป้ายประกาศ.jpg", size=(40, 30)):
    """With the place where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (17.0, 29.0, 0.0)}
    file = io.BytesIO()
    Image.new("RGB", size, "green").save(file, "JPEG", exif=exif)
    return SimpleUploadedFile(name, file.getvalue())


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def add(case, number="1.1", **values):
    return evidence.add(case.assessment, case.item(number), by=case.manager, **values)


def test_a_photo_loses_the_place_where_it_was_taken(case, uploads):
    row = add(case, upload=photo())
    (kept,) = files(uploads)
    with Image.open(kept) as picture:
        assert dict(picture.getexif()) == {}
    assert (row.kind, row.content_type, len(row.sha256)) == ("photo", "image/jpeg", 64)


def test_its_stored_name_tells_nothing(case, uploads):
    add(case, upload=photo("รายชื่อสมาชิก.jpg"))
    (kept,) = files(uploads)
    assert kept.name.isascii()
    assert len(kept.stem) == 32


def test_a_newer_version_keeps_the_earlier_one(case, uploads):
    first = add(case, upload=photo(), title="ป้าย")
    second = add(case, upload=photo(size=(50, 30)), title="ป้ายใหม่", replaces=first)
    (shown,) = evidence.by_item(case.assessment)[first.item_id]
    assert (shown.evidence, shown.earlier) == (second, [first])
    assert second.version == 2
    assert len(files(uploads)) == 2


def test_what_was_replaced_meanwhile_is_not_replaced_twice(case):
    first = add(case, note="เล่มรายงานอยู่ที่สำนักงาน")
    add(case, note="เล่มใหม่", replaces=first)
    with pytest.raises(WorkflowError, match="removed or replaced meanwhile"):
        add(case, note="เล่มอื่น", replaces=first)


def test_a_removed_piece_is_not_shown_and_not_removed_twice(case):
    row = add(case, url="https://example.go.th/report")
    evidence.remove(row, by=case.manager)
    assert evidence.by_item(case.assessment) == {}
    with pytest.raises(WorkflowError, match="removed or replaced already"):
        evidence.remove(row, by=case.manager)


def test_removing_takes_the_earlier_versions_with_it(case):
    first = add(case, note="เล่มรายงานอยู่ที่สำนักงาน")
    evidence.remove(add(case, note="เล่มใหม่", replaces=first), by=case.manager)
    assert evidence.by_item(case.assessment) == {}
    assert not case.assessment.evidence.current().exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ภาพ.jpg", b"MZ\x90\x00 a program"),
        ("ภาพ.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("ภาพ.gif", b"GIF89a<html><script>alert(1)</script></html>"),
        ("รายงาน.pdf", b"MZ\x90\x00 a program"),
        ("ว่าง.pdf", b""),
        ("โปรแกรม.exe", b"MZ\x90\x00"),
    ],
)
def test_what_is_not_what_it_says_is_refused_and_nothing_stays(case, uploads, name, content):
    with pytest.raises(UploadError):
        add(case, upload=SimpleUploadedFile(name, content))
    assert files(uploads) == []
    assert not Evidence.objects.exists()


def test_a_photo_of_thirty_megabytes_is_refused(case, uploads):
    with pytest.raises(UploadError, match="larger than 15 MB"):
        add(case, upload=SimpleUploadedFile("ภาพ.jpg", b"\xff\xd8" + b"0" * 30_000_000))
    assert files(uploads) == []


def test_nothing_at_all_is_no_evidence(case):
    with pytest.raises(WorkflowError, match="Choose a file"):
        add(case, note="   ")


def test_an_item_has_room_for_ten(case):
    for number in range(evidence.MOST_OF_AN_ITEM):
        add(case, note=f"บันทึก {number}")
    with pytest.raises(WorkflowError, match="Remove one first"):
        add(case, note="บันทึกที่สิบเอ็ด")


def test_after_submission_nothing_is_added_or_removed(case):
    row = add(case, note="รายงานการประชุม 5/2569")
    case.fill()
    case.submit()
    with pytest.raises(WorkflowError, match="is “submitted”"):
        add(case, note="มาทีหลัง")
    with pytest.raises(WorkflowError, match="is “submitted”"):
        evidence.remove(row, by=case.manager)


def test_after_a_return_only_the_returned_item_takes_more(case):
    case.fill()
    case.submit()
    workflow.return_items(case.assessment, {case.item("1.2"): "ขอเอกสาร"}, by=make_reviewer())
    add(case, "1.2", note="อยู่หน้า 4")
    with pytest.raises(WorkflowError, match="Only the items that were returned"):
        add(case, "2.1", note="อีกเรื่อง")


def test_the_step_names_the_piece_and_its_checksum(case):
    row = add(case, upload=photo(), title="ป้ายประกาศราคา")
    event = case.assessment.events.get(kind="evidence")
    assert event.detail == {
        "title": "ป้ายประกาศราคา",
        "version": 1,
        "sha256": row.sha256,
        "item": "1.1",
    }


def age(round_, years):
    past = timezone.now() - datetime.timedelta(days=365 * years)
    AssessmentRound.objects.filter(pk=round_.pk).update(
        opens_at=past - datetime.timedelta(days=90), closes_at=past
    )


def test_the_dry_run_tells_and_keeps(case, uploads, capsys):
    add(case, upload=photo(), title="ป้าย")
    age(case.round, 6)
    call_command("clear_evidence")
    assert "ป้าย" in capsys.readouterr().out
    assert len(files(uploads)) == 1


@pytest.mark.django_db(transaction=True)
def test_after_the_years_of_retention_the_file_goes_and_the_row_tells(case, uploads):
    row = add(case, upload=photo())
    age(case.round, 6)
    call_command("clear_evidence", delete=True)
    row.refresh_from_db()
    assert files(uploads) == []
    assert (row.file.name, bool(row.cleared_at), len(row.sha256)) == ("", True, 64)


def test_a_file_that_a_newer_assessment_shows_stays(case, uploads):
    row = add(case, upload=photo())
    newer = make_case("สหกรณ์การเกษตรเอราวัณ จำกัด", manager="anong")
    Evidence.objects.create(
        assessment=newer.assessment,
        item=newer.item("1.1"),
        kind="photo",
        title=row.title,
        file=row.file.name,
        carried_from=row,
    )
    age(case.round, 6)
    call_command("clear_evidence", delete=True)
    assert len(files(uploads)) == 1
