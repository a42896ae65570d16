from governance.admin import (
    assessment,
    assessment_round,
    award,
    criteria,
    edition,
    meeting,
    standard,
)

__all__ = [
    "assessment",
    "assessment_round",
    "award",
    "criteria",
    "edition",
    "meeting",
    "standard",
]
