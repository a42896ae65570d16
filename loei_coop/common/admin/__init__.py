from loei_coop.common.admin import change_set, import_run

__all__ = ["change_set", "import_run"]
