from governance.admin import assessment, assessment_round, criteria, edition, meeting, standard

__all__ = ["assessment", "assessment_round", "criteria", "edition", "meeting", "standard"]
