from networks.admin import (
    access,
    agency,
    committee,
    contact_reading,
    event,
    organization,
    person,
    place,
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
    "register",
    "seat",
]
