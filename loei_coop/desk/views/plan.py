"""The plan of improvement: its lines, how far they are, and the plan on paper."""

from functools import partial

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance import plan_papers, plans
from governance.forms import ActionForm, ProgressForm
from governance.learning import places_to_learn
from governance.models import Item
from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.common.sheets.writing import XLSX_TYPE
from loei_coop.common.uploads.serving import attachment
from loei_coop.desk.assessment.guards import handed_in_page
from loei_coop.desk.guards import desk_page, row_of
from loei_coop.desk.sending import attempt, done, form_page, sent
from loei_coop.desk.views.assessment.papers import pdf

METHODS = ["GET", "HEAD", "POST"]


@desk_page
@require_safe
def plan(request, desk):
    lines = plans.plan_of(desk.organization)
    return render(request, "desk/plan/plan.html", {"desk": desk, "lines": lines})


@handed_in_page
@require_http_methods(METHODS)
def add(request, desk, assessment, item_code):
    """From an item of a result, prefilled with its target."""
    item = item_of(assessment, item_code)
    form = ActionForm(sent(request), initial=plans.suggestion(item))
    act = partial(plans.add, assessment, item)
    if was_written(desk, form, act):
        return done(request, _("It is in your plan."), "desk:plan", desk.organization.code)
    context = {
        "item": item,
        "title": _("Add to the plan"),
        "places": places_to_learn(assessment, [item])[item.pk],
    }
    return form_page(request, "desk/plan/line.html", desk, form, **context)


def item_of(assessment, code: str) -> Item:
    rows = Item.objects.of_edition(assessment.round.edition_id).select_related("category")
    item = rows.filter(code=code).first()
    if item is None:
        raise NotFound(_("The form has no such item."))
    return item


def was_written(desk, form, act) -> bool:
    """What is refused stays in the form with its reason."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act(**form.cleaned_data, **desk.authors)
    except WorkflowError as error:
        form.add_error(None, str(error))
        return False
    return True


def line_of(desk, number):
    rows = desk.organization.improvement_actions.standing().with_authors()
    return row_of(rows.select_related("item__category", "assessment__round"), number)


@desk_page
@require_http_methods(METHODS)
def line(request, desk, number):
    """What is planned."""
    row = line_of(desk, number)
    initial = {name: getattr(row, name) for name in plans.CONTENT}
    form = ActionForm(sent(request), initial=initial)
    return line_page(request, desk, row, form, _("Change the line"))


@desk_page
@require_http_methods(METHODS)
def progress(request, desk, number):
    row = line_of(desk, number)
    initial = {name: getattr(row, name) for name in plans.PROGRESS}
    form = ProgressForm(sent(request), initial=initial)
    return line_page(request, desk, row, form, _("Progress and result"))


def line_page(request, desk, row, form, title):
    if was_written(desk, form, partial(plans.change, row)):
        return done(request, _("Saved."), "desk:plan", desk.organization.code)
    context = {"item": row.item, "line": row, "title": title}
    return form_page(request, "desk/plan/line.html", desk, form, **context)


@desk_page
@require_http_methods(METHODS)
def remove(request, desk, number):
    row = line_of(desk, number)
    if request.method != "POST":
        return render(request, "desk/plan/remove.html", {"desk": desk, "line": row})
    attempt(request, partial(plans.remove, row, **desk.authors), _("It is no longer in your plan."))
    return redirect("desk:plan", desk.organization.code)


@desk_page
@require_POST
def confirm(request, desk, number):
    row = line_of(desk, number)
    thanks = _("Thank you. You have confirmed the entry.")
    attempt(request, partial(plans.confirm_entry, row, by=desk.actor), thanks)
    return redirect("desk:plan", desk.organization.code)


@desk_page
@require_safe
def paper(request, desk):
    name = f"plan-{desk.organization.code}"
    return pdf(plan_papers.plan_pdf(desk.organization), name=name)


@desk_page
@require_safe
def file(request, desk):
    name = f"plan-{desk.organization.code}.xlsx"
    return attachment(plan_papers.plan_sheet(desk.organization), name=name, media_type=XLSX_TYPE)
