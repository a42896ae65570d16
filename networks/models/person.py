from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai import names
from loei_coop.thai.django.keys import DerivedKeysModel, SearchTextField, SortKeyField
from networks import choices, positions, validators
from networks.models.agency import Agency
from networks.models.organization import Organization
from networks.models.source import SourcedModel
from networks.models.tenure import TenureModel
from networks.querysets import AppointmentQuerySet, PersonQuerySet


class Person(DerivedKeysModel, SourcedModel):
    """Somebody who holds, or held, a position. Sorted by first name, without the title."""

    code = models.SlugField(
        _("code"), max_length=40, unique=True, validators=[validators.record_code]
    )
    title = models.CharField(_("title before the name"), max_length=40, blank=True)
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    sort_key = SortKeyField(sources=["first_name", "last_name"])
    search_text = SearchTextField(sources=["title", "first_name", "last_name"], joined=True)
    phone = models.CharField(
        _("telephone"),
        max_length=60,
        blank=True,
        validators=[validators.telephone],
        help_text=_("Not published unless ticked. Not kept in the history."),
    )
    phone_public = models.BooleanField(_("publish the telephone"), default=False)
    email = models.EmailField(
        _("e-mail"),
        blank=True,
        help_text=_("Not published unless ticked. Not kept in the history."),
    )
    email_public = models.BooleanField(_("publish the e-mail"), default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
    )

    IDENTITY = ("code",)
    objects = PersonQuerySet.as_manager()
    # Private contacts are left out: what is removed must be gone.
    history = History(excluded_fields=["sort_key", "search_text", "phone", "email"])

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        default_permissions = choices.REGISTER_PERMISSIONS
        ordering = ["sort_key", "first_name", "last_name"]

    def __str__(self):
        return self.full_name

    def natural_key(self):
        return (self.code,)

    @property
    def full_name(self):
        return names.full_name(self.title, self.first_name, self.last_name)

    @property
    def has_private_phone(self):
        return bool(self.phone) and not self.phone_public

    @property
    def has_private_contact(self):
        return self.has_private_phone or (bool(self.email) and not self.email_public)


class Appointment(TenureModel, SourcedModel):
    """A person in a position of an organization of the register or of an agency."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="appointments"
    )
    position = models.CharField(_("position"), max_length=20, choices=choices.Position)
    acting = models.CharField(
        _("acting"),
        max_length=14,
        choices=choices.Acting,
        blank=True,
        help_text=_("Only if the person is not the holder of the post."),
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cooperative or farmer group"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
    )

    named_by = models.ForeignKey(
        Person,
        verbose_name=_("named by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="named_deputies",
        help_text=_("Of a deputy: whose work it is. Follows that work when it is handed over."),
    )

    IDENTITY = ("person_id", "position", "organization_id", "agency_id", "starts_on")
    objects = AppointmentQuerySet.as_manager()
    history = History()

    class Meta(TenureModel.Meta):
        abstract = False
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        default_permissions = choices.REGISTER_PERMISSIONS
        ordering = [models.F("starts_on").desc(nulls_last=True), "pk"]
        constraints = [
            *TenureModel.Meta.constraints,
            models.CheckConstraint(
                name="appointment_position_of_one_body",
                condition=Q(
                    organization__isnull=False,
                    agency=None,
                    position__in=choices.ORGANIZATION_POSITIONS,
                )
                | Q(organization=None, agency__isnull=False, position__in=choices.AGENCY_POSITIONS),
                violation_error_message=_(
                    "A position belongs to one body: chair, manager and the like to a cooperative "
                    "or farmer group, governor and officers to an agency."
                ),
            ),
            models.CheckConstraint(
                name="appointment_deputies_are_named",
                condition=Q(named_by=None) | Q(position=choices.Position.DEPUTY),
                violation_error_message=_("Only a deputy is named by somebody."),
            ),
        ]

    def __str__(self):
        return f"{self.person} ({self.position_title})"

    @property
    def position_title(self):
        return positions.title(self)

    @property
    def post(self):
        return positions.post(self)

    @property
    def post_on_own_page(self):
        return positions.on_own_page(self)

    @property
    def body(self):
        return positions.body(self)
