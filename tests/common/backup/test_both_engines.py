"""Real commands on databases of their own: from one engine to the other and back."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection

from loei_coop.accounts import sealing
from loei_coop.accounts.models import AccountEvent, User
from loei_coop.common import records
from loei_coop.common.backup import checking, files, making

ROOT = settings.BASE_DIR


class Portal:
    """A portal on another machine: a data folder and a database."""

    def __init__(self, folder, url=None):
        self.folder = folder
        self.url = url or f"sqlite:///{folder}/db.sqlite3"

    def run(self, *arguments):
        environment = {**os.environ, "DATA_DIR": str(self.folder), "DATABASE_URL": self.url}
        command = [sys.executable, ROOT / "manage.py", *map(str, arguments)]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT
        )

    def must(self, *arguments):
        process = self.run(*arguments)
        assert process.returncode == 0, process.stderr
        return process.stdout

    def backup(self):
        self.must("backup")
        return files.newest_first(self.folder / "backups")[0]

    def holds(self, manifest):
        """The same rows, numbers and uploads, by their hashes."""
        own = checking.check(self.backup())
        return (own.tables, own.uploads) == (manifest.tables, manifest.uploads)


@pytest.fixture
def sqlite_portal(tmp_path):
    return Portal(tmp_path / "on-sqlite")


@pytest.fixture
def postgres_portal(tmp_path):
    """On a second, empty database of the test's server."""
    name = "another_portal"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    yield Portal(tmp_path / "on-postgres", url)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def everything(portal, upload):
    """All records with their samples, and an officer with group, second step and events."""
    records.load(with_samples=True)
    officer = User.objects.create_user("somsri", password="x", is_staff=True)
    officer.groups.add(Group.objects.get(name="administrator"))
    officer.authenticator_set.create(type="totp", data={"secret": sealing.seal("ABCDEFGH")})
    upload("หลักฐาน/ภาพ.jpg", "ภาพ" * 100_000)
    assert AccountEvent.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_all_records_go_to_sqlite_and_back_with_the_same_hashes(
    everything, backups, sqlite_portal, postgres_portal
):
    here = making.make(backups)
    sqlite_portal.must("restore", here.path)
    assert sqlite_portal.holds(here.manifest)
    postgres_portal.must("restore", sqlite_portal.backup())
    assert postgres_portal.holds(here.manifest)
    assert here.manifest.rows > 1000


def test_a_backup_from_before_an_update_is_brought_up_to_date(tmp_path, sqlite_portal):
    older = Portal(tmp_path / "older")
    older.must("shell", "-v0", "-c", OLDER)
    path = older.backup()
    sqlite_portal.must("restore", path)
    sqlite_portal.must("migrate", "--check")
    told = sqlite_portal.must("shell", "-v0", "-c", TELL)
    assert told == "somsri administrator\n"


OLDER = """
from django.core.management import call_command
for app, name in [("networks", "0001"), ("common", "0001"), ("accounts", "0001"), ("mfa", None),
                  ("account", None), ("sessions", None), ("site", "0001")]:
    call_command("migrate", app, *filter(None, [name]), verbosity=0)
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.loader import MigrationLoader
apps = MigrationLoader(connection).project_state([("accounts", "0001_initial")]).apps
user = apps.get_model("accounts", "User").objects.create(username="somsri", password="x")
user.groups.add(Group.objects.get(name="administrator").pk)
"""
TELL = """
from loei_coop.accounts.models import User
user = User.objects.get()
print(user.username, user.groups.get().name)
"""


def test_a_refused_restore_ends_with_exit_code_1_and_a_thai_sentence(tmp_path, sqlite_portal):
    (tmp_path / "x.zip").write_text("ทะเบียน")
    process = sqlite_portal.run("restore", tmp_path / "x.zip")
    assert process.returncode == 1
    assert process.stderr == (
        "CommandError: ไฟล์นี้ไม่ใช่ไฟล์สำรองข้อมูลของระบบ ระบบไม่ได้เปลี่ยนแปลงข้อมูลใด ๆ\n"
    )
