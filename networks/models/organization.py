from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from loei_coop.common.fields import ChoiceListField, WebAddressField
from loei_coop.common.history import History
from loei_coop.thai.django.fields import CommonEraYearField, PartialDateField, PrecisionField
from loei_coop.thai.django.keys import DerivedKeysModel, SearchTextField, SortKeyField
from loei_coop.thai.spelling import with_sara_am
from networks import choices, validators
from networks.models.organization_rules import CONSTRAINTS
from networks.models.place import District, Subdistrict
from networks.models.source import SourcedModel
from networks.querysets import OrganizationQuerySet


class Organization(DerivedKeysModel, SourcedModel):
    """A cooperative or a farmer group. Its code is permanent and its address."""

    code = models.SlugField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[validators.record_code],
        help_text=_("Permanent: it is the address of the public page. Never given twice."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=choices.Kind)
    type = models.CharField(_("type"), max_length=16, choices=choices.OrganizationType)
    subtype = models.CharField(_("sub-type"), max_length=100, blank=True)
    level = models.CharField(
        _("level"), max_length=10, choices=choices.Level, default=choices.Level.PRIMARY
    )
    name = models.CharField(_("full name"), max_length=200)
    sort_key = SortKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "code"])

    registration_number = models.CharField(
        _("registration number"),
        max_length=40,
        blank=True,
        validators=[validators.registration_number],
    )
    cooperative_code = models.CharField(
        _("13-digit code"), max_length=13, blank=True, validators=[validators.digits_13]
    )
    tax_number = models.CharField(
        _("tax number"),
        max_length=13,
        blank=True,
        validators=[validators.digits_13],
        help_text=_("Seen by officers only."),
    )
    registered_on = PartialDateField(_("registration date"), null=True, blank=True)
    registered_on_precision = PrecisionField()
    accounting_year_end_day = models.PositiveSmallIntegerField(
        _("accounting year ends on day"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
    )
    accounting_year_end_month = models.PositiveSmallIntegerField(
        _("accounting year ends in month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )

    status = models.CharField(
        _("status"),
        max_length=13,
        choices=choices.Status,
        blank=True,
        help_text=_(
            "The public sees three words only: operating, stopped, dissolved. "
            "Leave empty while it is not known."
        ),
    )
    status_since = PartialDateField(_("status since"), null=True, blank=True)
    status_since_precision = PrecisionField()
    joined_into = models.ForeignKey(
        "self",
        verbose_name=_("joined into"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="joined_records",
    )

    house_number = models.CharField(_("house number"), max_length=20, blank=True)
    moo = models.CharField(_("village number"), max_length=10, blank=True)
    village = models.CharField(_("village"), max_length=60, blank=True)
    lane = models.CharField(_("lane"), max_length=60, blank=True)
    road = models.CharField(_("road"), max_length=60, blank=True)
    subdistrict = models.ForeignKey(
        Subdistrict,
        verbose_name=_("subdistrict"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
    )
    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        help_text=_("The area network follows from it. Leave empty while it is not known."),
    )
    postcode = models.CharField(
        _("postcode"), max_length=5, blank=True, validators=[validators.postcode]
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=validators.latitude,
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=validators.longitude,
    )
    location_verified = models.BooleanField(_("location verified"), default=False)

    phone = models.CharField(
        _("telephone"),
        max_length=60,
        blank=True,
        validators=[validators.telephone],
        help_text=_("Of the organization, not of a person. Published."),
    )
    fax = models.CharField(_("fax"), max_length=60, blank=True, validators=[validators.telephone])
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Of the organization, not of a person. Published.")
    )
    website = WebAddressField(_("website"), blank=True)

    business_lines = ChoiceListField(_("business lines"), options=choices.BusinessLine)
    members = models.PositiveIntegerField(_("members"), null=True, blank=True)
    staff = models.PositiveIntegerField(_("staff"), null=True, blank=True)
    share_capital = models.DecimalField(
        _("share capital in baht"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    counted_on = PartialDateField(_("counted on"), null=True, blank=True)
    counted_on_precision = PrecisionField()

    promotion_officer = models.ForeignKey(
        "networks.Person",
        verbose_name=_("promotion officer"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="promoted_organizations",
    )
    promotion_group = models.PositiveSmallIntegerField(
        _("promotion group"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    strength_class = models.PositiveSmallIntegerField(
        _("strength class"),
        null=True,
        blank=True,
        choices=[(1, "1"), (2, "2"), (3, "3")],
        help_text=_("Seen by officers only."),
    )
    strength_class_year = CommonEraYearField(_("fiscal year of the class"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("Seen by officers only."))

    IDENTITY = ("code",)
    NOT_REVERTED = ("joined_into_id",)
    objects = OrganizationQuerySet.as_manager()
    history = History(excluded_fields=["sort_key", "search_text"])

    class Meta:
        verbose_name = _("cooperative or farmer group")
        verbose_name_plural = _("cooperatives and farmer groups")
        default_permissions = choices.REGISTER_PERMISSIONS
        ordering = ["sort_key", "name"]
        constraints = CONSTRAINTS

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.code,)

    def get_absolute_url(self):
        return reverse("site:organization-detail", args=[self.code])

    def clean(self):
        super().clean()
        self.name = with_sara_am(self.name)
        validators.check_day_of_month(self.accounting_year_end_day, self.accounting_year_end_month)
        if self.pk and Organization.objects.filter(pk=self.pk).exclude(code=self.code).exists():
            raise ValidationError({"code": _("A code is permanent: it cannot be changed.")})

    @property
    def is_cooperative(self):
        return self.kind == choices.Kind.COOPERATIVE

    @property
    def network(self):
        """The area network follows from the district; None is "not recorded"."""
        return self.district.network if self.district else None

    @property
    def accounting_year_end(self):
        """(day, month), or None while it is not recorded."""
        day, month = self.accounting_year_end_day, self.accounting_year_end_month
        return (day, month) if day else None

    @property
    def business_line_labels(self):
        return [choices.BusinessLine(line).label for line in self.business_lines]

    @property
    def street_address(self):
        """The address below the subdistrict, as it is written in Thai."""
        parts = [
            ("", self.house_number),
            ("หมู่ที่ ", self.moo),
            ("บ้าน", self.village),
            ("ซอย", self.lane),
            ("ถนน", self.road),
        ]
        return " ".join(f"{word}{text}" for word, text in parts if text)

    @property
    def public_status(self):
        """The PublicStatus, or None while the status is not recorded."""
        words = choices.STATUSES_OF_PUBLIC.items()
        return next((word for word, statuses in words if self.status in statuses), None)


class OfKindManager(models.Manager.from_queryset(OrganizationQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(**self.model.ROWS)


class Cooperative(Organization):
    # Which rows of the table, and of its history, this proxy is.
    ROWS = {"kind": choices.Kind.COOPERATIVE}
    objects = OfKindManager()

    class Meta:
        proxy = True
        verbose_name = _("cooperative")
        verbose_name_plural = _("cooperatives")
        default_permissions = choices.REGISTER_PERMISSIONS


class FarmerGroup(Organization):
    ROWS = {"kind": choices.Kind.FARMER_GROUP}
    objects = OfKindManager()

    class Meta:
        proxy = True
        verbose_name = _("farmer group")
        verbose_name_plural = _("farmer groups")
        default_permissions = choices.REGISTER_PERMISSIONS
