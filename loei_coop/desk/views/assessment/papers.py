"""An assessment on paper: for the meeting of the board, and blank."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from governance import assessment_papers
from loei_coop.desk.assessment.guards import assessment_page, round_page


@assessment_page
@require_safe
def paper(request, desk, assessment):
    name = f"assessment-{desk.organization.code}-{assessment.round_id}"
    return pdf(assessment_papers.summary_pdf(assessment), name=name)


@round_page
@require_safe
def blank(request, desk, round_):
    name = f"blank-form-{desk.organization.code}-{round_.pk}"
    return pdf(assessment_papers.blank_pdf(round_, desk.organization), name=name)


def pdf(content: bytes, *, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
