from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group

from loei_coop.accounts.groups import GROUPS, label_of

admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(auth_admin.GroupAdmin):
    """Groups that the portal keeps can be looked at; the office may make others."""

    list_display = ["label"]

    @admin.display(description=Group._meta.verbose_name, ordering="name")
    def label(self, group):
        return label_of(group)

    def has_change_permission(self, request, obj=None):
        return self.is_own(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.is_own(obj) and super().has_delete_permission(request, obj)

    def is_own(self, group) -> bool:
        return group is None or group.name not in GROUPS
