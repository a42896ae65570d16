from django.conf import settings
from django.shortcuts import redirect

from loei_coop.accounts import second_factor

# What is needed to set the second step up, or to leave.
ON_THE_WAY = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
}


class SecondFactorMiddleware:
    """An officer who must have a second step sets it up before anything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if settings.LOCAL or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if request.resolver_match.url_name in ON_THE_WAY or not must_set_up(request.user):
            return None
        return redirect("mfa_activate_totp")


def must_set_up(user) -> bool:
    return (
        user.is_authenticated
        and second_factor.is_required(user)
        and not second_factor.has_one(user)
    )
