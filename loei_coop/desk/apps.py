from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The managers' face of the portal."""

    name = "loei_coop.desk"
    label = "desk"
    verbose_name = _("My work")
