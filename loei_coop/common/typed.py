"""Nothing typed is lost to a session that ended: for pages of the desk and of the office.

A form that cannot be taken, because nobody is signed in any more, or somebody else is, is answered
with a page that shows what was typed and sends it once more: nothing of it is stored. A page that
was open over a new sign-in carries an old token; that it comes from the portal's own pages is then
told by the browser itself, in the Origin header.
"""

from functools import wraps

from django.conf import settings
from django.http import Http404, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render, resolve_url
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from loei_coop.common import acting

# Fields that nobody typed.
MACHINE_FIELDS = {"csrfmiddlewaretoken", "account", "mark", "next", "stay", "evidence"}
MACHINE_ENDINGS = ("-base", "-seen", "-is_looked_at")


def keeps_typed_text(view):
    """The outermost decorator of a page that takes typed text."""

    @csrf_exempt
    @never_cache
    @wraps(view)
    def guarded(request, **kwargs):
        if request.method != "POST":
            return view(request, **kwargs)
        if not is_from_our_pages(request):
            return refused(request, 403, _("The form was open too long. Send it once more."))
        if not request.user.is_authenticated and not has_typed(request):
            return view(request, **kwargs)  # leads to the door
        if not request.user.is_authenticated:
            return refused(request, 401, _("You are not signed in any more. Nothing is lost."))
        if not is_from_the_same_account(request):
            return refused(request, 409, _("This was typed while another account was signed in."))
        try:
            return view(request, **kwargs)
        except Http404 as error:
            return refused(request, 404, str(error))

    return guarded


def is_from_our_pages(request) -> bool:
    origin = request.headers.get("Origin")
    if origin:
        return origin == f"{request.scheme}://{request.get_host()}"
    return has_token(request)


def has_token(request) -> bool:
    check = CsrfViewMiddleware(lambda request: None)
    check.process_request(request)
    return check.process_view(request, None, (), {}) is None


def account_key(request) -> str:
    """Tells accounts apart on one device, and nothing else; an officer has one for each caller."""
    found = acting.current(request)
    whose = f"{request.user.pk}-{found.user.pk if found else ''}"
    return salted_hmac("loei_coop.desk.account", whose).hexdigest()[:20]


def browser_facts(request) -> dict:
    """What the scripts of a page have to know."""
    return {"account": account_key(request), "sign_in": sign_in_address(request)}


def is_from_the_same_account(request) -> bool:
    sent = request.headers.get("X-Account") or request.POST.get("account", "")
    return not sent or constant_time_compare(sent, account_key(request))


def refused(request, status: int, sentence: str):
    sign_in = sign_in_address(request)
    if request.content_type == "application/json":
        return JsonResponse({"sentence": sentence, "sign_in": sign_in}, status=status)
    context = {
        "sentence": sentence,
        "sign_in": sign_in if status in {401, 409} else "",
        "typed": typed_texts(request),
        "fields": [field for field in all_fields(request) if field[0] != "csrfmiddlewaretoken"],
    }
    return render(request, "common/kept.html", context, status=status)


def typed_texts(request) -> list[tuple[str, str]]:
    """[(number of the item, what was typed or chosen)]"""
    typed = [field for field in request.POST.items() if is_typed(*field)]
    return [(name.partition("-")[0], value) for name, value in typed]


def has_typed(request) -> bool:
    if request.content_type == "application/json":
        return True
    return any(is_typed(name, value) for name, value in request.POST.items())


def is_typed(name: str, value: str) -> bool:
    return bool(value) and name not in MACHINE_FIELDS and not name.endswith(MACHINE_ENDINGS)


def all_fields(request):
    return [(name, value) for name, values in request.POST.lists() for value in values]


def sign_in_address(request) -> str:
    """With the way back to the page on which it was typed."""
    page = request.headers.get("X-Page") or request.path
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page})}"
