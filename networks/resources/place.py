"""Lists of districts."""

from django.utils.translation import gettext_lazy

from loei_coop.common.imports.columns import Column
from loei_coop.common.imports.matching import IdentityMatcher
from loei_coop.common.imports.resource import RegisterResource
from loei_coop.common.imports.widgets import DigitsWidget
from networks.models import District
from networks.resources import columns


class DistrictResource(RegisterResource):
    model = District
    slug = "districts"
    label = gettext_lazy("districts")

    code = Column("code", widget=DigitsWidget(), required=True, also=["รหัสอำเภอ"])
    name = Column("name", needed=True, also=["อำเภอ", "ชื่ออำเภอ"])
    name_en = Column("name_en", needed=True)
    network = columns.network(needed=True)
    network_order = Column("network_order", needed=True)
    postcodes = Column("postcodes")
    area_km2 = Column("area_km2")
    villages = Column("villages")
    office_latitude = Column("office_latitude", needed=True)
    office_longitude = Column("office_longitude", needed=True)
    hasc = Column("hasc")
    wikidata = Column("wikidata")
    source = columns.source()
    source_detail = columns.source_detail()
    is_sample = columns.is_sample()

    def get_queryset(self):
        return District.objects.order_by("code")

    def matcher(self, snapshot):
        return IdentityMatcher(snapshot, ("code",))

    def title(self, values):
        return values.get("name") or values.get("code") or ""

    def row_key(self, values):
        return [values.get("code")]

    def make_room(self, changes):
        District.objects.step_aside(pk for pk, row in changes.items() if "network_order" in row)
