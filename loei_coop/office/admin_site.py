from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class OfficeSite(AdminSite):
    """The officers' face of the portal."""

    site_title = _("Loei Provincial Cooperative Office")
    site_header = _("Cooperative network portal of Loei: for officers")
    index_title = _("The office's work")
    enable_nav_sidebar = False
