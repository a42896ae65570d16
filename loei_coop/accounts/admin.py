from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group

from loei_coop.accounts.groups import GROUPS, label_of
from loei_coop.accounts.models import User
from loei_coop.thai.django.dates import show_moment

admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    ordering = ["username"]
    readonly_fields = ["last_sign_in", "joined"]
    fieldsets = [
        *auth_admin.UserAdmin.fieldsets[:-1],
        (auth_admin.UserAdmin.fieldsets[-1][0], {"fields": ["last_sign_in", "joined"]}),
    ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None and db_field.name == "groups":
            field.label_from_instance = label_of
        return field

    @admin.display(description=User._meta.get_field("last_login").verbose_name)
    def last_sign_in(self, user):
        return show_moment(user.last_login) if user.last_login else self.get_empty_value_display()

    @admin.display(description=User._meta.get_field("date_joined").verbose_name)
    def joined(self, user):
        return show_moment(user.date_joined)


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
