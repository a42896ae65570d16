from networks.admin import (
    access,
    agency,
    committee,
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
    "event",
    "organization",
    "person",
    "place",
    "register",
    "seat",
]
