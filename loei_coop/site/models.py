import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Within which the office answers a request about personal data (PDPA, s. 30).
DAYS_TO_ANSWER = 30


class ReceivedQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(handled_at=None)

    def recent_from(self, address_key: str, *, since):
        return self.filter(address_key=address_key, received_at__gte=since)

    def with_address_before(self, moment):
        return self.filter(received_at__lt=moment).exclude(address_key="")


class Received(models.Model):
    """What a visitor wrote to the office. Read by officers only."""

    received_at = models.DateTimeField(
        pgettext_lazy("from a visitor", "received"), default=timezone.now, db_index=True
    )
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handled by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    # Not the address itself: enough to count how often one of them writes.
    address_key = models.CharField(max_length=64, editable=False, db_index=True)

    objects = ReceivedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-received_at"]


class ErrorReport(Received):
    """What a visitor found wrong on a page."""

    page = models.CharField(_("page"), max_length=300)
    message = models.TextField(_("what is wrong"), max_length=2000)
    contact = models.CharField(
        _("how the office may answer"),
        max_length=200,
        blank=True,
        help_text=_("A telephone number or e-mail, if you wish an answer. Seen by officers only."),
    )

    class Meta(Received.Meta):
        abstract = False
        verbose_name = _("reported error")
        verbose_name_plural = _("reported errors")

    def __str__(self):
        return f"{self.page}: {self.message[:60]}"


class DataRequestQuerySet(ReceivedQuerySet):
    def overdue(self):
        """Waiting after the day on which the answer was due."""
        first_day = timezone.localdate() - datetime.timedelta(days=DAYS_TO_ANSWER)
        before = datetime.datetime.combine(first_day, datetime.time.min)
        return self.waiting().filter(received_at__lt=timezone.make_aware(before))


class DataRequest(Received):
    """What somebody asks about the personal data that the office keeps on her or him."""

    class Kind(models.TextChoices):
        SEE = "see", _("to see what is kept about me")
        CORRECT = "correct", _("to have it corrected")
        REMOVE = "remove", _("to have it removed")
        OBJECT = "object", _("to object to its use")
        WITHDRAW = "withdraw", _("to withdraw a consent")

    kind = models.CharField(_("what is asked"), max_length=8, choices=Kind)
    name = models.CharField(_("title, first name and last name"), max_length=200)
    contact = models.CharField(
        _("how the office reaches you"),
        max_length=200,
        help_text=_("A telephone number, e-mail or postal address. Used for the answer only."),
    )
    capacity = models.CharField(
        _("in what capacity you ask"),
        max_length=200,
        help_text=_("Such as: manager of a cooperative, former board member, for my mother."),
    )
    message = models.TextField(
        _("what it is about"),
        max_length=2000,
        help_text=_("Which data, and on which page if known. Write no identification number."),
    )
    note = models.TextField(
        _("note of the office"),
        max_length=2000,
        blank=True,
        help_text=_("How it was made sure who asks, what was done, when it was answered."),
    )

    objects = DataRequestQuerySet.as_manager()

    class Meta(Received.Meta):
        abstract = False
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")

    def __str__(self):
        return f"{self.name}: {self.get_kind_display()}"

    @property
    def due_on(self) -> datetime.date:
        """The last day for the answer."""
        received_on = timezone.localdate(self.received_at)
        return received_on + datetime.timedelta(days=DAYS_TO_ANSWER)
