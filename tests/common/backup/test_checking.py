"""What is in a backup is what its table of contents says, no more and no less."""

import json

import pytest

from loei_coop.common.backup import archive, checking
from loei_coop.common.backup.checking import check
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Table, Upload
from tests.common.backup.archives import add_upload, make_archive, written
from tests.common.backup.test_archive import DAMAGED, refusal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "loei-backup.zip"


def test_a_member_that_nobody_listed_is_refused(path):
    with written(path) as (writer, _manifest):
        writer.add("tables/accounts.user.jsonl", [])
    assert refusal(path) == DAMAGED


def test_a_listed_table_or_upload_that_is_missing_is_refused(path):
    with written(path) as (_writer, manifest):
        manifest.tables["accounts.user"] = Table(["id"], 0, archive.digest_of([])[1], None)
    assert refusal(path) == DAMAGED
    with written(path) as (_writer, manifest):
        manifest.uploads["ภาพ.jpg"] = Upload(0, archive.digest_of([])[1])
    assert refusal(path) == DAMAGED


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_member_that_is_there_twice_is_refused(path):
    with written(path) as (writer, manifest):
        add_upload(writer, manifest, "ภาพ.jpg")
        add_upload(writer, manifest, "ภาพ.jpg", b"another")
    assert refusal(path) == DAMAGED


@pytest.mark.parametrize("change", [{"rows": 3}, {"rows": "2"}, {"sha256": "0" * 64}])
def test_a_table_that_differs_from_its_record_is_refused(path, change):
    with written(path) as (_writer, manifest):
        table = manifest.tables["networks.district"]
        manifest.tables["networks.district"] = Table(**{**vars(table), **change})
    assert refusal(path) == DAMAGED


@pytest.mark.parametrize("change", [{"size": 1}, {"sha256": "0" * 64}])
def test_an_upload_that_differs_from_its_record_is_refused(path, change):
    with written(path) as (_writer, manifest):
        upload = manifest.uploads["หลักฐาน/ภาพ.txt"]
        manifest.uploads["หลักฐาน/ภาพ.txt"] = Upload(**{**vars(upload), **change})
    assert refusal(path) == DAMAGED


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "a//x", "a/../../x", "./x", "a/.", "..\\x", "C:x", "a\nx", "a/", ""],
)
def test_an_upload_with_a_way_out_of_its_folder_is_refused(path, name):
    with written(path) as (writer, manifest):
        add_upload(writer, manifest, name)
    assert refusal(path) == DAMAGED


def test_an_upload_in_another_case_or_script_is_taken(path):
    with written(path) as (writer, manifest):
        add_upload(writer, manifest, "evidence/2569/ภาพ ประชุม (1)…JPG")
    assert len(check(path).uploads) == 2


def test_a_table_of_contents_that_would_fill_the_memory_is_not_read(path, monkeypatch):
    make_archive(path)
    monkeypatch.setattr(checking, "LARGEST_MANIFEST", 100)
    monkeypatch.setattr(json, "loads", lambda text: pytest.fail("it was read"))
    assert refusal(path) == DAMAGED


def test_a_table_of_contents_that_is_none_is_told(path):
    with path.open("w+b") as file, archive.writer(file) as writer:
        writer.finish(NoManifest())
    with pytest.raises(BackupError, match="อ่านรายการเนื้อหาในไฟล์สำรองข้อมูลไม่ได้"):
        check(path)


class NoManifest:
    def to_bytes(self):
        return b"[1, 2]"
