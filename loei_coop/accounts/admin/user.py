from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.accounts import second_factor, sessions
from loei_coop.accounts.admin.doors import DoorsAdmin
from loei_coop.accounts.groups import label_of
from loei_coop.accounts.models import User
from loei_coop.thai.django.dates import show_moment

# What only a superuser hands out: it would open everything to whoever gives it to oneself.
FOR_SUPERUSERS = ["is_superuser", "user_permissions"]


@admin.register(User)
class UserAdmin(DoorsAdmin, auth_admin.UserAdmin):
    ordering = ["username"]
    readonly_fields = ["last_sign_in", "joined", "factor"]
    fieldsets = [
        *auth_admin.UserAdmin.fieldsets[:-1],
        (auth_admin.UserAdmin.fieldsets[-1][0], {"fields": ["last_sign_in", "joined", "factor"]}),
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

    @admin.display(description=gettext_lazy("second step"))
    def factor(self, user):
        moment = second_factor.set_up_at(user)
        return _("since %(when)s") % {"when": show_moment(moment)} if moment else _("none")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, *FOR_SUPERUSERS]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may_touch(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_touch(request.user, obj)

    def user_change_password(self, request, id, form_url=""):
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and str(request.user.pk) == str(id):
            # One's own new password gave the session a new key.
            sessions.remember(request, request.user)
        return response


def may_touch(user, other) -> bool:
    return other is None or user.is_superuser or not other.is_superuser
