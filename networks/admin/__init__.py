from networks.admin import committee, event, organization, person, place, register, seat

__all__ = ["committee", "event", "organization", "person", "place", "register", "seat"]
