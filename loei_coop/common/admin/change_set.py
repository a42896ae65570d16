from django.contrib import admin

from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.common.models import ChangeSet
from loei_coop.thai.django.dates import show_moment


@admin.register(ChangeSet)
class ChangeSetAdmin(ReadOnlyAdmin):
    """What was changed when, by whom, from which file."""

    list_display = ["when", "made_by", "on_behalf_of", "source", "file_name", "reason"]
    list_filter = ["source"]
    list_select_related = ["made_by", "on_behalf_of"]
    search_fields = ["reason", "file_name", "made_by__username"]
    exclude = ["made_at"]
    readonly_fields = ["when"]

    @admin.display(
        description=ChangeSet._meta.get_field("made_at").verbose_name, ordering="made_at"
    )
    def when(self, change_set):
        return show_moment(change_set.made_at)
