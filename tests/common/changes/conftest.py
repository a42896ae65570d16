import pytest
from django.contrib.auth.models import Permission


@pytest.fixture
def malee(client, django_user_model):
    """A colleague in the admin, with the rights that a test gives her."""
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    client.force_login(malee)
    return malee


@pytest.fixture
def allow(malee):
    def give(*rights):
        malee.user_permissions.add(*Permission.objects.filter(codename__in=rights))

    return give
