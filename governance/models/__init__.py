from governance.models.assessment_round import AssessmentRound
from governance.models.criteria import Category, Item, Step
from governance.models.edition import Edition
from governance.models.level import Level
from governance.models.standard import Standard

__all__ = ["AssessmentRound", "Category", "Edition", "Item", "Level", "Standard", "Step"]
