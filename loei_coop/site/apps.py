from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "loei_coop.site"
    label = "site"
    verbose_name = _("From visitors")

    def ready(self):
        # What is imported registers itself.
        import_module("loei_coop.checks")
