from networks.admin import (
    access,
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
    "committee",
    "contact_reading",
    "event",
    "organization",
    "person",
    "place",
    "register",
    "seat",
]
