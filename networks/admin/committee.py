from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from networks.admin.base import SOURCE_FIELDS, FoldedRelatedSearch, RegisterAdmin, partial_column
from networks.admin.issuing import IssuingAdmin
from networks.forms import CommitteeMemberFormSet
from networks.models import CommitteeMember, CommitteeTerm

STARTS = partial_column("starts_on", CommitteeTerm._meta.get_field("starts_on").verbose_name)
ENDS = partial_column("ends_on", CommitteeTerm._meta.get_field("ends_on").verbose_name)


class CommitteeMemberInline(admin.TabularInline):
    model = CommitteeMember
    formset = CommitteeMemberFormSet
    fields = ["office", "order", "person", "starts_on", "ends_on", "source", "is_sample"]
    autocomplete_fields = ["person", "source"]
    extra = 0


@admin.register(CommitteeTerm)
class CommitteeTermAdmin(RegisterAdmin):
    list_display = ["code", "name", STARTS, "ending", ENDS, "is_sample"]
    list_display_links = ["code", "name"]
    list_filter = ["ending", "is_sample"]
    search_fields = ["code", "name", "other_names"]
    autocomplete_fields = ["source"]
    ordering = [F("starts_on").desc(nulls_last=True), "pk"]
    inlines = [CommitteeMemberInline]
    fieldsets = [
        (None, {"fields": ["code", "name", "name_en", "other_names"]}),
        (_("Term"), {"fields": [("starts_on", "ending", "ends_on")]}),
        (_("Basis"), {"fields": [("basis_kind", "basis_number", "basis_dated")]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]


@admin.register(CommitteeMember)
class CommitteeMemberAdmin(IssuingAdmin, FoldedRelatedSearch, RegisterAdmin):
    list_display = ["person", "office", "order", "term", STARTS, ENDS]
    list_filter = ["office", "is_sample"]
    list_select_related = ["person", "term"]
    search_fields = ["person__search_text"]
    autocomplete_fields = ["term", "person", "source"]
    ordering = [F("term__starts_on").desc(nulls_last=True), "office", "order"]

    def people_of(self, rows):
        return rows.giving_access().order_by().values_list("person", flat=True)
