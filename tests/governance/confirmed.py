"""Cases whose results are confirmed."""

from governance import workflow
from tests.governance.assessing import make_case, make_confirmer, make_meeting, make_reviewer


def officers():
    return make_reviewer(), make_confirmer()


def confirm(case, reviewer, confirmer, *, share=75, figure="", **lowered):
    """Filled in, submitted, reviewed and confirmed."""
    case.fill(share, figure=figure)
    case.submit()
    case.review(reviewer, **lowered)
    workflow.recommend(case.assessment, by=reviewer)
    meeting = case.round.meetings.first() or make_meeting(case.round, by=confirmer)
    workflow.confirm([case.assessment], meeting=meeting, by=confirmer)
    case.assessment.refresh_from_db()
    return case


def confirmed_cases(round_, shares, **values):
    """An organization for each of the shares."""
    reviewer, confirmer = officers()
    cases = []
    for number, share in enumerate(shares):
        names = {"name": f"สหกรณ์ที่ {number} จำกัด", "manager": f"manager{number}"}
        case = make_case(round_=round_, **names, **values)
        cases.append(confirm(case, reviewer, confirmer, share=share))
    return cases
