from governance.admin import assessment, criteria, edition, meeting, standard

__all__ = ["assessment", "criteria", "edition", "meeting", "standard"]
