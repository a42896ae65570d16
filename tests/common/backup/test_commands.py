"""What the commands backup and restore say, and that they fail where they must."""

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext

from loei_coop.common.backup import files, making, retention
from networks.models import Agency
from tests.common.backup.archives import make_archive
from tests.factories import make_agency

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("portal")]

CONTENTS = (
    r"สร้างเมื่อ: \d+ [^ ]+ 25\d\d เวลา [\d.]+ น\.\n"
    r"ข้อมูล [\d,]+ แถว ใน \d+ ตาราง ไฟล์ที่แนบ 1 ไฟล์\n"
    r"ไม่ได้สำรองการเข้าสู่ระบบที่ค้างอยู่ หลังกู้คืนข้อมูลทุกคนต้องเข้าสู่ระบบใหม่\n"
)

SIZE = r".+: [\d.]+\xa0กิโลไบต์\n"


def run(*arguments, **options):
    """What the command says, and what it says to the side."""
    said, aside = io.StringIO(), io.StringIO()
    call_command(*arguments, stdout=said, stderr=aside, no_color=True, **options)
    return said.getvalue(), aside.getvalue()


def newest(backups):
    return files.newest_first(backups)[0]


@pytest.fixture
def data(upload):
    make_agency()
    upload("ภาพ.jpg")


def test_backup_tells_where_the_file_is_and_what_is_in_it(data, backups):
    said, aside = run("backup")
    path = re.escape(str(newest(backups)))
    assert re.fullmatch(rf"สำรองข้อมูลและตรวจสอบแล้ว: {path}\n{SIZE}{CONTENTS}", said)
    assert aside == ""


def test_backup_goes_to_another_disk(data, tmp_path):
    (tmp_path / "usb").mkdir()
    run("backup", str(tmp_path / "usb"))
    assert len(files.newest_first(tmp_path / "usb")) == 1


def test_backup_tells_which_old_ones_it_removed(data, backups):
    backups.mkdir()
    for day in ("01", "31"):
        (backups / f"loei-backup-2020-01-{day}-0230.zip").touch()
    said, _aside = run("backup", keep_days=0, keep_monthly=2)
    assert said.endswith("ลบไฟล์สำรองข้อมูลเก่าแล้ว: loei-backup-2020-01-01-0230.zip\n")
    assert (backups / "loei-backup-2020-01-31-0230.zip").exists()


@pytest.mark.parametrize("number", ["-1", "many"])
def test_backup_keeps_a_whole_number_of_days(number):
    with pytest.raises(CommandError):
        run("backup", "--keep-days", number)


def test_a_backup_that_cannot_be_made_fails_and_removes_no_old_one(settings, monkeypatch):
    monkeypatch.setattr(retention, "remove_old", lambda *args, **options: pytest.fail("removed"))
    with pytest.raises(CommandError) as failure:
        run("backup", str(settings.MEDIA_ROOT))
    assert str(failure.value).startswith("เก็บไฟล์สำรองข้อมูลไว้ในโฟลเดอร์ของไฟล์ที่แนบไม่ได้")


def test_verify_only_looks(data, backups, tmp_path):
    run("backup")
    path = newest(backups).rename(tmp_path / "copy.zip")
    said, _aside = run("backup", "--verify", str(path))
    assert re.fullmatch(rf"ไฟล์สำรองข้อมูลครบถ้วนถูกต้อง: {re.escape(str(path))}\n{SIZE}{CONTENTS}", said)
    assert files.newest_first(backups) == []


def test_verify_fails_for_a_damaged_file(tmp_path):
    path = make_archive(tmp_path / "x.zip")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CommandError, match="ไฟล์สำรองข้อมูลชำรุดหรือไม่ครบถ้วน"):
        run("backup", "--verify", str(path))


def test_verify_and_a_folder_do_not_go_together(tmp_path):
    with pytest.raises(CommandError, match="not allowed with"):
        run("backup", str(tmp_path), "--verify", "x.zip")


def test_restore_tells_what_came_back_and_what_to_do_now(data, backups, emptied, settings):
    run("backup")
    emptied()
    (settings.MEDIA_ROOT / "ภาพ.jpg").unlink()
    path = newest(backups)
    said, aside = run("restore", str(path))
    start = f"กู้คืนข้อมูลแล้ว ตรวจสอบแล้วตรงกับไฟล์สำรองข้อมูลทุกรายการ: {re.escape(str(path))}\n"
    again = re.escape(gettext("If the portal is open, close it now and start it again."))
    assert re.fullmatch(f"{start}{CONTENTS}{again}\n", said)
    assert aside == ""
    assert Agency.objects.count() == 1


def test_restore_tells_where_the_former_data_are(data, backups):
    run("backup")
    path = newest(backups)
    said, _aside = run("restore", str(path), "--replace")
    former = newest(backups)
    assert former != path
    assert said.startswith(f"ข้อมูลเดิมสำรองไว้ที่: {former}\nกู้คืนข้อมูลแล้ว")


def test_restore_warns_of_another_secret_to_the_side(data, backups, settings):
    path = making.make(backups).path
    settings.SECRET_KEY = "another"
    _said, aside = run("restore", str(path), "--replace")
    assert "SECRET_KEY" in aside
    assert "reset_second_factor" in aside


def test_restore_fails_for_a_portal_that_is_not_empty(data, backups):
    path = making.make(backups).path
    with pytest.raises(CommandError, match="ระบบนี้มีข้อมูลอยู่แล้ว"):
        run("restore", str(path))


def test_restore_fails_for_a_damaged_file(tmp_path):
    path = make_archive(tmp_path / "x.zip")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CommandError, match="ไฟล์สำรองข้อมูลชำรุดหรือไม่ครบถ้วน"):
        run("restore", str(path))
