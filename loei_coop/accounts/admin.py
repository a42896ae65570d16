from django.contrib import admin
from django.contrib.auth import admin as auth_admin

from loei_coop.accounts.models import User
from loei_coop.thai.django.dates import show_moment


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    ordering = ["username"]
    readonly_fields = ["last_sign_in", "joined"]
    fieldsets = [
        *auth_admin.UserAdmin.fieldsets[:-1],
        (auth_admin.UserAdmin.fieldsets[-1][0], {"fields": ["last_sign_in", "joined"]}),
    ]

    @admin.display(description=User._meta.get_field("last_login").verbose_name)
    def last_sign_in(self, user):
        return show_moment(user.last_login) if user.last_login else self.get_empty_value_display()

    @admin.display(description=User._meta.get_field("date_joined").verbose_name)
    def joined(self, user):
        return show_moment(user.date_joined)
