from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.fields import PartialDateField, PrecisionField
from networks import validators
from networks.choices import ONE_HOLDER_OFFICES, CommitteeOffice
from networks.models.person import Person
from networks.models.source import SourcedModel, local_name
from networks.models.tenure import BasisModel, TenureModel
from networks.querysets import CommitteeMemberQuerySet, CommitteeTermQuerySet


class CommitteeTerm(TenureModel, BasisModel, SourcedModel):
    """A term of the provincial committee. Its 15 seats are the networks' (SeatHolding)."""

    code = models.SlugField(
        _("code"), max_length=40, unique=True, validators=[validators.record_code]
    )
    name = models.CharField(_("name of the committee"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    other_names = models.TextField(
        _("other names of the committee"), blank=True, help_text=_("One on each line.")
    )

    IDENTITY = ("code",)
    objects = CommitteeTermQuerySet.as_manager()
    history = History()

    class Meta(TenureModel.Meta):
        abstract = False
        verbose_name = _("term of the committee")
        verbose_name_plural = _("terms of the committee")
        ordering = [F("starts_on").desc(nulls_last=True), "pk"]
        constraints = [
            *TenureModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["ending"],
                condition=Q(ending="in_office"),
                name="committeeterm_one_in_office",
                violation_error_message=_("Another term is in office: end that one first."),
            ),
        ]

    def __str__(self):
        return self.local_name

    def natural_key(self):
        return (self.code,)

    @property
    def local_name(self):
        return local_name(self.name, self.name_en)

    @property
    def other_name_list(self):
        return self.other_names.splitlines()


class CommitteeMember(SourcedModel):
    """Chair, secretary or adviser of a term, apart from the 15 seats."""

    term = models.ForeignKey(
        CommitteeTerm,
        verbose_name=_("term of the committee"),
        on_delete=models.PROTECT,
        related_name="members",
    )
    office = models.CharField(_("office"), max_length=9, choices=CommitteeOffice)
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="committee_offices",
    )
    order = models.PositiveSmallIntegerField(_("order in the list"), default=1)
    starts_on = PartialDateField(
        _("from"), null=True, blank=True, help_text=_("Empty: from the beginning of the term.")
    )
    starts_on_precision = PrecisionField()
    ends_on = PartialDateField(
        _("last day"),
        null=True,
        blank=True,
        edge="last",
        help_text=_("Empty: to the end of the term."),
    )
    ends_on_precision = PrecisionField()

    IDENTITY = ("term_id", "office", "person_id")
    objects = CommitteeMemberQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("office holder of the committee")
        verbose_name_plural = _("office holders of the committee")
        ordering = ["term", "office", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "office"],
                condition=Q(office__in=ONE_HOLDER_OFFICES, ends_on=None),
                name="committeemember_one_chair_one_secretary",
                violation_error_message=_(
                    "The term has somebody in this office: give that person's last day first."
                ),
            ),
            models.UniqueConstraint(
                fields=["term", "office", "person"], name="committeemember_once_in_office"
            ),
            models.CheckConstraint(
                name="committeemember_ends_after_start",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self):
        return f"{self.get_office_display()}: {self.person}"
