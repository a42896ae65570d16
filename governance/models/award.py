import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from governance.choices import AreaLevel, AwardObject
from governance.models.announcement import Announcement
from governance.models.assessment import Assessment, user_field
from governance.models.standard import Standard
from governance.querysets import AwardQuerySet
from governance.states import AwardState
from loei_coop.common.history import History
from loei_coop.thai.django.fields import (
    CommonEraYearField,
    PartialDateField,
    PrecisionField,
    ThaiDateField,
)
from networks.models import Organization, Person
from networks.models.source import SourcedModel, local_name
from networks.validators import record_code

# Without those that are taken for one another on paper: 0 and o, 1 and l and i.
CODE_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LENGTH = 10


def new_code() -> str:
    """By which an award is verified; of a paper with another code nothing is found."""
    return "".join(secrets.choice(CODE_SIGNS) for _sign in range(CODE_LENGTH))


def photo_path(award, name: str) -> str:
    """Below the uploads; the name is given by `governance.award_photos`."""
    return f"awards/{award.code}/{name}"


class Award(SourcedModel):
    """What an organization was honoured with. Its state is written by `governance.workflow`
    alone; before `announced_at` nobody outside the office knows of it."""

    code = models.CharField(
        _("code of verification"),
        max_length=40,
        unique=True,
        default=new_code,
        validators=[record_code],
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="awards",
    )
    fiscal_year = CommonEraYearField(_("fiscal year"))
    # Empty: an award by no standard of the portal; then its title says what for.
    standard = models.ForeignKey(
        Standard,
        verbose_name=_("assessment standard"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
    )
    title = models.CharField(_("what it is given for"), max_length=200, blank=True)
    title_en = models.CharField(_("what it is given for, in English"), max_length=200, blank=True)
    assessment = models.OneToOneField(
        Assessment,
        verbose_name=_("assessment"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="award",
    )
    award_object = models.CharField(_("object"), max_length=11, choices=AwardObject)
    result_level = models.CharField(_("level of the result"), max_length=100, blank=True)
    result_level_en = models.CharField(
        _("level of the result in English"), max_length=100, blank=True
    )
    area_level = models.CharField(
        _("level of the area"), max_length=10, choices=AreaLevel, default=AreaLevel.PROVINCE
    )
    is_pilot = models.BooleanField(_("pilot"), default=False)
    excellence = models.CharField(_("category of excellence"), max_length=200, blank=True)
    excellence_en = models.CharField(
        _("category of excellence in English"), max_length=200, blank=True
    )
    order = models.PositiveSmallIntegerField(_("order in the announcement"), default=1)
    number = models.CharField(_("number of the award"), max_length=60, blank=True)

    state = models.CharField(
        _("state"), max_length=9, choices=AwardState, default=AwardState.GRANTED
    )
    presenter = models.ForeignKey(
        Person,
        verbose_name=_("presented by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="presented_awards",
    )
    # As it was then: offices change, an award does not.
    presenter_post = models.CharField(_("post of the presenter"), max_length=200, blank=True)
    presenter_post_en = models.CharField(
        _("post of the presenter in English"), max_length=200, blank=True
    )
    presented_on = PartialDateField(_("presented on"), null=True, blank=True)
    presented_on_precision = PrecisionField()
    place = models.CharField(_("place of the presentation"), max_length=200, blank=True)
    place_en = models.CharField(
        _("place of the presentation in English"), max_length=200, blank=True
    )
    photo = models.FileField(_("photo"), upload_to=photo_path, max_length=200, blank=True)
    photo_text = models.CharField(_("what the photo shows"), max_length=300, blank=True)
    photo_text_en = models.CharField(
        _("what the photo shows, in English"), max_length=300, blank=True
    )

    revoked_order = models.CharField(_("order of the revocation"), max_length=100, blank=True)
    revoked_on = ThaiDateField(_("date of the order"), null=True, blank=True)
    revocation_text = models.CharField(_("public sentence"), max_length=500, blank=True)
    revocation_text_en = models.CharField(
        _("public sentence in English"), max_length=500, blank=True
    )
    revocation_reason = models.TextField(_("inside reason"), max_length=2000, blank=True)
    revoked_by = user_field(_("revoked by"))

    announcement = models.ForeignKey(
        Announcement,
        verbose_name=_("announcement of results"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
    )
    announced_at = models.DateTimeField(_("announced at"), null=True, blank=True)
    # Of the past, known from a source: announced in its time.
    is_recorded = models.BooleanField(_("recorded from a source"), default=False)

    IDENTITY = ("code",)
    # What the workflow writes: a former version never brings it back.
    NOT_REVERTED = (
        *("code", "state", "presenter_id", "presenter_post", "presenter_post_en"),
        *("presented_on", "presented_on_precision", "place", "place_en"),
        *("photo", "photo_text", "photo_text_en"),
        *("revoked_order", "revoked_on", "revocation_text", "revocation_text_en"),
        *("revoked_by_id", "announcement_id", "announced_at", "is_recorded"),
    )
    objects = AwardQuerySet.as_manager()
    history = History(excluded_fields=["revocation_reason"])

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["-fiscal_year", "standard", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="award_for_a_standard_or_titled",
                condition=Q(standard__isnull=False) | ~Q(title=""),
                violation_error_message=_("Choose a standard, or say what the award is given for."),
            ),
            models.CheckConstraint(
                name="award_photo_with_text",
                condition=Q(photo="") | ~Q(photo_text=""),
                violation_error_message=_("Say what the photo shows, for those who cannot see it."),
            ),
            models.CheckConstraint(
                name="award_revoked_with_order",
                condition=~Q(state=AwardState.REVOKED)
                | Q(revoked_on__isnull=False) & ~Q(revoked_order="") & ~Q(revocation_text=""),
                violation_error_message=_(
                    "A revocation needs its order, the date and a public sentence."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.name} – {self.organization}"

    def natural_key(self):
        return (self.code,)

    def get_absolute_url(self):
        """Where it is verified: permanent, whatever becomes of it."""
        return reverse("verify", args=[self.code])

    def why_not_undone(self, former) -> str:
        """`former`: its history row before an act that is to be taken back; None where the act
        added it. Empty if it can be."""
        if former is None and self.is_public:
            return gettext("it was announced: revoke it instead")
        if former is not None and former.state != self.state:
            return gettext("the state of an award changes by its own steps only")
        return ""

    @property
    def is_public(self) -> bool:
        return self.is_recorded or (
            self.announced_at is not None and self.announced_at <= timezone.now()
        )

    @property
    def is_revoked(self) -> bool:
        return self.state == AwardState.REVOKED

    @property
    def is_presented(self) -> bool:
        return self.state == AwardState.PRESENTED

    @property
    def name(self) -> str:
        """What it is given for, with the object, without the level: "โล่รางวัลธรรมาภิบาล"."""
        words = {"object": self.get_award_object_display(), "about": self.about}
        return capfirst(pgettext("name of an award", "%(object)s: %(about)s") % words)

    @property
    def about(self) -> str:
        return local_name(self.title, self.title_en) or str(self.standard or "")

    @property
    def local_level(self) -> str:
        return local_name(self.result_level, self.result_level_en)

    @property
    def local_photo_text(self) -> str:
        return local_name(self.photo_text, self.photo_text_en)
