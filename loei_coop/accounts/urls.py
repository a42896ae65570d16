"""The pages of django-allauth that the portal has, under the names that it looks them up by."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_required
from django.urls import include, path
from django.views.decorators.cache import never_cache

from loei_coop.accounts import views


def private(route, view, name):
    """Nothing between here and the person may keep it."""
    return path(route, never_cache(view), name=name)


def own(route, view, name):
    """For whoever is signed in."""
    return private(route, login_required(view), name)


urlpatterns = [
    own("", views.home, "account_home"),
    private("login/", views.SignInView.as_view(), "account_login"),
    private("logout/", account.logout, "account_logout"),
    own("confirm/", account.reauthenticate, "account_reauthenticate"),
    own("password/", account.password_change, "account_change_password"),
    own("sessions/", views.session_list, "account_sessions"),
    own("sessions/<int:number>/end/", views.end_session, "account_end_session"),
    own("sessions/end-others/", views.end_other_sessions, "account_end_other_sessions"),
    own("second-step/", factor.index, "mfa_index"),
    private("second-step/code/", views.CodeView.as_view(), "mfa_authenticate"),
    own("second-step/confirm/", factor.reauthenticate, "mfa_reauthenticate"),
    own("second-step/set-up/", views.SetUpView.as_view(), "mfa_activate_totp"),
    own("second-step/take-off/", totp.deactivate_totp, "mfa_deactivate_totp"),
    own("recovery-codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    own("recovery-codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    own("recovery-codes/file/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    path("activate/", include("loei_coop.accounts.activation_urls")),
]
