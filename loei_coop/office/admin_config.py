from django.contrib.admin.apps import AdminConfig


class OfficeAdminConfig(AdminConfig):
    """Django's admin with the office's site as the one that every app registers with."""

    default_site = "loei_coop.office.admin_site.OfficeSite"
