from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from loei_coop.common.models import AuthoredModel, ChangeSet
from loei_coop.thai.django.dates import show_day
from loei_coop.thai.django.fields import ThaiDateField
from networks.models.organization import Organization
from networks.querysets import HoldersConfirmationQuerySet, ProposalQuerySet
from networks.states import DECIDED, ProposalState


class Proposal(AuthoredModel):
    """What a cooperative or farmer group wants changed in its own record. Nothing changes before
    an officer accepts it; only `networks.workflow` writes its state."""

    class Kind(models.TextChoices):
        CONTACT = "contact", _("address and contact")
        COUNTS = "counts", _("members and business")
        BEGINS = "begins", _("new office holder")
        ENDS = "ends", _("end of an office")
        DEPUTY = "deputy", _("deputy for filling in the portal")

    OF_PERSONS = {Kind.BEGINS, Kind.ENDS, Kind.DEPUTY}

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    kind = models.CharField(_("what"), max_length=8, choices=Kind)
    # Of the record: {column: value wanted}; of a person: what the form of that kind asks.
    wanted = models.JSONField(_("wanted"), encoder=DjangoJSONEncoder)
    # The same columns when it was proposed; empty where a person is proposed.
    before = models.JSONField(_("before"), encoder=DjangoJSONEncoder, default=dict, blank=True)
    note = models.TextField(_("note for the office"), blank=True, max_length=1000)
    # Follows the work when it is handed over; the author stays.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("looked after by"),
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    state = models.CharField(
        _("state"), max_length=9, choices=ProposalState, default=ProposalState.WAITING
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("proposal", "decided by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(pgettext_lazy("proposal", "decided"), null=True, blank=True)
    decision_reason = models.TextField(_("reason of the office"), blank=True, max_length=1000)
    change_set = models.ForeignKey(
        ChangeSet,
        verbose_name=_("change set"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        default_permissions = ("view", "decide")
        permissions = [("act_for_organization", _("Can act for a cooperative or farmer group"))]
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="proposal_decided_by_somebody",
                condition=Q(state__in=DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                | ~Q(state__in=DECIDED) & Q(decided_by=None, decided_at=None),
            ),
            models.CheckConstraint(
                name="proposal_refused_with_reason",
                condition=~Q(state=ProposalState.REFUSED) | ~Q(decision_reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.organization}: {self.get_kind_display()}"

    @property
    def is_waiting(self):
        return self.state == ProposalState.WAITING

    @property
    def is_of_a_person(self):
        """Of who is in office or a deputy, not of the record."""
        return self.kind in self.OF_PERSONS


class HoldersConfirmation(AuthoredModel):
    """After a general meeting the organization says that the list of office holders is right:
    the list as it stood then."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        related_name="holders_confirmations",
    )
    meeting_on = ThaiDateField(_("day of the general meeting"))
    # [[post, name], ...]
    holders = models.JSONField(_("office holders"))

    objects = HoldersConfirmationQuerySet.as_manager()

    class Meta:
        verbose_name = _("confirmed list of office holders")
        verbose_name_plural = _("confirmed lists of office holders")
        default_permissions = ("view",)
        ordering = ["-meeting_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "meeting_on"],
                name="holdersconfirmation_one_a_meeting",
                violation_error_message=_("The list was confirmed for this meeting already."),
            )
        ]

    def __str__(self):
        return f"{self.organization}: {show_day(self.meeting_on)}"
