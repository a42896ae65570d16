from networks.models.agency import Agency
from networks.models.boundary import DistrictBoundary
from networks.models.committee import CommitteeMember, CommitteeTerm
from networks.models.contact_reading import ContactReading
from networks.models.count import PopulationCount, RegisterCount
from networks.models.organization import Cooperative, FarmerGroup, Organization
from networks.models.organization_event import OrganizationEvent
from networks.models.organization_name import OrganizationName, OrganizationSuccession
from networks.models.person import Appointment, Person
from networks.models.place import AreaNetwork, District, Subdistrict
from networks.models.proposal import HoldersConfirmation, Proposal
from networks.models.seat import SeatHolding
from networks.models.source import Source

__all__ = [
    "Agency",
    "Appointment",
    "AreaNetwork",
    "CommitteeMember",
    "CommitteeTerm",
    "ContactReading",
    "Cooperative",
    "District",
    "DistrictBoundary",
    "FarmerGroup",
    "HoldersConfirmation",
    "Organization",
    "OrganizationEvent",
    "OrganizationName",
    "OrganizationSuccession",
    "Person",
    "PopulationCount",
    "Proposal",
    "RegisterCount",
    "SeatHolding",
    "Source",
    "Subdistrict",
]
