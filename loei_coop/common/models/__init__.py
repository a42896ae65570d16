from loei_coop.common.models.authored import AuthoredModel, AuthoredQuerySet
from loei_coop.common.models.change_set import ChangeSet
from loei_coop.common.models.import_run import ImportDecision, ImportRun

__all__ = ["AuthoredModel", "AuthoredQuerySet", "ChangeSet", "ImportDecision", "ImportRun"]
