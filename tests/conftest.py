import os
import shutil

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import translation

# Shared machines are slow at times: a test is judged by what it says, not by its pace.
hypothesis.settings.register_profile("portal", deadline=None)
hypothesis.settings.load_profile("portal")

ON_SQLITE = os.environ.get("LOEI_TEST_CHILD") == "SQLite"


def pytest_configure(config):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        # A file, as in use: two threads never meet on a database in memory.
        database.setdefault("TEST", {})["NAME"] = str(settings.DATA_DIR / "test.sqlite3")
        # What a test writes need not survive a power cut.
        durable = database["OPTIONS"]["init_command"]
        database["OPTIONS"]["init_command"] = durable.replace("synchronous=FULL", "synchronous=OFF")


def pytest_collection_modifyitems(config, items):
    """Some tests belong to the half that runs on PostgreSQL."""
    if not ON_SQLITE:
        return
    postgres_only = [item for item in items if needs_postgres(item)]
    config.hook.pytest_deselected(items=postgres_only)
    items[:] = [item for item in items if item not in postgres_only]


def needs_postgres(item):
    return {"browser", "postgres"} & set(item.keywords) or "icu_cursor" in item.fixturenames


def missing(what):
    """A person's machine may lack it; CI may not."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and in CI nothing is skipped")
    pytest.skip(f"{what} is not on this machine")


@pytest.fixture
def icu_cursor(db):
    """A cursor of a PostgreSQL that knows the Thai order of ICU."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_collation WHERE collname = 'th-x-icu'")
        if cursor.fetchone() is None:
            missing("PostgreSQL's collation th-x-icu")
        yield cursor


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    return path or missing("Chromium")


@pytest.fixture(scope="session")
def poppler():
    """Reads a PDF as people's readers do."""
    return shutil.which("pdftotext") or missing("poppler's pdftotext")


@pytest.fixture
def english():
    """The sentences of the code, whatever the catalogue makes of them."""
    with translation.override("en"):
        yield


@pytest.fixture
def officer(django_user_model):
    return django_user_model.objects.create_superuser("somsri", password="x")


@pytest.fixture
def office(client, officer):
    """A client in which the officer has signed in."""
    client.force_login(officer)
    return client


@pytest.fixture(scope="module")
def records(django_db_setup, django_db_blocker):
    """The portal's own records with samples, put in once a module and taken back."""
    from tests import loaded

    with django_db_blocker.unblock(), transaction.atomic():
        yield loaded.put()
        transaction.set_rollback(True)
