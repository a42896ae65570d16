"""What was proposed from the desk, and what became of it."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from loei_coop.common.pagination import page_links
from loei_coop.desk.guards import desk_page, row_of
from loei_coop.desk.sending import attempt, done
from networks import workflow
from networks.register.proposed import lines

ON_A_PAGE = 25


def sent_to_the_office(request, desk, proposal):
    sentence = _("Sent to the office.")
    return done(request, sentence, "desk:proposal", desk.organization.code, proposal.pk)


@desk_page
@require_safe
def proposals(request, desk):
    rows = desk.organization.proposals.with_names().latest_first()
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    links = page_links(page, lambda number: f"?page={number}")
    context = {"desk": desk, "proposals": page, "page_links": links}
    return render(request, "desk/proposals.html", context)


@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request, desk, number):
    row = row_of(desk.organization.proposals.with_names(), number)
    if request.method == "POST":
        act_of(request)(request, desk, row)
        return redirect("desk:proposal", desk.organization.code, row.pk)
    context = {
        "desk": desk,
        "proposal": row,
        "lines": lines(row),
        "may_withdraw": row.is_waiting and desk.may_withdraw(row),
        "may_confirm": desk.may_confirm(row),
    }
    return render(request, "desk/proposal.html", context)


def act_of(request):
    acts = {"withdraw": withdraw, "confirm": confirm}
    try:
        return acts[request.POST.get("act")]
    except KeyError as error:
        raise BadRequest from error


def withdraw(request, desk, row):
    if not desk.may_withdraw(row):
        raise PermissionDenied
    attempt(request, lambda: workflow.withdraw(row), _("Withdrawn. Nothing was changed."))


def confirm(request, desk, row):
    attempt(
        request,
        lambda: workflow.confirm_entry(row, by=desk.actor),
        _("Thank you. You have confirmed the entry."),
    )
