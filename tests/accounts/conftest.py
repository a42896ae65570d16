import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.utils import timezone

PASSWORD = "ภูกระดึง-1234"


@pytest.fixture
def malee(django_user_model):
    """A manager without e-mail."""
    return django_user_model.objects.create_user(
        "malee", password=PASSWORD, first_name="มาลี", last_name="ใจงาม"
    )


@pytest.fixture
def wichai(django_user_model):
    """Another officer's account, with e-mail."""
    return django_user_model.objects.create_user(
        "wichai", "wichai@example.go.th", PASSWORD, is_staff=True
    )


@pytest.fixture
def production(settings):
    settings.LOCAL = False
    return settings


def sign_in(client, name, password=PASSWORD, *, address="192.0.2.7", **values):
    return client.post(
        "/account/login/",
        {"login": name, "password": password, **values},
        REMOTE_ADDR=address,
    )


def signed_in(name, **values):
    client = Client()
    assert sign_in(client, name, **values).status_code == 302
    return client


def is_signed_in(client):
    return client.get("/account/").status_code == 200


def page_of(response):
    return response.content.decode()


def give_factor(user):
    """(secret, recovery codes) of a second step that this user has from now on."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret, RecoveryCodes.activate(user).get_unused_codes()


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))
