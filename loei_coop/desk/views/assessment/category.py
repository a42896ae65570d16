"""One part of the form. Without JavaScript the whole page is sent, and merged item by item."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance import answers, plans
from governance.completeness import progress_by_category, progress_of
from governance.entries import Outcome, entries_of, save_entries
from loei_coop.common.typed import browser_facts
from loei_coop.desk.assessment.guards import category_page

UNSAVED = {Outcome.TWO_VERSIONS, Outcome.WRONG, Outcome.REFUSED, Outcome.LOCKED}


@category_page
def category(request, desk, assessment, category):
    data = request.POST if request.method == "POST" else None
    entries = entries_of(assessment, category, by=desk.actor, data=data)
    if data is not None:
        save_entries(assessment, entries, **desk.authors)
        if not any(entry.outcome in UNSAVED for entry in entries):
            return saved(request, desk, assessment, category, entries)
    return shown(request, desk, assessment, category, entries)


def saved(request, desk, assessment, category, entries):
    messages.success(request, _("Saved."))
    code, round_id = desk.organization.code, assessment.round_id
    wanted = request.POST.get("evidence")
    if wanted in {entry.item.code for entry in entries}:
        return redirect("desk:assessment-evidence-item", code, round_id, wanted)
    following = following_number(assessment, category) if "next" in request.POST else None
    if "next" in request.POST and following is None:
        return redirect("desk:assessment", code, round_id)
    return redirect("desk:assessment-category", code, round_id, following or category.number)


def shown(request, desk, assessment, category, entries):
    lay_plan_beside(assessment, entries)
    left_out = assessment.left_out.filter(category=category).first()
    context = {
        "desk": desk,
        "assessment": assessment,
        "category": category,
        "standard": assessment.round.edition.standard,
        "entries": entries,
        "kept_back": [entry for entry in entries if entry.outcome in UNSAVED],
        "left_out": left_out,
        "why_closed": answers.why_closed(assessment, by=desk.actor),
        "is_open": left_out is None and any(entry.is_open for entry in entries),
        "progress": progress_of(assessment),
        "categories": progress_by_category(assessment),
        **browser_facts(request),
    }
    return render(request, "desk/assessment/category.html", context, status=status_of(entries))


def lay_plan_beside(assessment, entries):
    lines = plans.beside(assessment)
    for entry in entries:
        entry.plan = lines.get(entry.item.pk, [])


def status_of(entries) -> int:
    outcomes = {entry.outcome for entry in entries}
    if Outcome.LOCKED in outcomes:
        return 403
    if {Outcome.REFUSED, Outcome.TWO_VERSIONS} & outcomes:
        return 409
    return 400 if Outcome.WRONG in outcomes else 200


def following_number(assessment, category) -> str | None:
    """Of the next part that is assessed."""
    assessed = [row.category.number for row in progress_by_category(assessment) if not row.reason]
    rest = assessed[assessed.index(category.number) + 1 :] if category.number in assessed else []
    return next(iter(rest), None)
