"""Asking that a confirmed result be looked at again."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from governance import workflow
from governance.forms import ReconsiderationForm
from governance.states import State
from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.desk.assessment.guards import handed_in_page
from loei_coop.desk.sending import done, form_page, sent


@handed_in_page
@require_http_methods(["GET", "HEAD", "POST"])
def reconsider(request, desk, assessment):
    if not desk.leads:
        raise PermissionDenied
    if assessment.state != State.CONFIRMED or assessment.round.is_recorded:
        raise NotFound(_("There is no confirmed result that could be reconsidered."))
    form = ReconsiderationForm(sent(request))
    if was_asked(desk, assessment, form):
        address = ["desk:assessment-result", desk.organization.code, assessment.round_id]
        return done(request, _("The office has your request and answers here."), *address)
    ends = workflow.reconsideration_ends(assessment)
    context = {"assessment": assessment, "ends": ends, "is_over": ends < timezone.now()}
    return form_page(request, "desk/assessment/reconsider.html", desk, form, **context)


def was_asked(desk, assessment, form) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    try:
        workflow.ask_to_reconsider(assessment, **form.cleaned_data, **desk.authors)
    except WorkflowError as error:
        form.add_error(None, str(error))
        return False
    return True
