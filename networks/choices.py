"""The fixed words of the register: kinds, types, statuses, positions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    COOPERATIVE = "cooperative", _("cooperative")
    FARMER_GROUP = "farmer_group", _("farmer group")


class Level(models.TextChoices):
    PRIMARY = "primary", _("primary")
    FEDERATION = "federation", _("federation")


class OrganizationType(models.TextChoices):
    """Seven types of cooperatives in the department's order, then six of farmer groups."""

    AGRICULTURAL = "agricultural", _("agricultural cooperative")
    FISHERIES = "fisheries", _("fisheries cooperative")
    LAND_SETTLEMENT = "land_settlement", _("land settlement cooperative")
    SAVINGS = "savings", _("savings cooperative")
    CONSUMER = "consumer", _("consumer cooperative")
    SERVICE = "service", _("service cooperative")
    CREDIT_UNION = "credit_union", _("credit union cooperative")
    RICE = "rice", _("rice farmer group")
    ORCHARD = "orchard", _("orchard farmer group")
    FIELD_CROP = "field_crop", _("field crop farmer group")
    LIVESTOCK = "livestock", _("livestock farmer group")
    FISHERY_GROUP = "fishery_group", _("fishery farmer group")
    OTHER_GROUP = "other_group", _("other farmer group")


T = OrganizationType
AGRICULTURAL_TYPES = [T.AGRICULTURAL, T.FISHERIES, T.LAND_SETTLEMENT]
COOPERATIVE_TYPES = [*AGRICULTURAL_TYPES, T.SAVINGS, T.CONSUMER, T.SERVICE, T.CREDIT_UNION]
FARMER_GROUP_TYPES = [
    T.RICE,
    T.ORCHARD,
    T.FIELD_CROP,
    T.LIVESTOCK,
    T.FISHERY_GROUP,
    T.OTHER_GROUP,
]
TYPES_OF_KIND = {Kind.COOPERATIVE: COOPERATIVE_TYPES, Kind.FARMER_GROUP: FARMER_GROUP_TYPES}


class Status(models.TextChoices):
    """The eight values kept by the office; the public sees PublicStatus."""

    OPERATING = "operating", pgettext_lazy("inside status", "operating")
    NOT_OPERATING = "not_operating", _("not operating")
    SUSPENDED = "suspended", _("suspended")
    IN_COURT = "in_court", _("in court proceedings")
    BANKRUPT = "bankrupt", _("bankrupt")
    RECEIVERSHIP = "receivership", _("in receivership")
    DISSOLVED = "dissolved", _("dissolved")
    LIQUIDATION = "liquidation", _("in liquidation")


class PublicStatus(models.TextChoices):
    OPERATING = "operating", pgettext_lazy("public status", "operating")
    STOPPED = "stopped", _("stopped operating")
    ENDED = "ended", _("dissolved or in liquidation")


STATUSES_OF_PUBLIC = {
    PublicStatus.OPERATING: [Status.OPERATING, Status.IN_COURT],
    PublicStatus.STOPPED: [
        Status.NOT_OPERATING,
        Status.SUSPENDED,
        Status.BANKRUPT,
        Status.RECEIVERSHIP,
    ],
    PublicStatus.ENDED: [Status.DISSOLVED, Status.LIQUIDATION],
}


class BusinessLine(models.TextChoices):
    DEPOSITS = "deposits", _("takes deposits")
    LOANS = "loans", _("gives loans")
    SUPPLY = "supply", _("supplies goods")
    COLLECTION = "collection", _("collects produce")
    PROCESSING = "processing", _("processes produce")
    SERVICES = "services", _("services and welfare")


class NameUse(models.TextChoices):
    FORMER = "former", _("former name")
    ALSO_WRITTEN = "also_written", _("also written")


class SuccessionKind(models.TextChoices):
    AMALGAMATION = "amalgamation", _("amalgamation")
    DIVISION = "division", _("division")


class OrganizationEventKind(models.TextChoices):
    """In the order of the law."""

    DISSOLUTION = "dissolution", _("dissolution")
    LIQUIDATION = "liquidation", _("liquidation")
    STRIKING_OFF = "striking_off", _("striking off the register")


class Position(models.TextChoices):
    BOARD_CHAIR = "board_chair", _("chair of the board")
    BOARD_MEMBER = "board_member", _("board member")
    MANAGER = "manager", _("manager")
    RESPONSIBLE = "responsible", _("person responsible")
    INSPECTOR = "inspector", _("inspector chosen by the members")
    DEPUTY = "deputy", _("deputy for filling in")
    GOVERNOR = "governor", _("governor")
    PROVINCIAL_OFFICER = "provincial_officer", _("provincial cooperative officer")
    PROMOTION_OFFICER = "promotion_officer", _("cooperative promotion officer")
    OFFICER = "officer", _("officer")


P = Position
ORGANIZATION_POSITIONS = [
    P.BOARD_CHAIR,
    P.BOARD_MEMBER,
    P.MANAGER,
    P.RESPONSIBLE,
    P.INSPECTOR,
    P.DEPUTY,
]
AGENCY_POSITIONS = [P.GOVERNOR, P.PROVINCIAL_OFFICER, P.PROMOTION_OFFICER, P.OFFICER]

# Who speaks for it there: whose slip goes to it, in this order.
LEADING_POSITIONS = [P.MANAGER, P.RESPONSIBLE, P.BOARD_CHAIR]
# Who works for an organization in the portal. A group without a manager is served by its chair, a
# board member or whoever is responsible.
ACCESS_POSITIONS = [*LEADING_POSITIONS, P.BOARD_MEMBER, P.DEPUTY]


class Acting(models.TextChoices):
    """Two different things in Thai administrative law; neither is the holder of the post."""

    ACTING_FOR = "acting_for", _("acting for")
    PERFORMING_FOR = "performing_for", _("performing duties for")


class Ending(models.TextChoices):
    IN_OFFICE = "in_office", _("in office")
    ENDED = "ended", _("ended on a date")
    UNKNOWN = "unknown", _("ended at an unknown date")


class CommitteeOffice(models.TextChoices):
    """In the order on paper; the 15 seats stand before the secretary."""

    ADVISER = "adviser", _("adviser")
    CHAIR = "chair", pgettext_lazy("of the committee", "chair")
    SECRETARY = "secretary", _("secretary")


ONE_HOLDER_OFFICES = [CommitteeOffice.CHAIR, CommitteeOffice.SECRETARY]


class Occupancy(models.TextChoices):
    HELD = "held", _("held")
    VACANT = "vacant", _("vacant")
    NOT_RECORDED = "not_recorded", _("not recorded in the source")


class BasisKind(models.TextChoices):
    ORDER = "order", _("order")
    ANNOUNCEMENT = "announcement", _("announcement")
    RESOLUTION = "resolution", _("resolution")


SEATS = (1, 2, 3)
NETWORK_NUMBERS = (1, 2, 3, 4, 5)

# The kind of list in which persons come and go as a file.
PEOPLE_LIST = "people"

# Besides Django's four: who may load a list of these records, and who may take one away.
REGISTER_PERMISSIONS = ("add", "change", "delete", "view", "import", "export")
