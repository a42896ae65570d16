"""What officers narrow the list of assessments by."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from governance.models import AssessmentRound
from governance.states import State
from networks.choices import NETWORK_NUMBERS, Kind

WORK = {
    "mine": _("to review, mine"),
    "review": _("to review, all"),
    "confirm": _("for the working group"),
    "reconsider": _("asked to reconsider"),
    "overdue": _("overdue"),
}


class WorkFilter(admin.SimpleListFilter):
    """The officer's queue."""

    title = _("what waits")
    parameter_name = "work"

    def lookups(self, request, model_admin):
        return WORK.items()

    def queryset(self, request, queryset):
        chosen = {
            "mine": lambda: queryset.to_review().reviewed_by(request.user),
            "review": queryset.to_review,
            "confirm": queryset.to_confirm,
            "reconsider": queryset.with_waiting_reconsideration,
            "overdue": queryset.overdue,
        }.get(self.value())
        return chosen() if chosen else queryset


class RoundFilter(admin.SimpleListFilter):
    title = _("assessment round")
    parameter_name = "round"

    def lookups(self, request, model_admin):
        rounds = AssessmentRound.objects.latest_first().select_related("edition__standard")
        return [(str(row.pk), f"{row} · {row.edition.standard}") for row in rounds]

    def queryset(self, request, queryset):
        return queryset.filter(round=self.value()) if is_number(self.value()) else queryset


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        return queryset.filter(state=self.value()) if self.value() in State else queryset


class NetworkFilter(admin.SimpleListFilter):
    title = _("area network")
    parameter_name = "network"

    def lookups(self, request, model_admin):
        numbers = [(str(n), _("Area network %(number)s") % {"number": n}) for n in NETWORK_NUMBERS]
        return [*numbers, ("none", _("not recorded in the source"))]

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.filter(organization__district__network=None)
        if is_number(self.value()):
            return queryset.filter(organization__district__network__number=self.value())
        return queryset


class KindFilter(admin.SimpleListFilter):
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return Kind.choices

    def queryset(self, request, queryset):
        kinds = Kind.values
        return (
            queryset.filter(organization__kind=self.value()) if self.value() in kinds else queryset
        )


def is_number(value: str | None) -> bool:
    return bool(value) and value.isascii() and value.isdigit()
