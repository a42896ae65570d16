"""Only what the public pages tell of a cooperative or farmer group, and its permanent numbers."""

from django.utils.translation import gettext_lazy as _

from loei_coop.site.open_data import geometry
from loei_coop.site.open_data.schema import (
    BETWEEN_WORDS,
    NOT_RECORDED,
    Column,
    Dataset,
    Type,
    in_thai,
    partial_text,
    source_columns,
    thai_label,
    word_columns,
)
from networks.choices import BusinessLine, Kind, Level, OrganizationType, PublicStatus
from networks.filters import OrganizationFilter
from networks.models import Organization

# What is fetched from the database at a time.
CHUNK = 2_000


class FilterError(Exception):
    """A filter that is set to what it does not offer; `name` is the parameter."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name


def records(parameters):
    """The rows of the list page at the same address, in the same order."""
    filterset = OrganizationFilter(parameters, Organization.objects.standing())
    if not filterset.form.is_valid():
        raise FilterError(next(iter(filterset.form.errors)))
    rows = filterset.qs.with_place().select_related("subdistrict", "source")
    return rows.order_by("sort_key", "name", "code").iterator(CHUNK)


def as_number(decimal) -> float | None:
    return None if decimal is None else float(decimal)


IDENTITY = (
    Column(
        "code",
        _("code"),
        _("Permanent; the page of the record is /organizations/<code>/."),
        lambda o: o.code,
        required=True,
        unique=True,
        example="0001",
    ),
    Column(
        "name",
        _("full name"),
        _("As it is registered, in Thai."),
        lambda o: o.name,
        required=True,
        example="สหกรณ์ออมทรัพย์ครูเลย จำกัด",
    ),
    *word_columns(
        "kind",
        Kind,
        of=lambda o: o.kind,
        title=_("kind"),
        label_title=_("kind, in Thai"),
        description=_("Cooperative or farmer group."),
        required=True,
    ),
    *word_columns(
        "type",
        OrganizationType,
        of=lambda o: o.type,
        title=_("type"),
        label_title=_("type, in Thai"),
        description=_("Seven types of cooperatives, six of farmer groups."),
        required=True,
    ),
    Column(
        "subtype",
        _("sub-type"),
        _("A closer word for the type, in Thai."),
        lambda o: o.subtype or None,
    ),
    *word_columns(
        "level",
        Level,
        of=lambda o: o.level,
        title=_("level"),
        label_title=_("level, in Thai"),
        description=_("Primary, or a federation of cooperatives."),
        required=True,
    ),
    *word_columns(
        "status",
        PublicStatus,
        of=lambda o: o.public_status,
        title=_("status"),
        label_title=_("status, in Thai"),
        description=_("Empty: not recorded."),
        missing=NOT_RECORDED,
    ),
    Column(
        "registration_number",
        _("registration number"),
        _("As it is written on the paper."),
        lambda o: o.registration_number or None,
    ),
    Column(
        "cooperative_code",
        _("13-digit code"),
        _("Thirteen digits; not the tax number."),
        lambda o: o.cooperative_code or None,
    ),
    Column(
        "registered_on",
        _("registration date"),
        _("Years of the Common Era (B.E. less 543)."),
        lambda o: partial_text(o, "registered_on"),
        type=Type.PARTIAL_DATE,
        example="1977-06-30",
    ),
)

PLACE = (
    Column(
        "network",
        _("area network"),
        _("Number 1 to 5; follows from the district. Empty: not recorded."),
        lambda o: o.network and o.network.number,
        type=Type.INTEGER,
        example="4",
    ),
    Column(
        "network_th",
        _("area network, in Thai"),
        _("The same in Thai, as the pages say it."),
        lambda o: in_thai(o.network or NOT_RECORDED),
        required=True,
        example="เครือข่ายที่ 4",
    ),
    Column(
        "district_code",
        _("code of the district"),
        _("Official code of four digits. Empty: not recorded."),
        lambda o: o.district_id,
        example="4208",
    ),
    Column(
        "district_th",
        _("district, in Thai"),
        _("The name without the word อำเภอ."),
        lambda o: o.district.name if o.district else in_thai(NOT_RECORDED),
        required=True,
        example="ท่าลี่",
    ),
    Column(
        "subdistrict_code",
        _("code of the subdistrict"),
        _("Official code of six digits."),
        lambda o: o.subdistrict_id,
        example="420801",
    ),
    Column(
        "subdistrict_th",
        _("subdistrict, in Thai"),
        _("The name without the word ตำบล."),
        lambda o: o.subdistrict and o.subdistrict.name,
        example="ท่าลี่",
    ),
    Column(
        "street_address",
        _("address below the subdistrict"),
        _("House number, village, lane and road, in Thai."),
        lambda o: o.street_address or None,
    ),
    Column("postcode", _("postcode"), _("Five digits."), lambda o: o.postcode or None),
    Column(
        "latitude",
        _("latitude"),
        _("Degrees, WGS 84. Empty where the place is not recorded."),
        lambda o: as_number(o.latitude),
        type=Type.NUMBER,
        example="17.6243",
    ),
    Column(
        "longitude",
        _("longitude"),
        _("Degrees, WGS 84. Empty where the place is not recorded."),
        lambda o: as_number(o.longitude),
        type=Type.NUMBER,
        example="101.4216",
    ),
)

CONTACT = (
    Column(
        "phone",
        _("telephone"),
        _("Of the organization, not of a person."),
        lambda o: o.phone or None,
    ),
    Column("fax", _("fax"), _("Of the organization, not of a person."), lambda o: o.fax or None),
    Column(
        "email",
        _("e-mail"),
        _("Of the organization, not of a person."),
        lambda o: o.email or None,
    ),
    Column(
        "website",
        _("website"),
        _("Of the organization, not of a person."),
        lambda o: o.website or None,
    ),
)

BUSINESS = (
    Column(
        "business_lines",
        _("business lines"),
        _(
            "Words separated by semicolons: deposits, loans, supply, collection, processing, "
            "services."
        ),
        lambda o: BETWEEN_WORDS.join(o.business_lines) or None,
        example="deposits;loans",
    ),
    Column(
        "business_lines_th",
        _("business lines, in Thai"),
        _("The same in Thai, as the pages say it."),
        lambda o: BETWEEN_WORDS.join(thai_label(BusinessLine, w) for w in o.business_lines) or None,
    ),
    Column(
        "members",
        _("members"),
        _("Number of members on the day in members_counted_on."),
        lambda o: o.members,
        type=Type.INTEGER,
        example="564",
    ),
    Column(
        "members_counted_on",
        _("members counted on"),
        _("Years of the Common Era (B.E. less 543)."),
        lambda o: None if o.members is None else partial_text(o, "counted_on"),
        type=Type.PARTIAL_DATE,
        example="2026-03-31",
    ),
    Column(
        "accounting_year_end_day",
        _("accounting year ends on day"),
        _("Each has a year of its own: the day, 1 to 31."),
        lambda o: o.accounting_year_end_day,
        type=Type.INTEGER,
        example="31",
    ),
    Column(
        "accounting_year_end_month",
        _("accounting year ends in month"),
        _("The month, 1 to 12."),
        lambda o: o.accounting_year_end_month,
        type=Type.INTEGER,
        example="3",
    ),
)

ORGANIZATIONS = Dataset(
    name="organizations",
    title=_("Cooperatives and farmer groups"),
    description=_(
        "One row for each that has a page. Without the filter “status” those that are not "
        "dissolved, as on the list."
    ),
    columns=(*IDENTITY, *PLACE, *CONTACT, *BUSINESS, *source_columns()),
    records=records,
    key="code",
    refers_to={"district_code": ("districts", "code"), "network": ("networks", "number")},
    geometry=lambda o: geometry.point(o.latitude, o.longitude),
)
