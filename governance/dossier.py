"""All that is recorded of one assessment, for the office to read."""

from collections.abc import Iterable
from dataclasses import dataclass

from governance import evidence, permissions
from governance.completeness import asked_items
from governance.evidence import Shown
from governance.explaining import Explanation, explain, explain_review
from governance.models import (
    Assessment,
    AssessmentEvent,
    Category,
    LeftOutCategory,
    Reconsideration,
    Return,
)
from governance.review_page import Looked, looked_at


@dataclass(frozen=True)
class Dossier:
    """`shows_review`: to whoever is not involved in the assessment."""

    explanation: Explanation
    parts: list[tuple[Category, list[Looked]]]
    of_the_whole: list[Shown]
    left_out: list[LeftOutCategory]
    returns: list[Return]
    requests: list[Reconsideration]
    events: list[AssessmentEvent]
    shows_review: bool
    opens_evidence: bool


def dossier_of(assessment: Assessment, *, for_user) -> Dossier:
    is_uninvolved = permissions.is_uninvolved(for_user, assessment)
    return Dossier(
        explanation=explain_review(assessment) if is_uninvolved else explain(assessment),
        parts=by_category(looked_at(assessment, asked_items(assessment))),
        of_the_whole=evidence.by_item(assessment).get(None, []),
        left_out=list(assessment.left_out.select_related("category")),
        returns=list(assessment.returns.select_related("made_by")),
        requests=list(assessment.reconsiderations.select_related("asked_by", "decided_by")),
        events=list(assessment.events.select_related("made_by", "on_behalf_of")),
        shows_review=is_uninvolved,
        opens_evidence=permissions.may_open_evidence(for_user, assessment),
    )


def by_category(rows: Iterable[Looked]) -> list[tuple[Category, list[Looked]]]:
    found: dict[Category, list[Looked]] = {}
    for row in rows:
        found.setdefault(row.item.category, []).append(row)
    return list(found.items())
