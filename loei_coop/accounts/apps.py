from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "loei_coop.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        from loei_coop.accounts import receivers
        from loei_coop.accounts.groups import sync_groups

        post_migrate.connect(sync_groups, dispatch_uid="groups of officers")
        receivers.connect()
