from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone

from loei_coop.accounts.querysets import SignedInQuerySet


class SignedIn(models.Model):
    """Whose session it is and where it was begun; it goes with the session."""

    # Its key opens the door: pages name the row by its own number.
    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="signed_in")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="signed_in"
    )
    started_at = models.DateTimeField(default=timezone.now)
    address = models.GenericIPAddressField(null=True)
    browser = models.CharField(max_length=300)

    objects = SignedInQuerySet.as_manager()

    class Meta:
        default_permissions = []

    def __str__(self):
        return f"{self.user} {self.started_at:%Y-%m-%d %H:%M}"
