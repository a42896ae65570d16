"""What came out of an assessment, for the organization itself."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.explaining import explain
from governance.plans import planned_items
from governance.publishing import reconsider_until, show_level
from loei_coop.desk.assessment.guards import handed_in_page
from loei_coop.desk.assessment.result import ResultPage
from loei_coop.desk.sending import attempt


@handed_in_page
@require_safe
def result(request, desk, assessment):
    page = ResultPage(assessment)
    context = {
        "desk": desk,
        "assessment": assessment,
        "edition": assessment.round.edition,
        "page": page,
        "explanation": explain(assessment),
        "requests": assessment.reconsiderations.all(),
        "reconsider_until": reconsider_until(assessment),
        "planned": planned_items(assessment),
    }
    return render(request, "desk/assessment/result.html", context)


@handed_in_page
@require_POST
def public(request, desk, assessment):
    """The organization's own tick for its public page."""
    if not desk.leads:
        raise PermissionDenied
    is_public = request.POST.get("show") == "yes"
    seen = _("Everybody sees your level on your page now.")
    sentence = seen if is_public else _("Your level is no longer on your page.")
    act = partial(show_level, assessment, is_public=is_public, **desk.authors)
    attempt(request, act, sentence)
    return redirect("desk:assessment-result", desk.organization.code, assessment.round_id)
