"""A backup comes back as it was, or nothing changes."""

import datetime

import pytest
from django.conf import settings

from loei_coop.common.backup import making, restoring
from loei_coop.common.models import ChangeSet
from networks.models import Organization, Person
from tests.factories import appoint, make_district, make_organization, make_person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backup(backups, emptied):
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
    upload("หลักฐาน/รายงานการประชุม.txt")
    made = making.make(backups)
    emptied()
    upload("หลักฐาน/รายงานการประชุม.txt").unlink()
    return made


def upload(name, text="ประชุมใหญ่สามัญ"):
    path = settings.MEDIA_ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_backup_comes_back_into_an_empty_portal_with_the_same_hashes(backup, backups):
    restored = restoring.restore(backup.path, replace=False, backups=backups)
    again = making.make(backups)
    assert (again.manifest.tables, again.manifest.uploads) == (
        backup.manifest.tables,
        backup.manifest.uploads,
    )
    assert restored.former is None
    assert Organization.objects.get().name == "สหกรณ์การเกษตรท่าลี่ จำกัด"
    assert Person.objects.get().history.count() == 1
    assert ChangeSet.objects.exists()


def test_uploads_come_back_with_their_thai_names(backup, backups):
    restoring.restore(backup.path, replace=False, backups=backups)
    path = settings.MEDIA_ROOT / "หลักฐาน/รายงานการประชุม.txt"
    assert path.read_text() == "ประชุมใหญ่สามัญ"
    assert {path.name for path in settings.DATA_DIR.iterdir()} == {"backups", "uploads"}
