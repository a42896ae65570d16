"""The assessments of an organization: begin one, or say that it takes no part."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance import workflow
from governance.forms import ReasonForm
from governance.offers import offers, recorded_of
from loei_coop.common.errors import WorkflowError
from loei_coop.desk.assessment.guards import assessment_page, round_page
from loei_coop.desk.guards import desk_page


@desk_page
@require_safe
def assessments(request, desk):
    own = desk.organization
    context = {"desk": desk, "offers": offers(own), "recorded": recorded_of(own)}
    return render(request, "desk/assessment/list.html", context)


@round_page
@require_POST
def start(request, desk, round_):
    try:
        workflow.start(round_, desk.organization, **desk.authors)
    except WorkflowError as error:
        messages.error(request, str(error))
        return redirect("desk:assessments", desk.organization.code)
    return redirect("desk:assessment", desk.organization.code, round_.pk)


@round_page
def decline(request, desk, round_):
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            workflow.decline(round_, desk.organization, **desk.authors, reason=reason)
        except WorkflowError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted: you do not take part this year."))
            return redirect("desk:assessments", desk.organization.code)
    context = {"desk": desk, "round": round_, "form": form}
    return render(request, "desk/assessment/decline.html", context, status=status_of(form))


@assessment_page
@require_POST
def rejoin(request, desk, assessment):
    try:
        workflow.rejoin(assessment, **desk.authors)
    except WorkflowError as error:
        messages.error(request, str(error))
        return redirect("desk:assessments", desk.organization.code)
    messages.success(
        request, _("You take part after all. What was answered before is still there.")
    )
    return redirect("desk:assessment", desk.organization.code, assessment.round_id)


def status_of(form) -> int:
    return 400 if form.errors else 200
