from networks.admin import access, committee, event, organization, person, place, register, seat

__all__ = ["access", "committee", "event", "organization", "person", "place", "register", "seat"]
