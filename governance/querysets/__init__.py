"""Which rows: each question has one named method."""

from governance.querysets.assessments import (
    AnswerQuerySet,
    AssessmentQuerySet,
    EvidenceQuerySet,
    ImprovementQuerySet,
    MeetingQuerySet,
    RoundQuerySet,
)
from governance.querysets.awards import (
    AnnouncementQuerySet,
    AwardQuerySet,
)
from governance.querysets.criteria import CategoryQuerySet, ItemQuerySet
from governance.querysets.editions import EditionQuerySet
from governance.querysets.exchange import (
    ForumHostQuerySet,
    ForumQuerySet,
    PracticeQuerySet,
    PromiseQuerySet,
    TopicQuerySet,
)

__all__ = [
    "AnnouncementQuerySet",
    "AnswerQuerySet",
    "AssessmentQuerySet",
    "AwardQuerySet",
    "CategoryQuerySet",
    "EditionQuerySet",
    "EvidenceQuerySet",
    "ForumHostQuerySet",
    "ForumQuerySet",
    "ImprovementQuerySet",
    "ItemQuerySet",
    "MeetingQuerySet",
    "PracticeQuerySet",
    "PromiseQuerySet",
    "RoundQuerySet",
    "TopicQuerySet",
]
