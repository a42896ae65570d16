"""Two requests of one session notice at the same moment that acting is over."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from loei_coop.accounts.models import AccountEvent
from loei_coop.common import acting
from networks.models import Organization
from tests.desk.conftest import signed_in
from tests.desk.people import HOME

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def content_types():
    """A flushed database has none; the portal makes them with its tables."""
    ContentType.objects.get_for_model(Organization)


@pytest.fixture
def two_windows(wichai, malee):
    """Of one browser, in which acting for Malee began three hours ago."""
    windows = [signed_in(wichai), signed_in(wichai)]
    session = windows[0].session
    begun = {"user": malee.pk, "organization": "0005", "reason": "", "at": time.time() - 10_800}
    session[acting.KEY] = begun
    session.save()
    windows[1].cookies = windows[0].cookies
    return windows


def test_the_end_is_written_once(two_windows):
    start = threading.Barrier(2, timeout=30)

    def look(window):
        try:
            start.wait()
            return window.get(HOME).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        assert list(threads.map(look, two_windows)) == [404, 404]
    assert AccountEvent.objects.filter(kind="acting-ended").count() == 1
