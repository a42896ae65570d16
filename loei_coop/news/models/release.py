from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models import AssessmentRound, Forum, WorkingGroupMeeting
from governance.models.assessment import user_field
from loei_coop.common.frozen import FrozenModel
from loei_coop.news.choices import ReleaseKind
from loei_coop.news.querysets import ReleaseQuerySet
from loei_coop.news.states import ReleaseState
from loei_coop.thai.django.fields import PartialDateField, PrecisionField, ThaiDateField
from loei_coop.thai.django.keys import DerivedKeysModel, SearchTextField
from networks.models import AreaNetwork, CommitteeTerm, Organization, Person
from networks.models.source import SourcedModel, local_name

LONGEST_TEXT = 30_000


class PressRelease(FrozenModel, DerivedKeysModel, SourcedModel):
    """A press release, or photo news. Its state is written by `news.workflow` alone; once
    published, its text and facts never change: what is wrong is corrected by dated notes."""

    code = models.SlugField(_("code"), max_length=60, unique=True, null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=14, choices=ReleaseKind)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True, validators=[MaxLengthValidator(LONGEST_TEXT)])
    body_en = models.TextField(
        _("summary in English"), blank=True, validators=[MaxLengthValidator(LONGEST_TEXT)]
    )
    search_text = SearchTextField(sources=["title", "title_en", "body", "body_en"])
    # The release's own date; unknown for one that is composed from a source without a date.
    released_on = PartialDateField(_("date of the release"), null=True, blank=True)
    released_on_precision = PrecisionField()

    # What it was composed from: the records as of a day, month or year.
    as_of = PartialDateField(_("records as of"), null=True, blank=True)
    as_of_precision = PrecisionField()
    composed_at = models.DateTimeField(_("composed"), null=True, blank=True)
    facts = models.JSONField(_("facts"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    round = models.ForeignKey(
        AssessmentRound,
        verbose_name=_("assessment round"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
    )
    forum = models.ForeignKey(
        Forum,
        verbose_name=_("learning forum"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
    )
    committee_term = models.ForeignKey(
        CommitteeTerm,
        verbose_name=_("term of the committee"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
    )
    network = models.ForeignKey(
        AreaNetwork,
        verbose_name=_("area network"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
    )
    meeting = models.ForeignKey(
        WorkingGroupMeeting,
        verbose_name=_("meeting of the working group"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
    )
    # Named in it, for its list and the organizations' pages.
    organizations = models.ManyToManyField(
        Organization,
        verbose_name=_("cooperatives and farmer groups"),
        blank=True,
        related_name="releases",
    )

    state = models.CharField(
        _("state"), max_length=9, choices=ReleaseState, default=ReleaseState.DRAFT
    )
    made_by = user_field(_("entered by"))
    made_at = models.DateTimeField(_("entered"), default=timezone.now)
    # The head of the office, or who acts for the head; on paper or here.
    approved_by = models.ForeignKey(
        Person,
        verbose_name=_("approved by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_releases",
    )
    approver_post = models.CharField(_("post of the approver"), max_length=200, blank=True)
    approved_on = ThaiDateField(_("day of the approval"), null=True, blank=True)
    approval_number = models.CharField(_("number of the approved paper"), max_length=60, blank=True)
    approval_entered_by = user_field(_("approval entered by"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = user_field(_("published by"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = user_field(_("withdrawn by"))
    withdrawal_text = models.CharField(
        _("why it was withdrawn (public)"), max_length=500, blank=True
    )
    withdrawal_text_en = models.CharField(
        _("why it was withdrawn, in English"), max_length=500, blank=True
    )
    # Shows it without an account to whoever has the link, until it is published.
    preview_token = models.CharField(max_length=43, blank=True, editable=False)
    # Counts edits: of two who save the same text the later one is warned.
    revision = models.PositiveIntegerField(default=0, editable=False)

    STAYS_OPEN = frozenset(
        {
            # Computed anew whenever the search learns something; the text itself never changes.
            "search_text",
            *("state", "published_at", "published_by", "preview_token", "revision", "composed_at"),
            *("withdrawn_at", "withdrawn_by", "withdrawal_text", "withdrawal_text_en"),
        }
    )
    IDENTITY = ("code",)
    objects = ReleaseQuerySet.as_manager()

    class Meta(FrozenModel.Meta):
        abstract = False
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")
        default_permissions = ("add", "change", "delete", "view", "approve", "publish")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="pressrelease_published_at_a_time",
                condition=~Q(state=ReleaseState.PUBLISHED) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="pressrelease_withdrawn_with_reason",
                condition=~Q(state=ReleaseState.WITHDRAWN) | ~Q(withdrawal_text=""),
            ),
        ]

    def __str__(self):
        return self.local_title

    def get_absolute_url(self):
        return reverse("news:release-detail", args=[self.pk])

    def why_frozen(self):
        return gettext(
            "“%(title)s” is published, so its text no longer changes. Add a dated correction."
        ) % {"title": self.title}

    @property
    def local_title(self) -> str:
        return local_name(self.title, self.title_en)

    @property
    def local_body(self) -> str:
        return local_name(self.body, self.body_en)

    @property
    def local_withdrawal_text(self) -> str:
        return local_name(self.withdrawal_text, self.withdrawal_text_en)

    @property
    def is_out(self) -> bool:
        """In public now."""
        is_published = self.state == ReleaseState.PUBLISHED
        return is_published and self.published_at <= timezone.now()

    @property
    def is_withdrawn(self) -> bool:
        return self.state == ReleaseState.WITHDRAWN

    @property
    def last_change(self):
        """Published, or corrected."""
        corrected = [correction.made_at for correction in self.corrections.all()]
        return max([self.published_at, *corrected])

    @property
    def is_composed(self) -> bool:
        return self.composed_at is not None


class ReleaseCorrection(models.Model):
    """A dated note under a published release; the text above stays as it was."""

    release = models.ForeignKey(
        PressRelease,
        verbose_name=_("press release"),
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    text = models.CharField(_("correction"), max_length=1000)
    text_en = models.CharField(_("correction in English"), max_length=1000, blank=True)
    made_at = models.DateTimeField(_("corrected"), default=timezone.now)
    made_by = user_field(_("entered by"))

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        default_permissions = ()
        ordering = ["made_at", "pk"]

    def __str__(self):
        return self.local_text

    @property
    def local_text(self) -> str:
        return local_name(self.text, self.text_en)
