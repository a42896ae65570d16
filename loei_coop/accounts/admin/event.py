from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts import events
from loei_coop.accounts.models import AccountEvent
from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.thai.django.dates import show_moment


@admin.register(AccountEvent)
class AccountEventAdmin(ReadOnlyAdmin):
    """The log of the door, newest first."""

    list_display = ["when", "user_name", "kind", "shown_changes", "made_by_name", "address"]
    list_filter = ["kind"]
    search_fields = ["user_name", "made_by_name", "address"]
    fields = list_display
    readonly_fields = ["when", "shown_changes"]

    @admin.display(
        description=AccountEvent._meta.get_field("happened_at").verbose_name,
        ordering="happened_at",
    )
    def when(self, event):
        return show_moment(event.happened_at)

    @admin.display(description=_("changes"), empty_value="–")
    def shown_changes(self, event):
        return events.show_changes(event) or None
