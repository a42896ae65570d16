from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from governance.choices import Quarter
from governance.models.bilingual import NamedModel
from governance.models.improvement import ImprovementAction
from governance.models.moves import why_moved
from governance.models.practice import Practice
from governance.models.standard import Standard
from governance.models.topic import Topic
from governance.querysets import (
    ForumHostQuerySet,
    ForumQuerySet,
    PromiseQuerySet,
)
from governance.states import PUBLIC_FORUMS, ForumState
from loei_coop.common.history import History
from loei_coop.common.models import AuthoredModel
from loei_coop.thai.dates import buddhist_year
from loei_coop.thai.django.fields import CommonEraYearField, PartialDateField, PrecisionField
from networks.models import Organization
from networks.models.source import SourcedModel, local_name
from networks.validators import record_code


class Forum(NamedModel, SourcedModel):
    """A meeting at which organizations learn from one another. Its state is written by
    `governance.workflow` alone."""

    code = models.SlugField(_("code"), max_length=40, unique=True, validators=[record_code])
    fiscal_year = CommonEraYearField(_("fiscal year"))
    quarter = models.PositiveSmallIntegerField(
        _("quarter of the fiscal year"), choices=Quarter, null=True, blank=True
    )
    held_on = PartialDateField(_("day of the forum"), null=True, blank=True)
    held_on_precision = PrecisionField()
    place = models.CharField(pgettext_lazy("of a forum", "place"), max_length=200, blank=True)
    place_en = models.CharField(_("place in English"), max_length=200, blank=True)
    objectives = models.TextField(
        _("objectives"), max_length=2000, blank=True, help_text=_("One objective on each line.")
    )
    objectives_en = models.TextField(_("objectives in English"), max_length=2000, blank=True)
    standard = models.ForeignKey(
        Standard,
        verbose_name=_("assessment standard"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="forums",
    )
    state = models.CharField(
        _("state"), max_length=9, choices=ForumState, default=ForumState.PREPARED
    )
    # For everybody.
    cancellation_text = models.CharField(
        _("why it does not take place"), max_length=500, blank=True
    )
    cancellation_text_en = models.CharField(
        _("why it does not take place, in English"), max_length=500, blank=True
    )

    IDENTITY = ("code",)
    # What the workflow writes: a former version never brings it back.
    NOT_REVERTED = ("code", "state", "cancellation_text", "cancellation_text_en")
    objects = ForumQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("learning forum")
        verbose_name_plural = _("learning forums")
        ordering = ["-fiscal_year", "-quarter", "-held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="forum_cancelled_with_reason",
                condition=~Q(state=ForumState.CANCELLED) | ~Q(cancellation_text=""),
                violation_error_message=_("Say why the forum does not take place."),
            )
        ]

    def __str__(self):
        return self.local_name

    def natural_key(self):
        return (self.code,)

    def get_absolute_url(self):
        return reverse("governance:forum-detail", args=[self.code])

    def why_not_undone(self, former) -> str:
        """`former`: its history row before an act that is to be taken back; None where the act
        added it. Empty if it can be."""
        return why_moved(self, former, is_public=self.is_public)

    @property
    def is_planned(self) -> bool:
        return self.state == ForumState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == ForumState.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.state == ForumState.CANCELLED

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_FORUMS

    @property
    def local_place(self) -> str:
        return local_name(self.place, self.place_en)

    @property
    def objective_list(self) -> list[str]:
        return local_name(self.objectives, self.objectives_en).splitlines()

    @property
    def quarter_text(self) -> str:
        """ "ไตรมาส 3 ของปีงบประมาณ 2556"; empty where the quarter is not known."""
        if not self.quarter:
            return ""
        values = {
            "quarter": self.quarter,
            "year": self.fiscal_year,
            "buddhist_year": buddhist_year(self.fiscal_year),
        }
        sentence = gettext("quarter %(quarter)s of fiscal year %(year)s (B.E. %(buddhist_year)s)")
        return sentence % values


class ForumHost(models.Model):
    """Who tells the others about what at a forum."""

    forum = models.ForeignKey(
        Forum, verbose_name=_("learning forum"), on_delete=models.CASCADE, related_name="hosts"
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("host"),
        on_delete=models.PROTECT,
        related_name="hosted_forums",
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic of learning"), on_delete=models.PROTECT, related_name="hosts"
    )
    practice = models.ForeignKey(
        Practice,
        verbose_name=_("practice"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order in the announcement"), default=1)

    IDENTITY = ("forum_id", "organization_id", "topic_id")
    objects = ForumHostQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("host of a forum")
        verbose_name_plural = _("hosts of forums")
        default_permissions = ()
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "organization", "topic"], name="forumhost_once_for_a_topic"
            )
        ]

    def __str__(self):
        return f"{self.organization}: {self.topic}"

    def clean(self):
        super().clean()
        if self.practice and self.practice.organization_id != self.organization_id:
            raise ValidationError({"practice": _("This practice is another host's.")})


class ForumPromise(AuthoredModel):
    """What an organization that came wants to try at home; it becomes an action of its plan."""

    forum = models.ForeignKey(
        Forum, verbose_name=_("learning forum"), on_delete=models.PROTECT, related_name="promises"
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="forum_promises",
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic of learning"), on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("what we will try"), max_length=1000)
    action = models.OneToOneField(
        ImprovementAction,
        verbose_name=_("action of improvement"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="promise",
    )

    objects = PromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise of a forum")
        verbose_name_plural = _("promises of forums")
        default_permissions = ("view",)
        ordering = ["made_at", "pk"]

    def __str__(self):
        return self.text

    @property
    def is_planned(self) -> bool:
        """It stands in the plan of improvement."""
        return self.action is not None and self.action.removed_at is None
