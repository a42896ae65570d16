"""A backup comes back as it was, or nothing changes."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction

from loei_coop.accounts.models import SignedIn, User
from loei_coop.common.backup import files, making, restoring, target, uploads
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.models import ChangeSet
from networks.models import Organization, Person
from tests.factories import appoint, make_district, make_organization, make_person

pytestmark = pytest.mark.django_db(transaction=True)

UPLOAD = "หลักฐาน/รายงานการประชุม.txt"


@pytest.fixture
def backup(backups, emptied, upload):
    """Of a portal with a cooperative, its manager and an upload; the portal is empty again."""
    district = make_district("นาด้วง", area_km2="590.25")
    cooperative = make_organization(
        "สหกรณ์การเกษตรท่าลี่ จำกัด",
        district=district,
        registered_on=datetime.date(1975, 6, 1),
        business_lines=["credit"],
        share_capital="1234567.80",
        counted_on=datetime.date(2025, 3, 31),
    )
    appoint(make_person("สมชาย", phone_public=True), at=cooperative)
    path = upload(UPLOAD)
    made = making.make(backups)
    emptied()
    path.unlink()
    return made


@pytest.fixture
def restore(backup, backups):
    """A function that restores this backup, or another."""

    def restore(path=backup.path, *, replace=False):
        return restoring.restore(path, replace=replace, backups=backups)

    return restore


def refusal(restore, *arguments, **options):
    with pytest.raises(BackupError) as refused:
        restore(*arguments, **options)
    return str(refused.value)


def state():
    """All that a restore could change."""
    names = [uploads.name_of(path) for path in uploads.files()]
    rows = list(Organization.objects.values_list("name", flat=True))
    return names, rows, User.objects.count(), ContentType.objects.count()


def test_it_comes_back_into_an_empty_portal_with_the_same_hashes(backup, restore, backups):
    restored = restore()
    again = making.make(backups)
    assert (again.manifest.tables, again.manifest.uploads) == (
        backup.manifest.tables,
        backup.manifest.uploads,
    )
    assert restored.former is None
    assert Organization.objects.get().name == "สหกรณ์การเกษตรท่าลี่ จำกัด"
    assert Person.objects.get().history.count() == 1
    assert ChangeSet.objects.exists()


def test_uploads_come_back_with_their_thai_names(restore, settings):
    restore()
    assert (settings.MEDIA_ROOT / UPLOAD).read_text() == "ประชุมใหญ่สามัญ"
    assert {path.name for path in settings.DATA_DIR.iterdir()} == {"backups", "uploads"}


def test_the_next_record_gets_the_next_number(backup, restore):
    restore()
    last = backup.manifest.tables["networks.person"].last_number
    assert make_person("สมศรี").pk > last >= Person.objects.earliest("pk").pk


def test_nobody_is_signed_in_after_a_restore(client, backups, emptied):
    """Who is signed in while the backup is made does not stand in the way of the restore."""
    client.force_login(User.objects.create_superuser("somsri", password="x"))
    made = making.make(backups)
    restoring.restore(made.path, replace=True, backups=backups)
    assert User.objects.get().username == "somsri"
    assert not Session.objects.exists()
    assert not SignedIn.objects.exists()


def test_what_the_portal_remembered_of_former_data_is_forgotten(restore):
    cache.set("count", 1)
    restore()
    assert cache.get("count") is None


# A portal that is not empty


def test_records_are_not_replaced_unasked(restore):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    before = state()
    assert refusal(restore) == (
        "ระบบนี้มีข้อมูลอยู่แล้ว จึงไม่ได้เปลี่ยนแปลงข้อมูลใด ๆ หากต้องการแทนที่ข้อมูลเดิม โปรดเติม --replace "
        "ท้ายคำสั่ง ระบบจะสำรองข้อมูลเดิมไว้ให้ก่อน"
    )
    assert state() == before


def test_uploads_alone_are_not_replaced_either(restore, upload):
    upload("ภาพ.jpg")
    assert refusal(restore).startswith("ระบบนี้มีข้อมูลอยู่แล้ว")
    assert state() == (["ภาพ.jpg"], [], 0, ContentType.objects.count())


def test_a_second_restore_is_refused(restore):
    restore()
    assert refusal(restore).startswith("ระบบนี้มีข้อมูลอยู่แล้ว")


def test_what_is_replaced_is_kept_and_can_be_restored(restore, upload):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    upload("ภาพ.jpg")
    before = state()
    former = restore(replace=True).former
    assert Organization.objects.get().name == "สหกรณ์การเกษตรท่าลี่ จำกัด"
    restore(former.path, replace=True)
    assert state() == before


def test_the_former_data_are_kept_while_nobody_can_write(restore, monkeypatch):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    held = []
    monkeypatch.setattr(
        making, "make", lambda backups: held.append(connection.in_atomic_block) or "former"
    )
    assert restore(replace=True).former == "former"
    assert held == [True]


@pytest.mark.postgres
def test_held_tables_are_read_but_not_written():
    with transaction.atomic():
        target.hold([Organization, Person])
        with connection.cursor() as cursor:
            cursor.execute("SELECT DISTINCT mode FROM pg_locks JOIN pg_class ON oid = relation")
            assert ("ExclusiveLock",) in cursor.fetchall()


# Whatever goes wrong


@pytest.mark.parametrize("replace", [False, True])
def test_a_damaged_file_changes_nothing(backup, restore, replace):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    before = state()
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)
    assert refusal(restore, replace=replace) == (
        "ไฟล์สำรองข้อมูลชำรุดหรือไม่ครบถ้วน โปรดใช้ไฟล์สำรองข้อมูลอื่น ระบบไม่ได้เปลี่ยนแปลงข้อมูลใด ๆ"
    )
    assert state() == before


def failing_after(monkeypatch, owner, name, error):
    """The function does what it does, and then the disk or the database fails."""
    act = getattr(owner, name)

    def fail(*arguments):
        act(*arguments)
        raise error

    monkeypatch.setattr(owner, name, fail)


@pytest.mark.parametrize(
    ("owner", "name", "error", "sentence"),
    [
        (uploads.Staged, "unpack", OSError(28, "full"), "วางไฟล์ไม่สำเร็จ"),
        (restoring, "empty", IntegrityError("broken"), "ฐานข้อมูลไม่รับข้อมูลนี้"),
        (restoring, "insert", ValueError("NUL"), "ฐานข้อมูลไม่รับข้อมูลนี้"),
        (uploads.Staged, "exchange", IntegrityError("commit"), "ฐานข้อมูลไม่รับข้อมูลนี้"),
    ],
)
def test_a_failure_at_any_step_changes_nothing(
    restore, upload, monkeypatch, owner, name, error, sentence
):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    upload("ภาพ.jpg")
    before = state()
    failing_after(monkeypatch, owner, name, error)
    assert refusal(restore, replace=True).startswith(f"{sentence} ระบบไม่ได้เปลี่ยนแปลงข้อมูลใด ๆ")
    assert state() == before


def test_a_table_that_came_out_otherwise_changes_nothing(restore, monkeypatch):
    before = state()
    insert = restoring.insert
    monkeypatch.setattr(restoring, "insert", lambda model, rows, alias: insert(model, [], alias))
    assert "ไม่ตรงกับไฟล์สำรองข้อมูล" in refusal(restore)
    assert state() == before


def test_no_restore_begins_while_a_backup_is_being_made(restore):
    make_organization("สหกรณ์ออมทรัพย์ครูเลย จำกัด")
    before = state()
    with files.alone():
        assert refusal(restore, replace=True)
    assert state() == before


def test_data_that_cannot_be_brought_up_to_date_are_told_and_logged(restore, monkeypatch, caplog):
    def stop(*arguments, **options):
        raise RuntimeError("two networks have the number 1")

    monkeypatch.setattr(restoring, "call_command", stop)
    assert refusal(restore) == (
        "กู้คืนข้อมูลแล้ว แต่ปรับปรุงให้เป็นรุ่นปัจจุบันไม่สำเร็จ: two networks have the number 1"
    )
    assert Organization.objects.count() == 1
    assert [record.name for record in caplog.records] == ["loei_coop.common.backup.restoring"]


# Another secret


def test_another_secret_is_told(restore, settings):
    settings.SECRET_KEY = "another"
    assert restore().has_other_secret


def test_the_same_secret_is_not_worth_a_word(restore):
    assert not restore().has_other_secret
