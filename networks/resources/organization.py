"""Lists of cooperatives and farmer groups."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.common.history import HistoryType, write_history
from loei_coop.common.imports.columns import Column
from loei_coop.common.imports.resource import RegisterResource
from loei_coop.common.imports.widgets import ChoiceWidget, DigitsWidget, TelephoneWidget
from loei_coop.thai.search import fold, loose
from networks import validators
from networks.choices import TYPES_OF_KIND, Kind, NameUse, OrganizationType, Status
from networks.codes import organization_codes
from networks.models import Cooperative, FarmerGroup, Organization, OrganizationName
from networks.resources import columns
from networks.resources.organization_matching import OrganizationMatcher
from networks.resources.organization_widgets import (
    CodeWidget,
    DayMonthWidget,
    NameWidget,
    NetworkOfDistrictWidget,
    SubdistrictWidget,
)

KIND_OF_TYPE = {type: kind for kind, types in TYPES_OF_KIND.items() for type in types}
# As lists of the office shorten them.
SHORT_TYPES = {
    "การเกษตร": OrganizationType.AGRICULTURAL,
    "ประมง": OrganizationType.FISHERIES,
    "นิคม": OrganizationType.LAND_SETTLEMENT,
    "ออมทรัพย์": OrganizationType.SAVINGS,
    "ร้านค้า": OrganizationType.CONSUMER,
    "บริการ": OrganizationType.SERVICE,
    "เครดิตยูเนี่ยน": OrganizationType.CREDIT_UNION,
    "ทำนา": OrganizationType.RICE,
    "ทำสวน": OrganizationType.ORCHARD,
    "ทำไร่": OrganizationType.FIELD_CROP,
    "เลี้ยงสัตว์": OrganizationType.LIVESTOCK,
    "ทำประมง": OrganizationType.FISHERY_GROUP,
}
SHORT_STATUSES = {"ดำเนินการ": Status.OPERATING, "หยุดดำเนินการ": Status.SUSPENDED}


class OrganizationResource(RegisterResource):
    model = Organization
    slug = "organizations"
    label = gettext_lazy("cooperatives and farmer groups")

    code = Column("code", widget=CodeWidget())
    kind = Column("kind", needed=True)
    type = Column("type", widget=ChoiceWidget(SHORT_TYPES), needed=True)
    subtype = Column("subtype")
    level = Column("level")
    name = Column(
        "name",
        widget=NameWidget(),
        required=True,
        also=["ชื่อ", "ชื่อสหกรณ์", "ชื่อกลุ่มเกษตรกร", "ชื่อสหกรณ์/กลุ่มเกษตรกร", "สหกรณ์/กลุ่ม"],
    )
    registration_number = Column("registration_number", also=["ทะเบียนเลขที่", "เลขที่ทะเบียน"])
    cooperative_code = Column("cooperative_code", widget=DigitsWidget())
    tax_number = Column("tax_number", widget=DigitsWidget())
    registered_on = Column("registered_on", also=["วันจดทะเบียน", "จดทะเบียนเมื่อ"])
    accounting_year_end = Column(
        "accounting_year_end_day",
        header=gettext_lazy("accounting year ends on"),
        widget=DayMonthWidget(),
    )
    status = Column("status", widget=ChoiceWidget(SHORT_STATUSES))
    status_since = Column("status_since")
    house_number = Column("house_number", also=["บ้านเลขที่"])
    moo = Column("moo", also=["หมู่"])
    village = Column("village", also=["หมู่บ้าน"])
    lane = Column("lane")
    road = Column("road")
    subdistrict = Column("subdistrict", widget=SubdistrictWidget())
    district = columns.district()
    network = Column(
        "district",
        header=gettext_lazy("area network"),
        widget=NetworkOfDistrictWidget(),
        also=["เครือข่าย"],
        readonly=True,
    )
    postcode = Column("postcode", widget=DigitsWidget())
    latitude = Column("latitude")
    longitude = Column("longitude")
    location_verified = Column("location_verified")
    phone = Column("phone", widget=TelephoneWidget(), also=["เบอร์โทร", "เบอร์โทรศัพท์", "โทร"])
    fax = Column("fax", widget=TelephoneWidget())
    email = Column("email", also=["e-mail", "email"])
    website = Column("website")
    business_lines = Column("business_lines")
    members = Column("members", also=["สมาชิก", "จำนวนสมาชิก (คน)"])
    staff = Column("staff")
    share_capital = Column("share_capital", also=["ทุนเรือนหุ้น"])
    counted_on = Column("counted_on", also=["ข้อมูล ณ วันที่", "ณ วันที่"])
    promotion_officer = columns.person("promotion_officer")
    promotion_group = Column("promotion_group", also=["กลุ่มส่งเสริมสหกรณ์"])
    strength_class = Column("strength_class")
    strength_class_year = Column("strength_class_year")
    note = Column("note")
    source = columns.source()
    source_detail = columns.source_detail()
    is_sample = columns.is_sample()

    def get_queryset(self):
        return Organization.objects.standing().order_by("code")

    def matcher(self, snapshot):
        return OrganizationMatcher(snapshot)

    def complete(self, values):
        if "kind" not in values and "type" in values:
            values["kind"] = KIND_OF_TYPE[values["type"]]

    def resolve(self, values, former):
        text = values.pop("subdistrict_text", None)
        if text is not None:
            district = values.get("district_id", former["district_id"])
            values["subdistrict_id"] = self.fields["subdistrict"].widget.find(text, district)

    def for_existing(self, values, match):
        values.pop("code", None)
        if match.by_name:
            values.pop("name", None)

    def problems(self, values):
        try:
            validators.check_day_of_month(
                values["accounting_year_end_day"], values["accounting_year_end_month"]
            )
        except ValidationError as error:
            yield from error.messages

    def group_of(self, values):
        return values.get("kind") or ""

    def group_labels(self):
        proxies = {Kind.COOPERATIVE: Cooperative, Kind.FARMER_GROUP: FarmerGroup}
        return {kind: model._meta.verbose_name_plural for kind, model in proxies.items()}

    def describe(self, values):
        place = self.fields["district"].write(values)
        return " ".join(filter(None, [values["code"], values["name"], place]))

    def title(self, values):
        return values.get("name") or values.get("code") or _("without a name")

    def row_key(self, values):
        return [
            values.get("kind"),
            fold(values.get("name", "")),
            values.get("district_id"),
            values.get("registration_number"),
        ]

    def prepare_new(self, rows):
        without_code = [row for row in rows if not row.get("code")]
        for row, code in zip(without_code, organization_codes(len(without_code)), strict=True):
            row["code"] = code

    def after_change(self, changed):
        """A name that is another one now, not only written otherwise, stays findable."""
        renamed = [
            (instance, before["name"])
            for instance, before in changed
            if "name" in before and loose(before["name"]) != loose(instance.name)
        ]
        known = set(
            OrganizationName.objects.filter(
                organization__in=[instance for instance, _former in renamed]
            ).values_list("organization", "name")
        )
        former = [
            OrganizationName(organization=instance, name=name, use=NameUse.FORMER)
            for instance, name in renamed
            if (instance.pk, name) not in known
        ]
        if former:
            OrganizationName.objects.bulk_create(former)
            write_history(former, HistoryType.ADDED)
