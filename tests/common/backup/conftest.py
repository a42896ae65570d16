import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils import translation

from networks.models import Organization


@pytest.fixture(autouse=True)
def thai():
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    """Uploads and backups of one test."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path


@pytest.fixture
def backups(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def upload(settings):
    """A function that puts a file among the uploads."""

    def put(name, text="ประชุมใหญ่สามัญ"):
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return put


@pytest.fixture
def portal(transactional_db):
    """A portal whose transactions end; a flushed database has no content types, the portal makes
    them with its tables."""
    ContentType.objects.clear_cache()
    ContentType.objects.get_for_model(Organization)


@pytest.fixture
def emptied(portal):
    """A function that empties the portal, as one that was just set up."""

    def empty():
        call_command("flush", interactive=False, verbosity=0)
        ContentType.objects.clear_cache()

    return empty
