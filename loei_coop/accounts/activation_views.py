"""The first use of an account, in two steps: the code with its digits, then a password."""

import time

from allauth.account.utils import perform_login
from django.contrib.auth.forms import SetPasswordForm
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from loei_coop.accounts import activation
from loei_coop.accounts.activation_forms import ActivationForm
from loei_coop.accounts.models import ActivationCode
from loei_coop.common.client import address_key

FROM_THE_SLIP = "activation_typed"
CHECKED = "activation_checked"
# How long a password may be thought about after the code was right.
SECONDS_TO_CHOOSE = 30 * 60
LONGEST_CODE = ActivationForm.base_fields["code"].max_length
METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
def activate_from_slip(request, code):
    """The address in the QR code. What is in it goes into the form, and out of the address."""
    request.session[FROM_THE_SLIP] = code[:LONGEST_CODE]
    return redirect("accounts:activate")


@never_cache
@sensitive_post_parameters()
@require_http_methods(METHODS)
def activate(request):
    from_the_slip = {"code": request.session.get(FROM_THE_SLIP, "")}
    form = ActivationForm(sent(request), initial=from_the_slip)
    if request.method != "POST" or not form.is_valid():
        return code_page(request, form, status=400 if form.errors else 200)
    try:
        code = activation.check(
            form.cleaned_data["code"],
            form.cleaned_data.get("digits", ""),
            address_key=address_key(request),
        )
    except activation.TooManyWrongCodesError as error:
        return code_page(request, form, refusal=str(error), status=429)
    except activation.ActivationRefusedError as error:
        return code_page(request, form, refusal=str(error), status=400)
    request.session[CHECKED] = {"code": code.pk, "at": time.time()}
    return redirect("accounts:activate-password")


def sent(request):
    return request.POST if request.method == "POST" else None


def code_page(request, form, *, refusal="", status=200):
    context = {"form": form, "refusal": refusal}
    return render(request, "accounts/activate.html", context, status=status)


def checked_code(request) -> ActivationCode | None:
    """The code whose digits this browser has given a moment ago."""
    checked = request.session.get(CHECKED)
    if not checked or time.time() - checked["at"] > SECONDS_TO_CHOOSE:
        return None
    return ActivationCode.objects.select_related("user").filter(pk=checked["code"]).first()


@never_cache
@sensitive_post_parameters()
@require_http_methods(METHODS)
def choose_password(request):
    code = checked_code(request)
    if code is None:
        sentence = _("Please type code and digits first; they hold for half an hour.")
        return code_page(request, ActivationForm(), refusal=sentence, status=400)
    form = SetPasswordForm(code.user, sent(request))
    if request.method != "POST" or not form.is_valid():
        return password_page(request, code, form, status=400 if form.errors else 200)
    try:
        user = activation.activate(code, password=form.cleaned_data["new_password1"])
    except activation.ActivationRefusedError as error:
        return password_page(request, code, form, refusal=str(error), status=400)
    # The same door as every day: who has a second step is asked for it.
    return perform_login(request, user, redirect_url=reverse("accounts:activated"))


def password_page(request, code, form, *, refusal="", status=200):
    context = {"account": code.user, "form": form, "refusal": refusal}
    return render(request, "accounts/activate_password.html", context, status=status)


@never_cache
@require_safe
def activated(request):
    if not request.user.is_authenticated:
        return redirect("accounts:activate")
    return render(request, "accounts/activated.html")
