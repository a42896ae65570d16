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
    ForumQuerySet,
    PracticeQuerySet,
)
from governance.querysets.criteria import CategoryQuerySet, ItemQuerySet
from governance.querysets.editions import EditionQuerySet

__all__ = [
    "AnnouncementQuerySet",
    "AnswerQuerySet",
    "AssessmentQuerySet",
    "AwardQuerySet",
    "CategoryQuerySet",
    "EditionQuerySet",
    "EvidenceQuerySet",
    "ForumQuerySet",
    "ImprovementQuerySet",
    "ItemQuerySet",
    "MeetingQuerySet",
    "PracticeQuerySet",
    "RoundQuerySet",
]
