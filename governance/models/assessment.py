from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models.assessment_round import AssessmentRound
from governance.models.criteria import Category, share_field
from governance.models.level import Level
from governance.models.meeting import WorkingGroupMeeting
from governance.querysets import AssessmentQuerySet
from governance.states import State
from loei_coop.common.frozen import FrozenModel, FrozenQuerySet
from loei_coop.thai.django.fields import ThaiDateField
from networks.models import Organization
from networks.models.source import SourcedModel, local_name


def user_field(label, **values):
    """An account that stays named."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=label,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        **values,
    )


class Assessment(FrozenModel, SourcedModel):
    """What one organization says of itself in a round, and what became of it. Its state is
    written by `governance.workflow` alone; once confirmed, nothing of it changes."""

    round = models.ForeignKey(
        AssessmentRound,
        verbose_name=_("assessment round"),
        on_delete=models.PROTECT,
        related_name="assessments",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="assessments",
    )
    state = models.CharField(_("state"), max_length=11, choices=State, default=State.DRAFT)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    # Whose work it is at the organization; follows a handover.
    owner = user_field(_("looked after by"))
    reviewer = user_field(_("reviewer"))

    # The accounting year that its figures are of.
    accounting_year_end = ThaiDateField(_("accounting year ended on"), null=True, blank=True)
    is_year_closed = models.BooleanField(_("the accounts are closed"), null=True, blank=True)

    # The board's, recorded with the submission.
    resolution_number = models.CharField(
        _("number of the board's meeting"), max_length=60, blank=True
    )
    resolution_on = ThaiDateField(_("date of the board's meeting"), null=True, blank=True)

    absence_reason = models.TextField(_("why it does not take part"), blank=True, max_length=1000)
    # Only this organization's time; empty: that of the round.
    closes_at = models.DateTimeField(_("time extended to"), null=True, blank=True)
    extension_reason = models.TextField(_("why the time is extended"), blank=True, max_length=1000)
    # A form on paper that came in time.
    received_on = ThaiDateField(_("paper form received on"), null=True, blank=True)

    # As they were when it was submitted, and when it was confirmed. Percent of the points.
    self_percent = share_field(_("self score (percent)"), null=True, blank=True)
    self_level = models.ForeignKey(
        Level,
        verbose_name=_("level by the self score"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    confirmed_percent = share_field(_("confirmed score (percent)"), null=True, blank=True)
    level = models.ForeignKey(
        Level,
        verbose_name=_("confirmed level"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    # A result of the past is known by the word for its level only.
    level_name = models.CharField(_("level as the source calls it"), max_length=100, blank=True)
    level_name_en = models.CharField(_("level in English"), max_length=100, blank=True)
    confirmed_in = models.ForeignKey(
        WorkingGroupMeeting,
        verbose_name=_("confirmed by the meeting"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assessments",
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True)
    # The organization's own tick; without it only awarded ones are named in public.
    is_level_public = models.BooleanField(_("shows its level on its page"), default=False)

    STAYS_OPEN = frozenset({"state", "announced_at", "is_level_public", "owner"})
    IDENTITY = ("round_id", "organization_id")
    objects = AssessmentQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        default_permissions = ("view", "review", "confirm", "manage", "export")
        ordering = ["-round__fiscal_year", "organization__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organization"], name="assessment_one_in_a_round"
            ),
            models.CheckConstraint(
                name="assessment_confirmed_with_a_level_or_score",
                condition=~Q(state=State.CONFIRMED)
                | Q(confirmed_percent__isnull=False)
                | ~Q(level_name=""),
            ),
            models.CheckConstraint(
                name="assessment_absent_with_reason",
                condition=~Q(state=State.NOT_TAKING_PART) | ~Q(absence_reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.organization} – {self.round}"

    def natural_key(self):
        return (*self.round.natural_key(), *self.organization.natural_key())

    natural_key.dependencies = ["governance.assessmentround", "networks.organization"]

    def why_frozen(self):
        return gettext(
            "The result of %(organization)s was confirmed by the working group, so it can no "
            "longer change."
        ) % {"organization": self.organization}

    @property
    def deadline(self):
        return self.closes_at or self.round.closes_at

    @property
    def local_level(self) -> str:
        """The confirmed level; empty while there is none."""
        if self.level:
            return self.level.local_name
        return local_name(self.level_name, self.level_name_en)


class LeftOutCategory(FrozenModel):
    """A category that the organization is not assessed by this year: it counts in no total."""

    assessment = models.ForeignKey(
        Assessment, verbose_name=_("assessment"), on_delete=models.CASCADE, related_name="left_out"
    )
    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=300)

    PART_OF = "assessment"
    objects = FrozenQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("category that is not assessed")
        verbose_name_plural = _("categories that are not assessed")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["assessment", "category"], name="leftoutcategory_once")
        ]

    def __str__(self):
        return str(self.category)
