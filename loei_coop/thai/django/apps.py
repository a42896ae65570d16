from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class ThaiConfig(AppConfig):
    name = "loei_coop.thai.django"
    label = "thai"
    verbose_name = _("Thai")

    def ready(self):
        from loei_coop.thai.django.checks import stale_keys

        checks.register(stale_keys, checks.Tags.database)
