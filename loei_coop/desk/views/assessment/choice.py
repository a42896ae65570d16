"""Two people wrote different things into one item: one of them, or a merged text, is chosen."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance import answers
from governance.forms import PickForm, merged_form
from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.desk.assessment.guards import assessment_page
from loei_coop.desk.assessment.sent import UnreadableError, item_of


@assessment_page
def choice(request, desk, assessment, item_code):
    item = item_or_404(assessment, item_code)
    answer, rivals = answers.versions(assessment, item)
    if not rivals:
        messages.info(request, _("There is nothing to choose here: one version stands."))
        return back(desk, assessment, item)
    data = request.POST if request.method == "POST" else None
    pick = PickForm(answer, rivals, data)
    merged = merged_form(item, answer, rivals, data)
    if pick.is_valid() and settle(desk, assessment, item, pick, merged):
        messages.success(request, _("Saved."))
        return back(desk, assessment, item)
    # Whoever was refused looks at the versions as they are now.
    answer, rivals = answers.versions(assessment, item)
    context = {
        "desk": desk,
        "assessment": assessment,
        "item": item,
        "answer": answer,
        "rivals": rivals,
        "mark": answers.mark(answer, rivals),
        "pick": pick,
        "merged": merged,
    }
    status = 409 if pick.is_bound else 200
    return render(request, "desk/assessment/choice.html", context, status=status)


def item_or_404(assessment, code):
    try:
        return item_of(assessment, code)
    except UnreadableError as error:
        raise NotFound(str(error)) from error


def settle(desk, assessment, item, pick, merged) -> bool:
    if pick.is_merged and not merged.is_valid():
        return False
    chosen = pick.cleaned_data["pick"]
    content = merged.content if pick.is_merged else pick.contents[chosen]
    try:
        mark = pick.cleaned_data["mark"]
        answers.settle(assessment, item, content=content, seen=mark, **desk.authors)
    except WorkflowError as error:
        pick.add_error(None, str(error))
        return False
    return True


def back(desk, assessment, item):
    address = [desk.organization.code, assessment.round_id, item.category.number]
    return redirect("desk:assessment-category", *address)
