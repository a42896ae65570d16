from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin

from loei_coop.accounts.admin.event import AccountEventAdmin
from loei_coop.accounts.admin.group import GroupAdmin
from loei_coop.accounts.admin.user import UserAdmin

# Not for officers: addresses live with the account, and the second step is reset on its page.
for model in (EmailAddress, Authenticator):
    if admin.site.is_registered(model):
        admin.site.unregister(model)

__all__ = ["AccountEventAdmin", "GroupAdmin", "UserAdmin"]
