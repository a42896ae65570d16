from django.db import models
from django.utils.translation import gettext_lazy as _

from loei_coop.common.fields import WebAddressField
from loei_coop.common.history import History
from loei_coop.common.uploads.names import stored_name
from networks import validators
from networks.models.source import SourcedModel, local_name
from networks.querysets import AgencyQuerySet
from networks.querysets.people import OFFICE_CODE


def emblem_name(agency, filename):
    """A new one each time: former emblems stay, so that the history leads back to them."""
    return stored_name("emblems", ".png")


class Agency(SourcedModel):
    """A body that people hold positions in without being an organization of the register."""

    code = models.SlugField(
        _("code"), max_length=40, unique=True, validators=[validators.record_code]
    )
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(
        _("telephone"), max_length=60, blank=True, validators=[validators.telephone]
    )
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebAddressField(_("website"), blank=True)
    emblem = models.FileField(
        _("emblem"),
        upload_to=emblem_name,
        blank=True,
        help_text=_(
            "Stands at the head of the papers that the portal prints. PNG, JPEG or WEBP; it is "
            "stored as a PNG of at most 800 points."
        ),
    )

    IDENTITY = ("code",)
    objects = AgencyQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["code"]

    def __str__(self):
        return self.local_name

    def natural_key(self):
        return (self.code,)

    @property
    def is_the_office(self):
        """The provincial cooperative office itself."""
        return self.code == OFFICE_CODE

    @property
    def local_name(self):
        return local_name(self.name, self.name_en)
