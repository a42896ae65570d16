from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AuthoredQuerySet(models.QuerySet):
    def with_authors(self):
        return self.select_related("made_by", "on_behalf_of")

    def to_confirm_by(self, user):
        """Entered by an officer for this user, who has not looked at it yet."""
        return self.to_confirm().filter(on_behalf_of=user)

    def to_confirm(self):
        """Entered by an officer for whoever has not looked at it yet."""
        return self.filter(on_behalf_of__isnull=False, confirmed_at=None)


class AuthoredModel(models.Model):
    """Who entered it and when; if an officer did so for a caller, for whom, and when that person
    has looked at it and agreed."""

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("entered"), default=timezone.now)
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("on whose behalf"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(
        _("confirmed by the person it was entered for"), null=True, blank=True
    )

    class Meta:
        abstract = True

    @property
    def author(self):
        """Whose entry it is: the person it was entered for, or who entered it."""
        return self.on_behalf_of or self.made_by

    @property
    def authorship(self) -> str:
        return authorship(self.made_by, self.on_behalf_of)

    @property
    def waits_for_confirmation(self) -> bool:
        return self.on_behalf_of_id is not None and self.confirmed_at is None


def authorship(made_by, on_behalf_of) -> str:
    """ "Entered by X" or "Entered by X on behalf of Y"; names are kept together."""
    if on_behalf_of is None:
        return gettext("Entered by %(person)s") % {"person": made_by}
    names = {"officer": made_by, "person": on_behalf_of}
    return gettext("Entered by %(officer)s on behalf of %(person)s") % names
