from django.contrib import admin

from governance.models import Standard
from networks.admin.base import RegisterAdmin


@admin.register(Standard)
class StandardAdmin(RegisterAdmin):
    list_display = ["code", "name", "name_en"]
    list_display_links = ["code", "name"]
    search_fields = ["code", "name", "name_en"]
    ordering = ["code"]
    fields = [
        "code",
        ("name", "name_en"),
        ("category_word", "category_word_en"),
        ("item_word", "item_word_en"),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []
