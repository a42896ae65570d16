from django.contrib.auth.models import AbstractUser

from loei_coop.accounts.querysets import UserManager


class User(AbstractUser):
    """Somebody who signs in. Whom the account belongs to in the register is said by
    networks.Person; what it may do follows from that person's appointments."""

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"

    def __str__(self):
        return self.get_full_name() or self.username
