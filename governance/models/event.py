from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.models.assessment import Assessment, user_field
from loei_coop.common.models.authored import authorship
from loei_coop.thai.django.dates import show_moment


class AssessmentEvent(models.Model):
    """One step of an assessment: written by `governance.events`, never edited."""

    class Kind(models.TextChoices):
        STARTED = "started", _("started")
        CARRIED_OVER = "carried", _("started from last year's answers")
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("more information asked for")
        RESUBMITTED = "resubmitted", _("submitted again")
        ASSIGNED = "assigned", _("reviewer chosen")
        REVIEWED = "reviewed", _("reviewed, result recommended")
        REVIEW_CHANGED = "changed", _("review changed after the recommendation")
        CONFIRMED = "confirmed", _("confirmed by the working group")
        ABSENT = "absent", _("does not take part this year")
        REJOINED = "rejoined", _("takes part after all")
        WITHDRAWN = "withdrawn", _("withdrawn")
        EXTENDED = "extended", _("time extended")
        PAPER_RECEIVED = "paper", _("paper form entered")
        HANDED_OVER = "handover", _("handed over")
        RECONSIDERATION_ASKED = "asked", _("asked to reconsider")
        RECONSIDERATION_DECIDED = "decided", _("request to reconsider decided")
        EVIDENCE_ADDED = "evidence", _("evidence added")
        EVIDENCE_REMOVED = "no-evidence", _("evidence removed")
        LEFT_OUT = "left-out", _("category not assessed this year")
        TAKEN_IN = "taken-in", _("category assessed after all")
        ANNOUNCED = "announced", _("announced")
        CALLED_OFF = "called-off", _("announcement called off")

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("assessment"), on_delete=models.PROTECT, related_name="events"
    )
    kind = models.CharField(_("what"), max_length=11, choices=Kind)
    happened_at = models.DateTimeField(_("when"), default=timezone.now)
    made_by = user_field(_("who"))
    on_behalf_of = user_field(_("on whose behalf"))
    reason = models.TextField(_("reason"), blank=True)
    detail = models.JSONField(_("detail"), default=dict, blank=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("step of an assessment")
        verbose_name_plural = _("steps of assessments")
        default_permissions = ("view",)
        ordering = ["happened_at", "pk"]

    def __str__(self):
        return f"{show_moment(self.happened_at)} {self.get_kind_display()}"

    @property
    def category(self) -> str:
        """The one it is about, as it was called then."""
        return " ".join(self.detail[name] for name in ("category", "name") if name in self.detail)

    @property
    def authorship(self) -> str:
        return authorship(self.made_by, self.on_behalf_of) if self.made_by else ""
