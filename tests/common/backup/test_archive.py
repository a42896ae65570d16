"""A file that is not wholly a backup is refused with a sentence."""

import pytest

from loei_coop.common.backup import archive
from loei_coop.common.backup.checking import check
from loei_coop.common.backup.errors import BackupError
from tests.common.backup.archives import make_archive, new_manifest, seal

DAMAGED = "ไฟล์สำรองข้อมูลชำรุดหรือไม่ครบถ้วน โปรดใช้ไฟล์สำรองข้อมูลอื่น ระบบไม่ได้เปลี่ยนแปลงข้อมูลใด ๆ"
FOREIGN = "ไฟล์นี้ไม่ใช่ไฟล์สำรองข้อมูลของระบบ ระบบไม่ได้เปลี่ยนแปลงข้อมูลใด ๆ"
HEAD = 30 + len(archive.MARK)


@pytest.fixture
def path(tmp_path):
    return make_archive(tmp_path / "loei-backup.zip")


def refusal(path):
    with pytest.raises(BackupError) as refused:
        check(path)
    return str(refused.value)


def with_mark(path, mark):
    with path.open("w+b") as file, archive.writer(file) as writer:
        writer.zip.close()
        file.seek(0)
        file.truncate()
        writer = archive.Writer(file)
        writer.add(archive.MARK, [mark], compress=False)
        writer.finish(new_manifest())
    return path


def test_a_whole_file_is_told_by_its_contents(path):
    manifest = check(path)
    assert (manifest.rows, list(manifest.uploads)) == (2, ["หลักฐาน/ภาพ.txt"])


def test_one_damaged_byte_anywhere_is_refused(path):
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert refusal(path) in ((DAMAGED, FOREIGN) if place < HEAD else (DAMAGED,)), place


def test_a_file_cut_off_anywhere_is_refused(path):
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert refusal(path) in (DAMAGED, FOREIGN), length


def test_bytes_added_at_the_end_are_refused(path):
    path.write_bytes(path.read_bytes() + b"\0")
    assert refusal(path) == DAMAGED


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), "ทะเบียน".encode(), b"PK" * 99])
def test_a_foreign_file_is_refused(path, content):
    path.write_bytes(content)
    assert refusal(path) == FOREIGN


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path):
    missing = tmp_path / "missing.zip"
    assert refusal(missing) == f"อ่านไฟล์ไม่ได้: {missing} (No such file or directory)"
    assert refusal(tmp_path) == f"อ่านไฟล์ไม่ได้: {tmp_path} (Is a directory)"


def test_a_backup_of_a_newer_portal_asks_for_an_update(path):
    sentence = "ไฟล์สำรองข้อมูลนี้สร้างจากระบบรุ่นที่ใหม่กว่า โปรดปรับปรุงระบบให้เป็นรุ่นล่าสุดก่อน"
    assert refusal(with_mark(path, b"2")) == sentence


@pytest.mark.parametrize("mark", [b"", b"one", b"-1", b"1" * 10_000])
def test_a_format_that_is_no_number_is_refused(path, mark):
    assert refusal(with_mark(path, mark)) == DAMAGED


def test_a_false_file_with_a_checksum_that_fits_never_raises_anything_else(path):
    whole = path.read_bytes()
    for place in range(len(whole) - archive.LENGTH):
        for change in (0x0E, 0xFF):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
            seal(path)
            try:
                check(path)
            except BackupError as refused:
                assert str(refused)  # noqa: PT017 many of them change nothing that is read


def test_a_writer_that_fails_leaves_no_open_archive(tmp_path):
    def failing():
        yield b"1"
        raise OSError("no space left")

    with (
        pytest.raises(OSError, match="no space left"),
        (tmp_path / "x.zip").open("w+b") as file,
        archive.writer(file) as writer,
    ):
        writer.add("tables/x.jsonl", failing())
    assert writer.zip.fp is None
