from governance.models.answer import Answer, RivalAnswer
from governance.models.assessment import Assessment, LeftOutCategory
from governance.models.assessment_round import AssessmentRound
from governance.models.criteria import Category, Item, Step
from governance.models.edition import Edition
from governance.models.event import AssessmentEvent
from governance.models.evidence import Evidence, EvidenceReading
from governance.models.improvement import ImprovementAction
from governance.models.level import Level
from governance.models.meeting import WorkingGroupMeeting
from governance.models.review import ItemReview, Reconsideration, Return, ReturnedItem
from governance.models.standard import Standard

__all__ = [
    "Answer",
    "Assessment",
    "AssessmentEvent",
    "AssessmentRound",
    "Category",
    "Edition",
    "Evidence",
    "EvidenceReading",
    "ImprovementAction",
    "Item",
    "ItemReview",
    "LeftOutCategory",
    "Level",
    "Reconsideration",
    "Return",
    "ReturnedItem",
    "RivalAnswer",
    "Standard",
    "Step",
    "WorkingGroupMeeting",
]
