"""Who is in office: the list of today, what is to change in it, and its yearly confirmation."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from loei_coop.common.typed import returns_typed_text
from loei_coop.desk.forms.holders import BeginForm, ConfirmationForm, DeputyForm, EndForm
from loei_coop.desk.guards import desk_page, leaders_page, row_of
from loei_coop.desk.sending import attempt, carried_out, done, form_page, sent
from loei_coop.desk.views.proposals import sent_to_the_office
from loei_coop.thai.django.dates import show_day
from networks import workflow
from networks.choices import Position
from networks.models import Appointment
from networks.organization_page import office_holders
from networks.register import deputies

METHODS = ["GET", "HEAD", "POST"]


@desk_page
@require_safe
def holders(request, desk):
    context = {
        "desk": desk,
        "holders": holders_today(desk),
        "deputies": deputies_today(desk),
        "confirmation": desk.organization.holders_confirmations.latest(),
    }
    return render(request, "desk/holders.html", context)


def in_office(desk) -> list[Appointment]:
    return office_holders(desk.organization, timezone.localdate()).today


def holders_today(desk) -> list[Appointment]:
    return [row for row in in_office(desk) if row.position != Position.DEPUTY]


def deputies_today(desk):
    return desk.organization.appointments.giving_access().deputies().with_names()


@returns_typed_text
@leaders_page
@require_http_methods(METHODS)
def begin(request, desk):
    form = BeginForm(sent(request), desk=desk)
    return proposal_page(request, desk, form, title=_("A new office holder"))


@returns_typed_text
@leaders_page
@require_http_methods(METHODS)
def deputy(request, desk):
    form = DeputyForm(sent(request), desk=desk)
    explanation = _(
        "A deputy fills in the portal for you, with an account of their own: nobody else has to "
        "know your password. A deputy cannot name others or confirm the list of office holders."
    )
    return proposal_page(request, desk, form, title=_("Name a deputy"), explanation=explanation)


@returns_typed_text
@leaders_page
@require_http_methods(METHODS)
def end(request, desk, number):
    rows = desk.organization.appointments.filter(pk__in=[row.pk for row in holders_today(desk)])
    appointment = row_of(rows.with_names(), number)
    form = EndForm(sent(request), desk=desk, appointment=appointment)
    context = {"title": _("The end of an office"), "appointment": appointment}
    return proposal_page(request, desk, form, **context)


@leaders_page
@require_http_methods(METHODS)
def end_deputy(request, desk, number):
    """At once, without the office: whoever filled in for another stays outside from now on."""
    row = row_of(deputies_today(desk), number)
    if request.method != "POST":
        return render(request, "desk/end_deputy.html", {"desk": desk, "deputy": row})
    sentence = _("%(person)s no longer fills in for you.") % {"person": row.person}
    attempt(request, lambda: deputies.end_deputy(row, by=desk.person), sentence)
    return redirect("desk:holders", desk.organization.code)


def proposal_page(request, desk, form, **context):
    if proposal := carried_out(request, form):
        return sent_to_the_office(request, desk, proposal)
    return form_page(request, "desk/form.html", desk, form, **context)


@returns_typed_text
@leaders_page
@require_http_methods(METHODS)
def confirm(request, desk):
    """After the general meeting: the list as it stands is right."""
    form = ConfirmationForm(sent(request), desk=desk)
    if confirmation := carried_out(request, form):
        sentence = _("Thank you. The list is confirmed for the general meeting of %(day)s.")
        day = {"day": show_day(confirmation.meeting_on)}
        return done(request, sentence % day, "desk:holders", desk.organization.code)
    confirmations = desk.organization.holders_confirmations
    context = {
        "holders": in_office(desk),
        "confirmation": confirmations.latest(),
        "entries": confirmations.to_confirm_by(desk.actor).with_authors(),
    }
    return form_page(request, "desk/holders_confirm.html", desk, form, **context)


@leaders_page
@require_http_methods(METHODS)
def confirm_entry(request, desk, number):
    """Of the list: what an officer entered for whoever is signed in. Asked for without sending
    anything, as after a new sign-in, it leads to the page with the button."""
    row = row_of(desk.organization.holders_confirmations, number)
    if request.method == "POST":
        thanks = _("Thank you. You have confirmed the entry.")
        attempt(request, lambda: workflow.confirm_entry(row, by=desk.actor), thanks)
    return redirect("desk:holders-confirm", desk.organization.code)
