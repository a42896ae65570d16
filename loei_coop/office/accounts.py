"""The officer's account of a new portal."""

import secrets

from django.contrib.auth import get_user_model

USERNAME = "office"
# Without signs that look alike on paper or on a screen.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Three groups of four: 59 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))


def create_first_officer() -> str | None:
    """The password of the account `office`, once: None if the portal has accounts already."""
    users = get_user_model().objects
    if users.exists():
        return None
    password = new_password()
    users.create_superuser(USERNAME, password=password)
    return password
