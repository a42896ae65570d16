from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from loei_coop.accounts import devices, events, second_factor, sessions
from loei_coop.accounts.models import AccountEvent, SignedIn

# How django-allauth calls a fault that will pass.
TOO_MANY = {"too_many_login_attempts", "rate_limited"}


@require_safe
def home(request):
    user = request.user
    context = {
        "has_factor": second_factor.has_one(user),
        "must_have_factor": second_factor.is_required(user),
        "session_count": SignedIn.objects.of(user).alive().count(),
    }
    return render(request, "account/home.html", context)


class Limited:
    """A refusal because of too many tries has the status that says so."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        faults = [fault for of_field in form.errors.as_data().values() for fault in of_field]
        if TOO_MANY & {fault.code for fault in faults}:
            response.status_code = 429
        return response


class SignInView(Limited, LoginView):
    pass


class CodeView(Limited, AuthenticateView):
    pass


class SetUpView(ActivateTOTPView):
    def get_context_data(self, **kwargs):
        required = second_factor.is_required(self.request.user)
        return super().get_context_data(**kwargs, required=required)


@require_safe
def session_list(request):
    """Where the account is signed in. A session that none of our doors began is noted here."""
    if not sessions.is_remembered(request):
        sessions.remember(request, request.user)
    rows = SignedIn.objects.of(request.user).alive()
    context = {
        "sessions": [
            {
                "row": row,
                "device": devices.describe(row.browser),
                "is_this": row.session_id == request.session.session_key,
            }
            for row in rows
        ]
    }
    return render(request, "account/sessions.html", context)


@require_POST
def end_session(request, number):
    """Somebody else's is told from one that is gone already by nobody."""
    if not sessions.end(request.user, number):
        raise Http404
    return tell_ended(request, 1)


@require_POST
def end_other_sessions(request):
    ended = sessions.end_all(request.user, apart_from=request.session.session_key)
    return tell_ended(request, ended)


def tell_ended(request, ended: int):
    if ended:
        events.record(AccountEvent.Kind.SESSIONS_ENDED, request.user, request=request)
        sentence = ngettext(
            "%(number)s device was signed out.", "%(number)s devices were signed out.", ended
        )
        messages.success(request, sentence % {"number": ended})
    else:
        messages.info(request, _("You are signed in nowhere else."))
    return redirect("account_sessions")
