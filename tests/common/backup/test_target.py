"""Into which database a backup may go."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from loei_coop.common.backup import schema, target
from loei_coop.common.backup.errors import BackupError
from loei_coop.common.backup.manifest import Table
from tests.common.backup.archives import new_manifest
from tests.factories import make_agency

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loader(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return MigrationLoader(connection)


def manifest_of(loader, migrations):
    models = schema.kept(schema.all_models(loader, migrations))
    tables = {
        model._meta.label_lower: Table(target.columns_of(model), 0, "", None) for model in models
    }
    return new_manifest(migrations=migrations, tables=tables)


def test_tables_of_the_same_portal_fit(loader):
    models = target.prepare(manifest_of(loader, schema.latest(loader)))
    assert {"networks.person", "sessions.session"} <= {m._meta.label_lower for m in models}


def test_columns_that_no_portal_ever_had_are_refused(loader):
    manifest = manifest_of(loader, schema.latest(loader))
    manifest.tables["networks.person"].columns.append("password")
    with pytest.raises(BackupError, match="ไฟล์สำรองข้อมูลชำรุดหรือไม่ครบถ้วน"):
        target.prepare(manifest)


def test_a_backup_of_a_newer_portal_is_refused(loader):
    manifest = new_manifest(migrations={"networks": ["9999_later"]})
    with pytest.raises(BackupError, match="ข้อมูลนี้มาจากระบบรุ่นที่ใหม่กว่า"):
        target.prepare(manifest)


def test_a_backup_of_an_older_portal_asks_for_a_database_of_its_own(loader):
    manifest = manifest_of(loader, {"contenttypes": ["0001_initial"]})
    with pytest.raises(BackupError, match="ไฟล์สำรองข้อมูลนี้สร้างจากระบบรุ่นเก่ากว่า"):
        target.prepare(manifest)


def test_a_database_that_is_behind_is_to_be_brought_up_to_date_first(loader, monkeypatch):
    manifest = manifest_of(loader, schema.latest(loader))
    monkeypatch.setattr(schema, "latest", lambda loader: {"networks": ["0001_initial"]})
    with pytest.raises(BackupError, match="ฐานข้อมูลยังไม่เป็นรุ่นปัจจุบัน"):
        target.prepare(manifest)


def test_a_database_of_something_else_is_left_alone(loader, monkeypatch):
    manifest = manifest_of(loader, schema.latest(loader))
    monkeypatch.setattr(schema, "latest", lambda loader: {})
    with pytest.raises(BackupError, match="ฐานข้อมูลนี้มีตารางของระบบอื่นอยู่"):
        target.prepare(manifest)


def test_what_the_set_up_makes_is_no_data(loader):
    models = schema.all_models(loader, schema.latest(loader))
    assert not target.has_data(models)
    make_agency()
    assert target.has_data(models)


def test_an_upload_is_data(upload):
    upload("ภาพ.jpg")
    assert target.has_data([])
