"""Which rows: each question has one named method."""

from governance.querysets.assessments import (
    AnswerQuerySet,
    AssessmentQuerySet,
    EvidenceQuerySet,
    ImprovementQuerySet,
    MeetingQuerySet,
    RoundQuerySet,
)
from governance.querysets.criteria import CategoryQuerySet, ItemQuerySet
from governance.querysets.editions import EditionQuerySet

__all__ = [
    "AnswerQuerySet",
    "AssessmentQuerySet",
    "CategoryQuerySet",
    "EditionQuerySet",
    "EvidenceQuerySet",
    "ImprovementQuerySet",
    "ItemQuerySet",
    "MeetingQuerySet",
    "RoundQuerySet",
]
