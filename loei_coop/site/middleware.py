from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from loei_coop.common import limits
from loei_coop.common.middleware import SAFE_METHODS
from loei_coop.common.uploads.documents import LARGEST_FILE
from loei_coop.site.errors import error_page

# The raw query string: some 1,300 Thai letters. Nothing that the portal asks for is longer.
LONGEST_QUERY = 12_000
# Bytes: a file of the largest size that a form takes, and as much again.
LARGEST_REQUEST = 2 * LARGEST_FILE


class PathLanguageMiddleware:
    """The path decides the language: English under /en/, else Thai."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = "en" if (request.path_info + "/").startswith("/en/") else "th"
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class UnreadableQueryMiddleware:
    """A query that no page can read gets a clear page before a database sees it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if len(query) > LONGEST_QUERY:
            return error_page(request, 414, _("The address is too long to be read."))
        if "%00" in query or "\0" in query or "\0" in request.path_info:
            return error_page(request, 400, _("The address has a sign that cannot be read."))
        return self.get_response(request)


class LargeRequestMiddleware:
    """What no form of the portal takes is refused before it fills the disk; what is a little too
    large for its form is told so by the form."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) <= LARGEST_REQUEST:
            return self.get_response(request)
        return error_page(request, 413, _("Please choose smaller files. Nothing was stored."))


class AnonymousFormsMiddleware:
    """Who is not signed in sends the form of a page only so often, whatever page that is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method in SAFE_METHODS or request.user.is_authenticated:
            return None
        if limits.may_send(request, request.resolver_match.view_name):
            return None
        return self.refusal(request)

    def refusal(self, request):
        minutes = settings.ANONYMOUS_FORMS_MINUTES
        sentence = _(
            "Too many forms were sent from this connection. Nothing was stored this time. Please "
            "wait %(minutes)s minutes, then send it again."
        )
        response = error_page(request, 429, sentence % {"minutes": minutes})
        response.headers["Retry-After"] = str(minutes * 60)
        return response
