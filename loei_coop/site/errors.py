"""Pages that say what went wrong and where to go on, in the language of the path."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext_lazy as _

from loei_coop.common.errors import NotFound

TITLES = {
    400: _("This address cannot be read"),
    403: _("You may not see this page"),
    404: _("This page was not found"),
    413: _("This is too large to be sent"),
    414: _("This address cannot be read"),
    429: _("Too many tries"),
}
ADVICE = {
    403: _("Sign in with an account that has the right, or ask the office."),
    404: _("The address may be misspelt, or the page may have been removed."),
    429: _("Nothing was changed. Please wait a minute, then try again."),
}


def error_page(request, status: int, sentence: str = "") -> HttpResponse:
    context = {"title": TITLES[status], "sentence": sentence or ADVICE.get(status, "")}
    return render(request, "site/error.html", context, status=status)


def bad_request(request, exception):
    # A refused Host header must not be looked at again, as a rendered page would.
    html = loader.render_to_string("400.html")
    return HttpResponse(html, status=400)


def permission_denied(request, exception):
    return error_page(request, 403)


def csrf_failure(request, reason=""):
    sentence = _(
        "The form was open too long, or cookies are off. Go back, load the page again and send "
        "it once more."
    )
    return error_page(request, 403, sentence)


def page_not_found(request, exception):
    return error_page(request, 404, str(exception) if isinstance(exception, NotFound) else "")


def too_many_requests(request):
    response = error_page(request, 429)
    response.headers["Retry-After"] = "60"
    return response


def server_error(request):
    """Without context: whatever broke may break it again."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)
