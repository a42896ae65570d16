import os
import zipfile

import pytest
from django.utils.translation import gettext

from loei_coop.common.backup import uploads
from loei_coop.common.backup.archive import digest_of
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Upload
from tests.common.backup.archives import make_archive

NAME = "หลักฐาน/ภาพ.txt"


def listed():
    return [uploads.name_of(path) for path in uploads.files()]


def test_a_portal_without_uploads_has_none():
    assert listed() == []


def test_uploads_are_listed_in_one_order(upload):
    for name in ("ข.txt", "ก.txt", "b/2.txt", "b/1.txt", "a.txt"):
        upload(name)
    assert listed() == ["a.txt", "ก.txt", "ข.txt", "b/1.txt", "b/2.txt"]


@pytest.mark.parametrize("target", ["file.txt", "folder", "nothing"])
def test_a_link_is_refused_so_that_nothing_is_left_out_unsaid(upload, tmp_path, settings, target):
    (tmp_path / "file.txt").write_text("secret")
    (tmp_path / "folder").mkdir()
    link = upload("a.txt").with_name("link")
    link.symlink_to(tmp_path / target)
    with pytest.raises(BackupError) as refused:
        listed()
    sentence = gettext("There is a link among the uploads. Put the file itself there: %(name)s")
    assert str(refused.value) == sentence % {"name": link}


def test_the_folder_itself_may_be_a_link(upload, tmp_path, settings):
    upload("a.txt")
    (tmp_path / "link").symlink_to(settings.MEDIA_ROOT)
    settings.MEDIA_ROOT = tmp_path / "link"
    assert listed() == ["a.txt"]


def test_what_is_no_file_is_no_upload(upload):
    os.mkfifo(upload("a.txt").with_name("pipe"))
    assert listed() == ["a.txt"]


def test_a_folder_that_cannot_be_read_is_not_passed_over():
    with pytest.raises(PermissionError):
        uploads.refuse_unreadable(PermissionError())


def test_a_folder_that_is_gone_has_no_files():
    uploads.refuse_unreadable(FileNotFoundError())


@pytest.mark.parametrize("name", ["a:b.txt", "a\\b.txt", "a\tb.txt", os.fsdecode(b"\xff.txt")])
def test_a_name_that_not_every_system_takes_is_told(upload, name):
    upload(name)
    with pytest.raises(BackupError, match="ไฟล์ที่แนบไว้ชื่อนี้สำรองไม่ได้ โปรดเปลี่ยนชื่อไฟล์"):
        listed()


@pytest.fixture
def archive(tmp_path):
    with zipfile.ZipFile(make_archive(tmp_path / "x.zip")) as archive:
        yield archive


@pytest.fixture
def recorded():
    return {NAME: Upload(*digest_of([b"content"]))}


def test_uploads_take_the_place_of_the_former(archive, recorded, upload, settings, tmp_path):
    upload("former.txt")
    with uploads.stage() as stage:
        stage.unpack(archive, recorded)
        assert listed() == ["former.txt"]
        stage.exchange()
    assert listed() == [NAME]
    assert (settings.MEDIA_ROOT / NAME).read_bytes() == b"content"
    assert {path.name for path in tmp_path.iterdir()} == {"uploads", "x.zip"}


@pytest.mark.parametrize("has_former", [True, False])
def test_after_a_failure_the_former_are_back(archive, recorded, upload, tmp_path, has_former):
    if has_former:
        upload("former.txt")
    with pytest.raises(KeyboardInterrupt), uploads.stage() as stage:  # noqa: PT012
        stage.unpack(archive, recorded)
        stage.exchange()
        raise KeyboardInterrupt
    assert listed() == ["former.txt"] * has_former
    assert {path.name for path in tmp_path.iterdir()} <= {"uploads", "x.zip"}


def test_an_upload_that_is_not_as_recorded_is_refused(archive, recorded, upload):
    upload("former.txt")
    wrong = {NAME: Upload(7, "0" * 64)}
    with pytest.raises(BackupError), uploads.stage() as stage:
        stage.unpack(archive, wrong)
    assert listed() == ["former.txt"]


def test_when_the_former_cannot_be_put_back_they_are_not_removed(
    archive, recorded, upload, settings, monkeypatch
):
    upload("former.txt")
    with pytest.raises(OSError, match="disk"), uploads.stage() as stage:  # noqa: PT012
        stage.unpack(archive, recorded)
        stage.exchange()
        monkeypatch.setattr(uploads.Staged, "back", failing)
        raise KeyboardInterrupt
    assert (stage.former / "former.txt").exists()


def failing(stage):
    raise OSError("disk")


def test_what_a_power_cut_left_of_a_restore_goes_with_the_next(upload, tmp_path):
    upload("former.txt")
    (tmp_path / "uploads.new-1234").mkdir()
    (tmp_path / "uploads.former-1234").mkdir()
    with uploads.stage():
        pass
    assert {path.name for path in tmp_path.iterdir()} == {"uploads", "uploads.former-1234"}


def test_a_link_in_an_archive_becomes_a_plain_file(tmp_path, settings):
    link = zipfile.ZipInfo("uploads/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, b"/etc/passwd")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive, uploads.stage() as stage:
        stage.unpack(archive, {"link": Upload(*digest_of([b"/etc/passwd"]))})
        stage.exchange()
    assert not (settings.MEDIA_ROOT / "link").is_symlink()
    assert (settings.MEDIA_ROOT / "link").read_text() == "/etc/passwd"
