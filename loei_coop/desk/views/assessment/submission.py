"""The last step: what is missing, or the board's resolution."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance import answers, workflow
from governance.completeness import missing_of
from governance.forms import SubmissionForm
from loei_coop.common.errors import WorkflowError
from loei_coop.common.typed import browser_facts
from loei_coop.desk.assessment.guards import assessment_page


@assessment_page
def submit(request, desk, assessment):
    if request.method == "POST" and not desk.leads:
        raise PermissionDenied
    form = SubmissionForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and submitted(desk, assessment, form):
        messages.success(request, _("Submitted. The office will look at it and answer here."))
        return redirect("desk:assessment", desk.organization.code, assessment.round_id)
    context = {
        "desk": desk,
        "assessment": assessment,
        "form": form,
        "signed_pages": assessment.evidence.current().of_the_whole().with_authors(),
        "missing": missing_of(assessment),
        "why_closed": answers.why_closed(assessment, by=desk.actor),
        **browser_facts(request),
    }
    status = 409 if form.errors else 200
    return render(request, "desk/assessment/submit.html", context, status=status)


def submitted(desk, assessment, form) -> bool:
    try:
        workflow.submit(assessment, **desk.authors, **form.cleaned_data)
    except WorkflowError as error:
        form.add_error(None, str(error))
        return False
    return True
