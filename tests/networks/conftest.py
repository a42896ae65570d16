import datetime

import pytest
from django.contrib.auth.models import Permission

TODAY = datetime.date(2026, 2, 26)


@pytest.fixture
def today(monkeypatch):
    """The clock of the portal stands at 26 February 2569."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: TODAY)
    return TODAY


@pytest.fixture
def colleague(client, django_user_model):
    """A client of an officer with these rights and no others: `colleague("view_person")`."""

    def sign_in(*rights):
        user = django_user_model.objects.create_user("wichai", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client

    return sign_in
