"""A practice of the organization: proposed, agreed, taken back."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance import workflow
from governance.models import Practice
from governance.states import PRACTICE_MOVES, PracticeState
from governance.workflow import REWORDED
from loei_coop.common.typed import returns_typed_text
from loei_coop.desk.forms.exchange import ChangeForm, ProposeForm, TakeBackForm
from loei_coop.desk.guards import desk_page, leaders_page, row_of
from loei_coop.desk.sending import attempt, carried_out, done, form_page, sent

METHODS = ["GET", "HEAD", "POST"]


def own_practice(desk, number) -> Practice:
    return row_of(desk.organization.practices.with_names().with_authors(), number)


@returns_typed_text
@desk_page
@require_http_methods(METHODS)
def propose(request, desk):
    """Coming from a strong item of a result, that item is chosen already."""
    initial = {"rests_on": request.GET.get("rests_on", "")}
    form = ProposeForm(sent(request), desk=desk, initial=initial)
    if row := carried_out(request, form):
        return done(request, said(row), "desk:practice", desk.organization.code, row.pk)
    return form_page(request, "desk/exchange/propose.html", desk, form)


def said(practice: Practice) -> str:
    if practice.state == PracticeState.AGREED:
        return _("The office has your proposal and looks at it.")
    return _("It waits for the manager, the person responsible or the chair to agree.")


@desk_page
@require_safe
def practice(request, desk, number):
    row = own_practice(desk, number)
    context = {
        "desk": desk,
        "practice": row,
        "materials": row.materials.all(),
        "may_agree": may_agree(desk, row),
        "may_reword": row.state in REWORDED and (desk.leads or is_proposed(row)),
        "may_take_back": desk.leads and bool(steps_back(row)),
    }
    return render(request, "desk/exchange/practice.html", context)


def is_proposed(practice: Practice) -> bool:
    return practice.state == PracticeState.PROPOSED


def may_agree(desk, practice: Practice) -> bool:
    """With an account of one's own: an officer gives nobody's word."""
    return desk.leads and desk.on_behalf_of is None and is_proposed(practice)


def steps_back(practice: Practice) -> set[str]:
    return PRACTICE_MOVES[practice.state] & {PracticeState.DECLINED, PracticeState.WITHDRAWN}


@returns_typed_text
@desk_page
@require_http_methods(METHODS)
def change(request, desk, number):
    row = own_practice(desk, number)
    form = ChangeForm(sent(request), desk=desk, practice=row)
    if carried_out(request, form):
        return back(request, desk, row, _("Saved."))
    return form_page(request, "desk/exchange/change.html", desk, form, practice=row)


@leaders_page
@require_POST
def agree(request, desk, number):
    row = own_practice(desk, number)
    if desk.on_behalf_of:
        raise PermissionDenied
    thanks = _("Thank you. The office has your proposal and looks at it.")
    attempt(request, partial(workflow.agree, row, by=desk.actor), thanks)
    return redirect("desk:practice", desk.organization.code, row.pk)


@desk_page
@require_POST
def again(request, desk, number):
    row = own_practice(desk, number)
    act = partial(workflow.propose_again, row, **desk.authors)
    attempt(request, act, _("It is proposed once more."))
    return redirect("desk:practice", desk.organization.code, row.pk)


@returns_typed_text
@leaders_page
@require_http_methods(METHODS)
def take_back(request, desk, number):
    row = own_practice(desk, number)
    form = TakeBackForm(sent(request), desk=desk, practice=row)
    if carried_out(request, form):
        return back(request, desk, row, _("It is taken back."))
    return form_page(request, "desk/exchange/take_back.html", desk, form, practice=row)


def back(request, desk, practice, sentence):
    return done(request, sentence, "desk:practice", desk.organization.code, practice.pk)
