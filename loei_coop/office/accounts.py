"""The accounts of a new portal: the officer's, and a sample manager's to try the desk with."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from networks.access import new_account
from networks.models import Appointment

USERNAME = "office"
SAMPLE_MANAGER = "sample-p-022"
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


@transaction.atomic
def create_sample_manager() -> tuple[str, str] | None:
    """(user name, password) of the account, once: None where the samples were not loaded."""
    held = Appointment.objects.giving_access().filter(is_sample=True, person__user=None)
    appointment = held.filter(person__code=SAMPLE_MANAGER).with_names().first()
    if appointment is None:
        return None
    person, password = appointment.person, new_password()
    person.user = new_account(person, appointment.organization.code)
    person.user.set_password(password)
    person.user.save()
    with recording(ChangeSet.Source.COMMAND, reason="quickstart"):
        person.save(update_fields=["user"])
    return person.user.username, password
