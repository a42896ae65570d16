from governance.models.announcement import Announcement
from governance.models.answer import Answer, RivalAnswer
from governance.models.assessment import Assessment, LeftOutCategory
from governance.models.assessment_round import AssessmentRound
from governance.models.award import Award
from governance.models.criteria import Category, Item, Step
from governance.models.edition import Edition
from governance.models.event import AssessmentEvent
from governance.models.evidence import Evidence, EvidenceReading
from governance.models.forum import Forum, ForumHost, ForumPromise
from governance.models.improvement import ImprovementAction
from governance.models.level import Level
from governance.models.meeting import WorkingGroupMeeting
from governance.models.practice import Practice, PracticeMaterial
from governance.models.review import ItemReview, Reconsideration, Return, ReturnedItem
from governance.models.standard import Standard
from governance.models.topic import Topic

__all__ = [
    "Announcement",
    "Answer",
    "Assessment",
    "AssessmentEvent",
    "AssessmentRound",
    "Award",
    "Category",
    "Edition",
    "Evidence",
    "EvidenceReading",
    "Forum",
    "ForumHost",
    "ForumPromise",
    "ImprovementAction",
    "Item",
    "ItemReview",
    "LeftOutCategory",
    "Level",
    "Practice",
    "PracticeMaterial",
    "Reconsideration",
    "Return",
    "ReturnedItem",
    "RivalAnswer",
    "Standard",
    "Step",
    "Topic",
    "WorkingGroupMeeting",
]
