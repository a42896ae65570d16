from django.contrib import admin

from networks.admin.base import RegisterAdmin, partial_column
from networks.models import RegisterCount, Source


@admin.register(Source)
class SourceAdmin(RegisterAdmin):
    list_display = [
        "code",
        "title",
        partial_column("dated_on", Source._meta.get_field("dated_on").verbose_name),
        "dating_note",
    ]
    search_fields = ["code", "title", "title_en"]
    ordering = ["code"]


@admin.register(RegisterCount)
class RegisterCountAdmin(RegisterAdmin):
    list_display = [
        "kind",
        "number",
        partial_column("counted_on", RegisterCount._meta.get_field("counted_on").verbose_name),
        "source",
    ]
    list_filter = ["kind"]
    list_select_related = ["source"]
    search_fields = ["source__title"]
    autocomplete_fields = ["source"]
    ordering = ["-counted_on", "kind"]
