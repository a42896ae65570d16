from networks.admin import committee, organization, person, place, register, seat

__all__ = ["committee", "organization", "person", "place", "register", "seat"]
