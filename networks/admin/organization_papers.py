"""Address labels and call lists: of the chosen rows, or of all that the filters let through."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from networks.contact_log import note_reading
from networks.models import ContactReading
from networks.papers import call_rows, label_sheets, private_numbers


class PapersAdmin:
    """The two papers as actions on chosen rows, and as pages that keep the list's filters."""

    actions = ["address_labels", "call_list"]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("labels/", view(self.labels_page), name=self.paper_url_name("labels")),
            path("call-list/", view(self.calls_page), name=self.paper_url_name("calls")),
            *super().get_urls(),
        ]

    def paper_url_name(self, paper: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{paper}"

    @admin.action(description=_("Print address labels"), permissions=["view"])
    def address_labels(self, request, queryset):
        sheets = label_sheets(queryset)
        return self.paper(request, "labels", {"title": _("Address labels"), "sheets": sheets})

    @admin.action(description=_("Print a call list"), permissions=["view"])
    def call_list(self, request, queryset):
        rows = call_rows(queryset)
        # Private numbers are for those who may look at the person.
        with_private = request.user.has_perm("networks.view_person")
        if with_private:
            where = ContactReading.Where.CALL_LIST
            note_reading(private_numbers(rows), by=request.user, where=where)
        context = {"title": _("Call list"), "rows": rows, "with_private": with_private}
        return self.paper(request, "call_list", context)

    def labels_page(self, request):
        return self.of_the_filters(request, self.address_labels)

    def calls_page(self, request):
        return self.of_the_filters(request, self.call_list)

    def of_the_filters(self, request, paper):
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            return paper(request, self.get_changelist_instance(request).queryset)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(self.list_address())

    def list_address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def paper(self, request, name, context):
        context = {"opts": self.opts, "back": self.list_address(), **context}
        return TemplateResponse(request, f"admin/networks/papers/{name}.html", context)

    def changelist_view(self, request, extra_context=None):
        papers = [
            (reverse(f"admin:{self.paper_url_name('labels')}"), _("Address labels")),
            (reverse(f"admin:{self.paper_url_name('calls')}"), _("Call list")),
        ]
        return super().changelist_view(request, {"papers": papers, **(extra_context or {})})
