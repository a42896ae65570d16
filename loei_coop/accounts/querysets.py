from django.contrib.auth import models as auth_models
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class UserQuerySet(models.QuerySet):
    def known_as(self, text: str):
        """The account that signs in with this user name or e-mail address, or None.

        Phones write the first letter large: case counts only where it tells two accounts apart.
        An address that several accounts have opens none of them.
        """
        text = text.strip()
        if not text:
            return None
        return (
            self.filter(username=text).first()
            or self.only_one(username__iexact=text)
            or self.only_one(email__iexact=text)
        )

    def only_one(self, **values):
        found = self.filter(**values)[:2]
        return found[0] if len(found) == 1 else None


class UserManager(auth_models.UserManager.from_queryset(UserQuerySet)):
    pass


class AccountEventQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)

    def backup_checks(self):
        kinds = self.model.Kind
        return self.filter(kind__in=[kinds.BACKUP_CHECKED, kinds.BACKUP_DAMAGED])


class SignedInQuerySet(models.QuerySet):
    def alive(self):
        return self.filter(session__expire_date__gt=timezone.now())

    def of(self, user):
        return self.filter(user=user).order_by("-started_at", "pk")

    def in_session(self, session_key: str | None):
        return self.filter(session_id=session_key)

    def apart_from(self, session_key: str | None):
        return self.exclude(session_id=session_key) if session_key else self


class ActivationCodeQuerySet(models.QuerySet):
    def waiting(self):
        """Neither used nor revoked; it may be too late for it, or it may be locked."""
        return self.filter(used_at=None, revoked_at=None)

    def in_state(self, state: str):
        """As `ActivationCode.state` says it, in SQL; the first that is true counts."""
        lapsed = Q(expires_at__lte=timezone.now())
        locked = Q(failed_tries__gte=F("tries_allowed"))
        waiting = Q(used_at=None, revoked_at=None)
        return self.filter(
            {
                "used": Q(used_at__isnull=False),
                "revoked": Q(used_at=None, revoked_at__isnull=False),
                "locked": waiting & locked,
                "expired": waiting & lapsed & ~locked,
                "waiting": waiting & ~lapsed & ~locked,
            }[state]
        )

    def with_people(self):
        return self.select_related("user", "issued_by")


class WrongCodeQuerySet(models.QuerySet):
    def recent_from(self, address_key: str, *, since):
        return self.filter(address_key=address_key, tried_at__gte=since)

    def before(self, moment):
        return self.filter(tried_at__lt=moment)
