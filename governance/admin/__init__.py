from governance.admin import (
    assessment,
    assessment_round,
    award,
    criteria,
    edition,
    exchange,
    meeting,
    standard,
)

__all__ = [
    "assessment",
    "assessment_round",
    "award",
    "criteria",
    "edition",
    "exchange",
    "meeting",
    "standard",
]
