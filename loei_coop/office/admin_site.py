from functools import update_wrapper

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import logout as account_logout
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts.permissions import is_administrator
from loei_coop.common.changes.lines import page_of
from loei_coop.common.changes.rows import Wanted
from loei_coop.common.changes.views import latest_changes
from loei_coop.office import backups
from loei_coop.office.backup_views import backup_urls
from loei_coop.office.work_list import work_list
from loei_coop.thai.collation import sort_key

# Records whose changes the first page tells of.
LATEST = 10


class OfficeSite(AdminSite):
    """The officers' face of the portal."""

    site_title = _("Loei Provincial Cooperative Office")
    site_header = _("Cooperative network portal of Loei: for officers")
    index_title = _("The office's work")
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        latest = page_of(request.user, Wanted(), size=LATEST)
        found = {"work_list": work_list(request.user), "latest": latest}
        if is_administrator(request.user):
            found["last_backup"] = backups.newest_moment() or ""
        return super().index(request, {**found, **(extra_context or {})})

    def get_urls(self):
        changes = path("changes/", self.admin_view(self.changes_view), name="changes")
        return [changes, *backup_urls(self), *super().get_urls()]

    def changes_view(self, request):
        return latest_changes(request, self.each_context(request))

    def login(self, request, extra_context=None):
        """One door for everybody, with its limits and its second step."""
        target = get_next_redirect_url(request) or reverse("admin:index", current_app=self.name)
        if not request.user.is_authenticated:
            return redirect_to_login(target)
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect(target)

    def logout(self, request, extra_context=None):
        return account_logout(request)

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def admin_view(self, view, cacheable=False):
        """Whoever is signed in and no officer is told so; who is not is asked to sign in."""
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return update_wrapper(guarded, view)

    def get_app_list(self, request, app_label=None):
        """Each app's lists in dictionary order."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: sort_key(str(model["name"])))
        return apps
