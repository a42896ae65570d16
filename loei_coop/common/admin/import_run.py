from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.common.imports.addresses import kind_label, run_address
from loei_coop.common.models import ImportRun
from loei_coop.thai.django.dates import show_moment


class KindOfListFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind of list")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = ImportRun.objects.order_by("kind").values_list("kind", flat=True).distinct()
        return [(kind, kind_label(kind)) for kind in kinds]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Every file that was looked at, and what became of it. Never what is written in it: a file
    may hold private contacts, and its own pages ask for the right to import."""

    list_display = ["file_name", "state", "pages", "kind_of_list", "when", "received_by"]
    list_filter = ["state", KindOfListFilter]
    list_select_related = ["received_by"]
    search_fields = ["file_name", "received_by__username"]
    ordering = ["-received_at", "-pk"]
    fields = ["file_name", "kind_of_list", "when", "received_by", "state", "change_set", "pages"]
    readonly_fields = ["kind_of_list", "when", "pages"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("sheet", "kept")

    @admin.display(description=gettext_lazy("kind of list"), ordering="kind")
    def kind_of_list(self, run):
        return kind_label(run.kind)

    @admin.display(
        description=ImportRun._meta.get_field("received_at").verbose_name, ordering="received_at"
    )
    def when(self, run):
        return show_moment(run.received_at)

    @admin.display(description=gettext_lazy("pages"))
    def pages(self, run):
        links = [(reverse("admin:common_importrun_open", args=[run.pk]), page_word(run))]
        if run.state == ImportRun.State.IMPORTED:
            undo = reverse("admin:common_importrun_take_back", args=[run.pk])
            links.append((undo, _("Take this import back")))
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    def get_urls(self):
        pages = [("open", "import_run"), ("take_back", "import_undo")]
        return [
            path(
                f"<int:run_id>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(self.leading_to(page)),
                name=f"common_importrun_{name}",
            )
            for name, page in pages
        ] + super().get_urls()

    def leading_to(self, page: str):
        """To the page in the admin of the list, of those that the officer may import into."""

        def view(request, run_id):
            address = run_address(request, get_object_or_404(ImportRun, pk=run_id), page)
            if address is None:
                raise PermissionDenied
            return redirect(address)

        return view


def page_word(run: ImportRun) -> str:
    return _("Preview") if run.state == ImportRun.State.PREVIEWED else _("Result")
