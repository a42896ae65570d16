"""What officers narrow the lists of the register by, each choice with its number."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from networks.checks import ORGANIZATION_CHECKS, SEAT_CHECKS
from networks.choices import NETWORK_NUMBERS, TYPES_OF_KIND
from networks.facets import count_by


class CountedFilter(admin.SimpleListFilter):
    """Counts all choices in one query, by the column that they are the values of."""

    column = ""

    def get_facet_queryset(self, changelist):
        rows = changelist.get_queryset(self.request, self.expected_parameters())
        facet = count_by(rows, self.column)
        values = enumerate(value for value, _label in self.lookup_choices)
        return {f"{place}__c": facet.of(self.as_stored(value)) for place, value in values}

    def as_stored(self, value: str):
        return value


class TypeFilter(CountedFilter):
    """The types of the list's own kind."""

    title = _("type")
    parameter_name = "type"
    column = "type"

    def lookups(self, request, model_admin):
        return [(type.value, type.label) for type in TYPES_OF_KIND[model_admin.form.kind]]

    def queryset(self, request, queryset):
        return queryset.filter(type=self.value()) if self.value() else queryset


class NetworkFilter(CountedFilter):
    """The area network, with "not recorded" as a value of its own."""

    title = _("area network")
    parameter_name = "network"
    column = "district__network"

    def lookups(self, request, model_admin):
        numbers = [(str(n), _("Area network %(number)s") % {"number": n}) for n in NETWORK_NUMBERS]
        return [*numbers, ("none", _("not recorded in the source"))]

    def as_stored(self, value):
        return None if value == "none" else int(value)

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.without_network()
        numbers = [number for number in NETWORK_NUMBERS if str(number) == self.value()]
        return queryset.in_network(numbers[0]) if numbers else queryset


class CheckFilter(admin.SimpleListFilter):
    """What to look after. Records that were joined away are only shown when asked for."""

    title = _("to look after")
    parameter_name = "check"
    checks = ORGANIZATION_CHECKS

    def lookups(self, request, model_admin):
        return [(name, check.label) for name, check in self.checks.items()]

    def queryset(self, request, queryset):
        if self.value() in self.checks:
            return self.checks[self.value()].rows(queryset)
        return self.otherwise(queryset)

    def otherwise(self, queryset):
        return queryset.standing()

    def get_facet_queryset(self, changelist):
        rows = changelist.get_queryset(self.request, self.expected_parameters())
        return {
            f"{place}__c": check.rows(rows).order_by().count()
            for place, check in enumerate(self.checks.values())
        }


class SeatCheckFilter(CheckFilter):
    """The ledger as of today: which seats need a person."""

    title = _("today")
    parameter_name = "now"
    checks = SEAT_CHECKS

    def otherwise(self, queryset):
        return queryset
