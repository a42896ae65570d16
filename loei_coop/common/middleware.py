from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# What no page of the portal asks a browser for.
UNUSED = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi"]
PERMISSIONS_POLICY = ", ".join(f"{name}=()" for name in UNUSED)


class PermissionsPolicyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
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
