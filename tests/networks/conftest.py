import datetime

import pytest

TODAY = datetime.date(2026, 2, 26)


@pytest.fixture
def today(monkeypatch):
    """The clock of the portal stands at 26 February 2569."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: TODAY)
    return TODAY
