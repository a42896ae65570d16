from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.assessment_round import AssessmentRound
from loei_coop.thai.django.dates import show_day
from loei_coop.thai.django.fields import ThaiDateField
from networks.models import Person


class WorkingGroupMeeting(models.Model):
    """A meeting of the province's working group, which confirms results."""

    round = models.ForeignKey(
        AssessmentRound,
        verbose_name=_("assessment round"),
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    number = models.CharField(_("number of the meeting"), max_length=30)
    held_on = ThaiDateField(_("day of the meeting"))
    members = models.ManyToManyField(
        Person, verbose_name=_("members present"), related_name="working_group_meetings"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("meeting of the working group")
        verbose_name_plural = _("meetings of the working group")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "number"],
                name="workinggroupmeeting_number_once",
                violation_error_message=_("A meeting with this number is there already."),
            )
        ]

    def __str__(self):
        return f"{self.number} ({show_day(self.held_on)})"
