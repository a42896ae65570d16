"""Nothing typed is lost to a session that ended: for pages of the desk and of the office.

A form that cannot be taken, because nobody is signed in any more, or somebody else is, is answered
with a page that carries what was typed and sends it once more: nothing of it is stored. What must
not be read on that page is sealed for the account and the page that it was typed with. A page that
was open over a new sign-in carries an old token; that it comes from the portal's own pages is then
told by the browser itself, in the Origin header.
"""

from functools import wraps

from django.conf import settings
from django.http import Http404, JsonResponse, QueryDict
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render, resolve_url
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from loei_coop.common import acting
from loei_coop.common.sealing import BrokenSealError, seal, unseal

# What was typed and cannot be read, and for how long it can be opened.
SEALED = "sealed"
KEPT_SECONDS = 12 * 60 * 60
# Fields that nobody typed.
MACHINE_FIELDS = {"csrfmiddlewaretoken", "account", "mark", "next", "stay", "evidence"}
MACHINE_ENDINGS = ("-base", "-seen", "-is_looked_at")


def keeps_typed_text(view):
    """The outermost decorator of a page that takes kept text like any other."""
    return keeping(view, into_form=False)


def returns_typed_text(view):
    """The outermost decorator of a page that shows kept text in its form first: `is_returned`."""
    return keeping(view, into_form=True)


def keeping(view, *, into_form: bool):
    @csrf_exempt
    @never_cache
    @wraps(view)
    def guarded(request, **kwargs):
        if request.method != "POST":
            return view(request, **kwargs)
        if refusal := refusal_of(request):
            return refused(request, *refusal, into_form=into_form)
        if SEALED in request.POST:
            try:
                request.POST = opened(request)
            except BrokenSealError:
                return refused(request, 400, _("This text was kept too long, or is not yours."))
            request.has_returned_text = into_form
        return view(request, **kwargs)

    return guarded


def is_returned(request) -> bool:
    """What is sent is not to be stored yet: it was kept, and is to be seen in the form."""
    return getattr(request, "has_returned_text", False)


def refusal_of(request) -> tuple[int, str] | None:
    """(status, why it cannot be taken now)"""
    if not is_from_our_pages(request):
        return 403, _("The form was open too long. Send it once more.")
    if not request.user.is_authenticated:
        # Whoever typed nothing is led to the door.
        told = _("You are not signed in any more. Nothing is lost.")
        return (401, told) if has_typed(request) else None
    if is_of_another(request):
        return 409, _("This was typed while another account was signed in.")
    return None


def gives_text_back(view):
    """Inside `keeps_typed_text`: what was typed for a page that is none (any more) is shown to
    whoever typed it."""

    @wraps(view)
    def guarded(request, **kwargs):
        try:
            return view(request, **kwargs)
        except Http404 as error:
            if request.method != "POST":
                raise
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


def is_of_another(request) -> bool:
    """Typed with another account than is signed in now."""
    sent = request.headers.get("X-Account") or request.POST.get("account", "")
    is_own = not sent or constant_time_compare(sent, account_key(request))
    return request.user.is_authenticated and not is_own


def refused(request, status: int, sentence: str, *, into_form: bool = False):
    """What comes into the form first need not be read here; another account never reads it."""
    sign_in = sign_in_address(request)
    if request.content_type == "application/json":
        return JsonResponse({"sentence": sentence, "sign_in": sign_in}, status=status)
    is_sealed = into_form or is_of_another(request) or SEALED in request.POST
    context = {
        "sentence": sentence,
        "sign_in": sign_in if status in {401, 409} else "",
        "typed": [] if is_sealed else typed_texts(request),
        "fields": sealed_fields(request, status) if is_sealed else all_fields(request),
        "comes_into_form": into_form,
    }
    return render(request, "common/kept.html", context, status=status)


def sealed_fields(request, status: int) -> list[tuple[str, str]]:
    """For the account that it was typed with; without one, or with a broken seal, none."""
    account, sealed = request.POST.get("account", ""), request.POST.get(SEALED, "")
    if not account or status == 400:
        return []
    sealed = sealed or seal(all_fields(request), purpose=purpose_of(request, account))
    return [("account", account), (SEALED, sealed)]


def opened(request) -> QueryDict:
    """What was sealed for this page and whoever is signed in."""
    purpose = purpose_of(request, account_key(request))
    data = QueryDict(mutable=True)
    for name, value in unseal(request.POST[SEALED], purpose=purpose, seconds=KEPT_SECONDS):
        data.appendlist(name, value)
    return data


def purpose_of(request, account: str) -> str:
    return f"typed {account} {request.path}"


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
    fields = ((name, value) for name, values in request.POST.lists() for value in values)
    return [field for field in fields if field[0] != "csrfmiddlewaretoken"]


def sign_in_address(request) -> str:
    """With the way back to the page on which it was typed."""
    page = request.headers.get("X-Page") or request.path
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page})}"
