"""The second step of signing in: who has one, who must, and what to do when it is lost."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from loei_coop.accounts import events, permissions, sessions
from loei_coop.accounts.models import AccountEvent


def has_one(user) -> bool:
    return of(user).exists()


def set_up_at(user):
    return of(user).values_list("created_at", flat=True).first()


def of(user):
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)


def is_required(user) -> bool:
    """In production, of officers who publish or confirm."""
    return not settings.LOCAL and permissions.publishes(user)


@transaction.atomic
def reset(user, *, made_by=None) -> bool:
    """Takes the second step and its recovery codes off; whoever is signed in must sign in again.
    False where there was none."""
    removed, _rows = Authenticator.objects.filter(user=user).delete()
    if removed:
        events.record(AccountEvent.Kind.FACTOR_RESET, user, made_by=made_by)
        sessions.end_all(user)
    return bool(removed)
