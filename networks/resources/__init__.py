from networks.resources.organization import OrganizationResource
from networks.resources.person import AppointmentResource, PersonResource
from networks.resources.place import DistrictResource
from networks.resources.seat import SeatResource

# By the name that commands and addresses use.
KINDS = {
    resource.slug: resource
    for resource in (
        OrganizationResource,
        DistrictResource,
        PersonResource,
        AppointmentResource,
        SeatResource,
    )
}

__all__ = [
    "KINDS",
    "AppointmentResource",
    "DistrictResource",
    "OrganizationResource",
    "PersonResource",
    "SeatResource",
]
