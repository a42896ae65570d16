from networks.admin import (
    access,
    agency,
    committee,
    contact_reading,
    event,
    organization,
    person,
    place,
    proposal,
    register,
    seat,
)

__all__ = [
    "access",
    "agency",
    "committee",
    "contact_reading",
    "event",
    "organization",
    "person",
    "place",
    "proposal",
    "register",
    "seat",
]
