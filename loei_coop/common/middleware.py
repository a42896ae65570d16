from django.conf import settings

from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# What no page of the portal asks a browser for.
UNUSED = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi"]
HEADERS = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
}


class HeadersMiddleware:
    """What every answer tells a browser, whoever gives it: a page, a file, a redirect, or Django
    itself that refuses a request before any other middleware has seen it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class ChangeSetMiddleware:
    """What one request changes is one ChangeSet of the user who sent it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in SAFE_METHODS:
            return self.get_response(request)
        with recording(ChangeSet.Source.FORM, made_by=lambda: signed_in_user(request)):
            return self.get_response(request)


def signed_in_user(request):
    return request.user if request.user.is_authenticated else None
