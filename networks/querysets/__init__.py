"""Which rows: each question has one named method."""

from networks.querysets.base import CodedQuerySet, SearchableQuerySet
from networks.querysets.organizations import OrganizationQuerySet
from networks.querysets.people import (
    OFFICE_CODE,
    AgencyQuerySet,
    AppointmentQuerySet,
    CommitteeMemberQuerySet,
    CommitteeTermQuerySet,
    ContactReadingQuerySet,
    PersonQuerySet,
)
from networks.querysets.places import AreaNetworkQuerySet, DistrictQuerySet, SubdistrictQuerySet
from networks.querysets.proposals import HoldersConfirmationQuerySet, ProposalQuerySet
from networks.querysets.seats import SeatHoldingQuerySet

__all__ = [
    "OFFICE_CODE",
    "AgencyQuerySet",
    "AppointmentQuerySet",
    "AreaNetworkQuerySet",
    "CodedQuerySet",
    "CommitteeMemberQuerySet",
    "CommitteeTermQuerySet",
    "ContactReadingQuerySet",
    "DistrictQuerySet",
    "HoldersConfirmationQuerySet",
    "OrganizationQuerySet",
    "PersonQuerySet",
    "ProposalQuerySet",
    "SearchableQuerySet",
    "SeatHoldingQuerySet",
    "SubdistrictQuerySet",
]
