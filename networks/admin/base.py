from functools import reduce
from operator import or_

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from loei_coop.common.history_admin import HistoryAdmin
from loei_coop.thai import search
from loei_coop.thai.django.dates import show_partial
from loei_coop.thai.django.fields import partial_date
from networks.forms import WholeRowForm


class RegisterAdmin(HistoryAdmin):
    """Lists of the register: constant number of queries, pages of fifty."""

    form = WholeRowForm
    list_per_page = 50
    show_full_result_count = False


class FoldedSearch:
    """Searches as visitors do: however the name is spelt."""

    search_fields = ["search_text"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.search(search_term), False


class FoldedRelatedSearch:
    """The same where the search texts are those of other records: every term is in one of them."""

    def get_search_results(self, request, queryset, search_term):
        for term in search.terms(search_term):
            columns = [Q((f"{name}__contains", term)) for name in self.search_fields]
            queryset = queryset.filter(reduce(or_, columns))
        return queryset, False


def partial_column(name: str, label):
    """A changelist column that shows a PartialDateField with its precision."""

    @admin.display(description=label, ordering=name)
    def column(row):
        value = partial_date(row, name)
        return show_partial(value) if value else None

    column.__name__ = f"{name}_shown"
    return column


@admin.display(description=_("sample record"), ordering="is_sample")
def sample_mark(row):
    """A word where it is a sample, nothing where it is real."""
    return _("Sample record") if row.is_sample else ""


SOURCE_FIELDS = ("source", "source_detail", "is_sample")
