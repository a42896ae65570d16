import datetime
import os
import stat
import time

import pytest
from django.utils.translation import gettext

from loei_coop.common.backup import files
from loei_coop.common.backup.errors import BackupError

MINUTE = datetime.datetime(2026, 11, 22, 2, 30)


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "stamp"),
    [
        ("loei-backup-2026-11-22-0230.zip", (MINUTE, 1)),
        ("loei-backup-2026-11-22-0230-2.zip", (MINUTE, 2)),
        ("loei-backup-2026-11-22-0230-10.zip", (MINUTE, 10)),
        ("loei-backup-2026-02-30-0230.zip", None),
        ("loei-backup-2026-11-22-0230.zip.part", None),
        ("copy of loei-backup-2026-11-22-0230.zip", None),
        ("", None),
    ],
)
def test_a_name_tells_when_the_backup_was_made(name, stamp):
    assert files.stamp(name) == stamp


def test_the_usual_folder_is_made_for_its_owner_only(backups):
    assert files.ready(backups) == backups
    assert mode_of(backups) == 0o700


def test_no_folder_is_made_where_another_disk_should_be(tmp_path):
    disk = tmp_path / "usb"
    sentence = gettext("This folder is not there: %(folder)s. Is the disk plugged in?")
    with pytest.raises(BackupError) as refused:
        files.ready(disk)
    assert str(refused.value) == sentence % {"folder": disk}
    disk.mkdir()
    assert files.ready(disk) == disk


def test_a_folder_among_the_uploads_is_refused(settings):
    with pytest.raises(BackupError, match="เก็บไฟล์สำรองข้อมูลไว้ในโฟลเดอร์ของไฟล์ที่แนบไม่ได้"):
        files.ready(settings.MEDIA_ROOT / "backups")
    assert not settings.MEDIA_ROOT.exists()


def test_what_a_power_cut_left_half_written_goes_after_a_day(backups):
    backups.mkdir()
    old, fresh = backups / ".loei-backup-1.part", backups / ".loei-backup-2.part"
    for path in (old, fresh):
        path.touch()
    os.utime(old, (time.time() - 2 * files.DAY,) * 2)
    files.ready(backups)
    assert list(backups.iterdir()) == [fresh]


def test_a_file_is_for_its_owner_only(tmp_path):
    with files.private_file(tmp_path / "x") as file:
        file.write(b"x")
    assert mode_of(tmp_path / "x") == 0o600


def test_a_private_file_never_takes_the_place_of_another(tmp_path):
    (tmp_path / "x").write_text("former")
    with pytest.raises(FileExistsError), files.private_file(tmp_path / "x"):
        pass
    assert (tmp_path / "x").read_text() == "former"


def test_what_was_not_finished_is_removed(tmp_path):
    with files.half_written(tmp_path) as path:
        path.touch()
    assert list(tmp_path.iterdir()) == []


def test_names_within_a_minute_are_numbered(tmp_path):
    for name in ("loei-backup-2026-11-22-0230.zip", "loei-backup-2026-11-22-0230-2.zip"):
        assert files.free_path(tmp_path, MINUTE).name == name
        (tmp_path / name).touch()


def test_a_second_backup_at_the_same_time_is_refused():
    sentence = gettext("A backup is being made at this moment. Please wait until it is ready.")
    with files.alone(), pytest.raises(BackupError) as refused, files.alone():
        pass
    assert str(refused.value) == sentence
    with files.alone():
        pass


def test_backups_are_listed_newest_first_and_nothing_else(tmp_path):
    names = ["2026-11-22-0230-9", "2026-11-22-0230-10", "2025-01-01-0000", "2026-11-22-0230"]
    for name in names:
        (tmp_path / f"loei-backup-{name}.zip").touch()
    (tmp_path / "loei-backup-2026-12-01-0000.zip").mkdir()
    (tmp_path / "loei-backup-2026-12-02-0000.zip").symlink_to("/etc/hostname")
    (tmp_path / "notes.txt").touch()
    listed = [path.stem.removeprefix("loei-backup-") for path in files.newest_first(tmp_path)]
    assert listed == [
        "2026-11-22-0230-10",
        "2026-11-22-0230-9",
        "2026-11-22-0230",
        "2025-01-01-0000",
    ]


def test_a_folder_that_is_not_there_has_no_backups(backups):
    assert files.newest_first(backups) == []
