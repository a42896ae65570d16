"""Where an assessment stands: its parts, what is missing, its accounting year."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance import answers, carrying, scope
from governance.completeness import missing_of, progress_by_category, progress_of
from governance.forms import AccountingYearForm, ReasonForm
from governance.states import State
from loei_coop.common.errors import WorkflowError
from loei_coop.common.typed import browser_facts
from loei_coop.desk.assessment.guards import assessment_page, category_page
from loei_coop.desk.sending import attempt


@assessment_page
@require_safe
def overview(request, desk, assessment):
    return render(request, "desk/assessment/overview.html", facts_of(request, desk, assessment))


def facts_of(request, desk, assessment, **others) -> dict:
    return {
        "desk": desk,
        "assessment": assessment,
        "edition": assessment.round.edition,
        "why_closed": answers.why_closed(assessment, by=desk.actor),
        "is_draft": assessment.state == State.DRAFT,
        "progress": progress_of(assessment),
        "categories": progress_by_category(assessment),
        "missing": missing_of(assessment),
        "rivals": answers.waiting_rivals(assessment),
        "returned": answers.returned_rows(assessment).select_related("item__category"),
        "year_form": year_form(assessment),
        "to_carry": carrying.offered(assessment),
        **browser_facts(request),
        **others,
    }


def year_form(assessment) -> AccountingYearForm:
    initial = {
        "ended_on": assessment.accounting_year_end,
        "is_open": assessment.is_year_closed is False,
    }
    return AccountingYearForm(initial=initial)


@assessment_page
@require_POST
def accounting_year(request, desk, assessment):
    form = AccountingYearForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        year = {"ended_on": data["ended_on"], "is_closed": not data["is_open"]}
        try:
            scope.set_accounting_year(assessment, **year, by=desk.actor)
        except WorkflowError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The accounting year is saved."))
            return redirect("desk:assessment", desk.organization.code, assessment.round_id)
    facts = facts_of(request, desk, assessment, year_form=form)
    return render(request, "desk/assessment/overview.html", facts, status=400)


@assessment_page
@require_POST
def carry_over(request, desk, assessment):
    """Last year's answers, each to be confirmed or changed."""
    sentence = _("Carried over. Please confirm or change every item.")
    attempt(request, partial(carrying.carry_over, assessment, **desk.authors), sentence)
    return redirect("desk:assessment", desk.organization.code, assessment.round_id)


@category_page
def leave_out(request, desk, assessment, category):
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            scope.leave_out(assessment, category, reason=reason, **desk.authors)
        except WorkflowError as error:
            form.add_error(None, str(error))
        else:
            return redirect("desk:assessment", desk.organization.code, assessment.round_id)
    context = {"desk": desk, "assessment": assessment, "category": category, "form": form}
    status = 400 if form.errors else 200
    return render(request, "desk/assessment/leave_out.html", context, status=status)


@category_page
@require_POST
def take_in(request, desk, assessment, category):
    try:
        scope.take_in(assessment, category, **desk.authors)
    except WorkflowError as error:
        messages.error(request, str(error))
    address = [desk.organization.code, assessment.round_id, category.number]
    return redirect("desk:assessment-category", *address)
