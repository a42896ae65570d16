from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models.assessment_round import AssessmentRound
from governance.querysets import MeetingQuerySet
from loei_coop.common.frozen import FrozenModel
from loei_coop.thai.django.dates import show_day
from loei_coop.thai.django.fields import ThaiDateField
from networks.models import Person


class WorkingGroupMeeting(FrozenModel):
    """A meeting of the province's working group, which confirms results; once it has confirmed one,
    it does not change."""

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

    objects = MeetingQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
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

    def why_frozen(self):
        return gettext(
            "The meeting %(meeting)s has confirmed results, so it can no longer change."
        ) % {"meeting": self}
