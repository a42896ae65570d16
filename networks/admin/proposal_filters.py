"""What officers narrow the lists of proposals and confirmations by."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext


class DecisionFilter(admin.SimpleListFilter):
    """Each choice is a method of the rows."""

    title = _("state")
    parameter_name = "decision"

    def lookups(self, request, model_admin):
        return [
            ("waiting", pgettext("proposal", "waiting for the office")),
            ("decided", pgettext("proposals", "decided")),
            ("withdrawn", pgettext("proposal", "withdrawn")),
        ]

    def queryset(self, request, queryset):
        known = {value for value, _label in self.lookup_choices}
        return getattr(queryset, self.value())() if self.value() in known else queryset


class MineFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "mine"

    def lookups(self, request, model_admin):
        return [("yes", _("of organizations that I promote"))]

    def queryset(self, request, queryset):
        return queryset.promoted_by(request.user) if self.value() == "yes" else queryset


class ToConfirmFilter(admin.SimpleListFilter):
    """Of what officers entered for callers."""

    title = _("entered on behalf")
    parameter_name = "to_confirm"

    def lookups(self, request, model_admin):
        return [("yes", _("waits for confirmation"))]

    def queryset(self, request, queryset):
        return queryset.to_confirm() if self.value() == "yes" else queryset
