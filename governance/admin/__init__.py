from governance.admin import assessment_round, criteria, edition, standard

__all__ = ["assessment_round", "criteria", "edition", "standard"]
