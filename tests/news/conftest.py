import pytest

from tests.news.factories import make_account, make_head
from tests.news.public import NINE


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.DATA_DIR = tmp_path


@pytest.fixture
def at(monkeypatch):
    """Sets the clock."""

    def set_clock(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return set_clock


@pytest.fixture
def nine(at):
    at(NINE)


@pytest.fixture
def malee(db):
    """Writes the news."""
    return make_account("malee", "press-officer")


@pytest.fixture
def somsri(db):
    """Publishes."""
    return make_account("somsri", "publisher")


@pytest.fixture
def pranee(db):
    """Heads the office."""
    return make_head()


@pytest.fixture
def wichai(db):
    """An officer who has nothing to do with the news."""
    return make_account("wichai", "reviewer")


@pytest.fixture
def press(client, malee):
    """A client in which the press officer has signed in."""
    client.force_login(malee)
    return client
