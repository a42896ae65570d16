"""What the sign-in of django-allauth does our way."""

import base64
import secrets

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib.auth import get_user_model
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts import events, limits, sealing
from loei_coop.accounts.models import AccountEvent
from loei_coop.common.client import line

WRONG_CODE = _(
    "This code does not fit. Enter the six digits that the app shows now, or a recovery code that "
    "was not used yet."
)
TOO_MANY = format_lazy(
    _(
        "There were too many tries. Please wait {minutes} minutes, then try again. Until then "
        "nothing is checked here, not even the right password."
    ),
    minutes=settings.SIGN_IN_MINUTES,
)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from the office; the door counts by account and address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "User name and password do not fit together. Nothing was changed; please try again. "
            "If you forgot the password, the office gives you a new one."
        ),
        "incorrect_password": _("This is not your password. Please try again."),
        "enter_current_password": _("This is not your present password. Please try again."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return line(request)

    def get_login_stages(self):
        return ["allauth.mfa.stages.AuthenticateStage"]

    def pre_authenticate(self, request, **credentials):
        name = credentials.get("username", "")
        if not limits.may_try(request, name):
            self.note_refusal(request, name)
            raise self.validation_error("too_many_login_attempts")

    def note_refusal(self, request, name):
        if limits.is_news(request, name):
            user = get_user_model().objects.known_as(name)
            events.record(AccountEvent.Kind.SIGN_IN_BLOCKED, user, request=request)

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user:
            limits.forgive(request, credentials.get("username", ""))
        return user

    def get_reauthentication_methods(self, user):
        """Whoever has a second step confirms with it: the password alone would not do."""
        methods = super().get_reauthentication_methods(user)
        stronger = [method for method in methods if method["id"] == "mfa_reauthenticate"]
        return stronger or methods

    def get_login_redirect_url(self, request):
        return resolve_url("admin:index" if request.user.is_staff else settings.LOGIN_REDIRECT_URL)

    def get_logout_redirect_url(self, request):
        return reverse("account_login")

    def get_password_change_redirect_url(self, request):
        return reverse("account_home")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets are sealed before they are stored; the picture is drawn without inline style."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def encrypt(self, text):
        return sealing.seal(text)

    def decrypt(self, encrypted_text):
        """What another SECRET_KEY sealed, as after a restore on another computer, fits no code;
        an administrator resets it."""
        try:
            return sealing.unseal(encrypted_text)
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def get_totp_label(self, user):
        return user.username

    def build_totp_svg(self, url):
        drawn = segno.make(url, error="m").svg_inline(
            scale=5, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None
        )
        return mark_safe(drawn)  # noqa: S308 drawn from an address that holds no markup
