"""What the organization heard at a forum and wants to try: a promise, then a line of its plan."""

from functools import partial

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance import promises
from governance.models import Assessment, Forum, ForumPromise
from loei_coop.common.typed import returns_typed_text
from loei_coop.desk.forms.exchange import PromisedActionForm, PromiseForm
from loei_coop.desk.guards import desk_page, not_among_your_tasks, row_of
from loei_coop.desk.sending import attempt, carried_out, done, form_page, sent
from loei_coop.desk.views.exchange.practices import METHODS
from loei_coop.desk.views.plan import item_of


@returns_typed_text
@desk_page
@require_http_methods(METHODS)
def promise(request, desk, forum_code):
    """We were there."""
    forum = Forum.objects.held().filter(code=forum_code).first()
    if forum is None:
        raise not_among_your_tasks()
    form = PromiseForm(sent(request), desk=desk, forum=forum)
    if row := carried_out(request, form):
        sentence = _("It is noted. Now put it into your plan: choose the item that it improves.")
        return done(request, sentence, "desk:promise-plan", desk.organization.code, row.pk)
    return form_page(request, "desk/exchange/promise.html", desk, form, forum=forum)


def own_promise(desk, number) -> ForumPromise:
    return row_of(desk.organization.forum_promises.with_names(), number)


@desk_page
@require_POST
def confirm(request, desk, number):
    row = own_promise(desk, number)
    thanks = _("Thank you. You have confirmed the entry.")
    attempt(request, partial(promises.confirm_entry, row, by=desk.actor), thanks)
    return redirect("desk:exchange", desk.organization.code)


@desk_page
@require_safe
def choose_item(request, desk, number):
    row = own_promise(desk, number)
    assessment = promises.latest_assessment(desk.organization, row.topic)
    choices = promises.choices(assessment, row.topic) if assessment else []
    context = {
        "desk": desk,
        "promise": row,
        "assessment": assessment,
        "near": [choice for choice in choices if choice.is_near],
        "others": [choice for choice in choices if not choice.is_near],
    }
    return render(request, "desk/exchange/promise_plan.html", context)


@returns_typed_text
@desk_page
@require_http_methods(METHODS)
def plan(request, desk, number, round_id, item_code):
    row = own_promise(desk, number)
    assessment = handed_in(desk, round_id)
    item = item_of(assessment, item_code)
    known = {"promise": row, "assessment": assessment, "item": item}
    form = PromisedActionForm(sent(request), desk=desk, **known)
    if carried_out(request, form):
        return done(request, _("It is in your plan."), "desk:plan", desk.organization.code)
    context = {"item": item, "promise": row, "title": _("Add to the plan")}
    return form_page(request, "desk/plan/line.html", desk, form, **context)


def handed_in(desk, round_id: int) -> Assessment:
    rows = Assessment.objects.of_organization(desk.organization).handed_in().with_names()
    assessment = rows.filter(round=round_id).first()
    if assessment is None:
        raise not_among_your_tasks()
    return assessment
