from django.contrib import admin

from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.thai.django.dates import show_moment
from networks.models import ContactReading


@admin.register(ContactReading)
class ContactReadingAdmin(ReadOnlyAdmin):
    """The log of who was shown private contacts, newest first."""

    list_display = ["when", "person_code", "person", "where", "read_by_name"]
    list_filter = ["where"]
    list_select_related = ["person"]
    search_fields = ["person_code", "person__search_text", "read_by_name"]
    show_full_result_count = False
    fields = list_display
    readonly_fields = ["when"]

    @admin.display(
        description=ContactReading._meta.get_field("read_at").verbose_name, ordering="read_at"
    )
    def when(self, reading):
        return show_moment(reading.read_at)
