from django.db import models
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history import History
from networks.models.place import District
from networks.models.source import SourcedModel


class DistrictBoundary(SourcedModel):
    """The outline of a district as an officer loaded it, simplified for the maps.

    All districts have one or none has: neighbours share their borders.
    """

    district = models.OneToOneField(
        District,
        verbose_name=_("district"),
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="boundary",
    )
    # A GeoJSON geometry, Polygon or MultiPolygon, in WGS 84.
    geometry = models.JSONField(_("outline"))

    IDENTITY = ("district_id",)
    history = History()

    class Meta:
        verbose_name = _("district boundary")
        verbose_name_plural = _("district boundaries")
        ordering = ["district"]

    def __str__(self):
        return str(self.district)
