from django.db import models
from django.db.models import F, Q
from django.utils import timezone


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
