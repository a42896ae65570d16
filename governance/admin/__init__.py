from governance.admin import criteria, edition, standard

__all__ = ["criteria", "edition", "standard"]
