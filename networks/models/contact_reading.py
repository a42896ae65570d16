from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from loei_coop.thai.django.dates import show_moment
from networks.models.person import Person
from networks.querysets import ContactReadingQuerySet


class ContactReading(models.Model):
    """An officer was shown a person's private telephone or e-mail: written by
    `networks.contact_log`, never edited; once a day for each officer, person and place."""

    class Where(models.TextChoices):
        PERSON = "person", _("page of the person")
        EXPORT = "export", _("list of persons as a file")
        IMPORT = "import", _("preview of a list to be imported")
        CALL_LIST = "call-list", _("call list")
        CODES = "codes", _("page of new first-use codes")
        HELD_DATA = "held-data", _("all that is held on the person")

    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="contact_readings",
    )
    person_code = models.CharField(
        _("code of the person"), max_length=40, help_text=_("Stays when the record goes.")
    )
    where = models.CharField(_("where"), max_length=9, choices=Where)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("read by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    read_by_name = models.CharField(
        _("read by, user name at that time"),
        max_length=150,
        help_text=_("Stays when the account goes."),
    )
    read_at = models.DateTimeField(_("first read on that day"), default=timezone.now)
    read_on = models.DateField(_("day"), default=timezone.localdate)

    objects = ContactReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading of private contacts")
        verbose_name_plural = _("readings of private contacts")
        default_permissions = ["view"]
        ordering = ["-read_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "read_by", "where", "read_on"], name="contactreading_once_a_day"
            )
        ]

    def __str__(self):
        return f"{show_moment(self.read_at)} {self.person_code} {self.read_by_name}"
