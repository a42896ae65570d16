from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from loei_coop.thai.django.keys import DerivedKeysModel, SearchTextField, SortKeyField
from networks import validators
from networks.choices import NETWORK_NUMBERS, REGISTER_PERMISSIONS
from networks.models.source import SourcedModel, local_name
from networks.querysets import AreaNetworkQuerySet, DistrictQuerySet, SubdistrictQuerySet


class AreaNetwork(SourcedModel):
    """One of the five area networks; which districts it has is said by the districts."""

    number = models.PositiveSmallIntegerField(
        _("network number"), primary_key=True, choices=[(n, str(n)) for n in NETWORK_NUMBERS]
    )
    note = models.TextField(_("note"), blank=True)

    IDENTITY = ("number",)
    objects = AreaNetworkQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("area network")
        verbose_name_plural = _("area networks")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                name="area_network_one_of_five",
                condition=Q(number__gte=min(NETWORK_NUMBERS), number__lte=max(NETWORK_NUMBERS)),
                violation_error_message=_("There are five area networks, 1 to 5."),
            )
        ]

    def __str__(self):
        return gettext("Area network %(number)s") % {"number": self.number}


class District(DerivedKeysModel, SourcedModel):
    """An amphoe, keyed by the official code of four digits."""

    code = models.CharField(
        _("code"), max_length=4, primary_key=True, validators=[validators.digits_4]
    )
    name = models.CharField(_("name"), max_length=60, unique=True)
    name_en = models.CharField(_("name in English"), max_length=60)
    sort_key = SortKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "name_en"])
    network = models.ForeignKey(
        AreaNetwork,
        verbose_name=_("area network"),
        on_delete=models.PROTECT,
        related_name="districts",
        help_text=_("A district belongs to exactly one network."),
    )
    network_order = models.PositiveSmallIntegerField(
        _("place in the network"),
        help_text=_("In the order of the source that formed the network."),
    )
    postcodes = models.CharField(_("postcodes"), max_length=30, blank=True)
    area_km2 = models.DecimalField(
        _("official area in km²"), max_digits=8, decimal_places=3, null=True, blank=True
    )
    villages = models.PositiveSmallIntegerField(_("villages"), null=True, blank=True)
    office_latitude = models.DecimalField(
        _("latitude of the district office"),
        max_digits=7,
        decimal_places=4,
        validators=validators.latitude,
    )
    office_longitude = models.DecimalField(
        _("longitude of the district office"),
        max_digits=7,
        decimal_places=4,
        validators=validators.longitude,
    )
    hasc = models.CharField("HASC", max_length=10, blank=True)
    wikidata = models.CharField("Wikidata", max_length=15, blank=True)

    IDENTITY = ("code",)
    objects = DistrictQuerySet.as_manager()
    history = History(excluded_fields=["sort_key", "search_text"])

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        default_permissions = REGISTER_PERMISSIONS
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "network_order"],
                name="district_one_place_in_network",
                violation_error_message=_("Another district has this place in the network."),
            )
        ]

    def __str__(self):
        return gettext("%(name)s District") % {"name": self.local_name}

    @property
    def local_name(self):
        return local_name(self.name, self.name_en)


class Subdistrict(DerivedKeysModel, SourcedModel):
    """A tambon, keyed by the official code of six digits that begins with its district's."""

    code = models.CharField(
        _("code"), max_length=6, primary_key=True, validators=[validators.digits_6]
    )
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=60)
    sort_key = SortKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "name_en"])
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="subdistricts"
    )
    villages = models.PositiveSmallIntegerField(_("villages"), null=True, blank=True)

    IDENTITY = ("code",)
    objects = SubdistrictQuerySet.as_manager()
    history = History(excluded_fields=["sort_key", "search_text"])

    class Meta:
        verbose_name = _("subdistrict")
        verbose_name_plural = _("subdistricts")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "name"],
                name="subdistrict_name_once_in_district",
                violation_error_message=_("The district has a subdistrict of this name."),
            ),
            models.CheckConstraint(
                name="subdistrict_code_begins_with_district",
                condition=Q(code__startswith=F("district")),
                violation_error_message=_("The code must begin with the code of the district."),
            ),
        ]

    def __str__(self):
        return gettext("%(name)s Subdistrict") % {"name": self.local_name}

    @property
    def local_name(self):
        return local_name(self.name, self.name_en)
