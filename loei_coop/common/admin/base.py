from django.contrib import admin


class ReadOnlyAdmin(admin.ModelAdmin):
    """To read: what is listed is written by acts, never by hand."""

    list_per_page = 50

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
