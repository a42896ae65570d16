from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _

from loei_coop.office.work_list import work_list
from loei_coop.thai.collation import sort_key


class OfficeSite(AdminSite):
    """The officers' face of the portal."""

    site_title = _("Loei Provincial Cooperative Office")
    site_header = _("Cooperative network portal of Loei: for officers")
    index_title = _("The office's work")
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        found = {"work_list": work_list(request.user)}
        return super().index(request, {**found, **(extra_context or {})})

    def get_app_list(self, request, app_label=None):
        """Each app's lists in dictionary order."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: sort_key(str(model["name"])))
        return apps
