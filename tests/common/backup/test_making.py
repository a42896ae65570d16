"""Making a backup: whole and checked, or no file at all."""

import datetime
import stat

import pytest
from django.db import DatabaseError

from loei_coop.common.backup import archive, checking, making, schema, tables, uploads
from loei_coop.common.backup.errors import BackupError
from tests.factories import make_agency

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("portal")]


def names_in(backups):
    return sorted(path.name for path in backups.iterdir())


def refusal(backups):
    with pytest.raises(BackupError) as refused:
        making.make(backups)
    return str(refused.value)


def test_a_backup_is_one_private_file_named_by_the_minute(backups, monkeypatch):
    minute = datetime.datetime(2026, 11, 22, 2, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr(making.timezone, "localtime", lambda: minute)
    paths = [making.make(backups).path for _time in range(2)]
    assert [path.name for path in paths] == [
        "loei-backup-2026-11-22-0230.zip",
        "loei-backup-2026-11-22-0230-2.zip",
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    assert names_in(backups) == sorted(path.name for path in paths)


def test_two_backups_of_the_same_data_have_the_same_hashes(backups, upload):
    make_agency()
    upload("หลักฐาน/ภาพ.jpg")
    first, second = (making.make(backups).manifest for _time in range(2))
    assert (first.tables, first.uploads) == (second.tables, second.uploads)
    assert first.tables["networks.agency"].rows == 1


def test_a_file_that_was_written_wrong_never_gets_a_name(backups, monkeypatch):
    def damaged(path):
        raise archive.damaged()

    monkeypatch.setattr(checking, "check", damaged)
    assert refusal(backups).startswith("ไฟล์สำรองข้อมูลชำรุด")
    assert names_in(backups) == []


def test_a_full_disk_is_told_and_leaves_nothing(backups, monkeypatch):
    def lines(model, alias):
        raise OSError(28, "No space left on device")
        yield

    monkeypatch.setattr(tables, "lines", lines)
    assert refusal(backups) == "บันทึกไฟล์สำรองข้อมูลไม่สำเร็จ: [Errno 28] No space left on device"
    assert names_in(backups) == []


def test_a_folder_that_cannot_be_made_is_told(backups):
    backups.touch()
    assert refusal(backups).startswith("บันทึกไฟล์สำรองข้อมูลไม่สำเร็จ: ")


def test_a_database_that_does_not_answer_is_told(backups, monkeypatch):
    def broken(loader):
        raise DatabaseError("disk image is malformed")

    monkeypatch.setattr(schema, "latest", broken)
    assert refusal(backups) == "อ่านฐานข้อมูลไม่สำเร็จ: disk image is malformed"


def test_a_database_that_is_not_set_up_is_told(backups, monkeypatch):
    monkeypatch.setattr(schema, "latest", lambda loader: {})
    assert refusal(backups) == "ยังไม่ได้ติดตั้งฐานข้อมูล โปรดเรียกคำสั่ง manage.py migrate ก่อน"


def test_an_upload_that_was_removed_since_it_was_listed_is_left_out(backups, upload, monkeypatch):
    paths = [upload("a.jpg"), upload("b.jpg")]
    paths[0].unlink()
    monkeypatch.setattr(uploads, "files", lambda: paths)
    assert list(making.make(backups).manifest.uploads) == ["b.jpg"]


def test_nothing_is_held_in_memory_but_a_handful_of_rows(backups, monkeypatch):
    """The rows of a table are asked for one after another, as the file takes them."""
    taken = []

    def lines(model, alias):
        for number in range(3):
            taken.append((model._meta.label_lower, number))
            yield b"[]\n"

    def add(writer, name, chunks, *arguments, **options):
        for count, _chunk in enumerate(chunks, start=len(taken) + 1):
            assert len(taken) == count
        return 0, ""

    monkeypatch.setattr(tables, "lines", lines)
    monkeypatch.setattr(archive.Writer, "add", add)
    manifest = making.add_tables(archive.Writer.__new__(archive.Writer), "default")
    assert len(taken) == 3 * len(manifest.tables)
