"""The pages of a list in the admin: upload, preview, result, taking back; and the list as a file.

django-import-export is the door: its addresses, permissions and buttons; what happens behind it
is `workflow`.
"""

import re

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from import_export.admin import ImportExportMixin

from loei_coop.common.imports import files, workflow
from loei_coop.common.imports.preview import make_preview
from loei_coop.common.imports.rows import LEFT_OUT
from loei_coop.common.models import ImportRun
from loei_coop.common.sheets.errors import SheetError
from loei_coop.common.sheets.reading import LARGEST_FILE
from loei_coop.common.sheets.writing import CSV_TYPE, XLSX_TYPE

ANSWER = re.compile(r"row-([0-9]{1,6})")


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Excel workbook (.xlsx) or CSV file in UTF-8"),
        allow_empty_file=True,  # it is told as what it is
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            sentence = _("The file is larger than %(limit)s MB. Divide the list.")
            raise forms.ValidationError(sentence % {"limit": LARGEST_FILE // 1_000_000})
        return file


class ListAdmin(ImportExportMixin):
    """A changelist whose records come and go as files. `resource`: the kind of list."""

    resource = None
    import_export_change_list_template = "admin/imports/change_list.html"

    def get_urls(self):
        opts = self.model._meta
        pages = [
            ("import/template/", self.template_view, "import_template"),
            ("import/<int:run_id>/", self.run_view, "import_run"),
            ("import/<int:run_id>/rest/", self.rest_view, "import_rest"),
            ("import/<int:run_id>/undo/", self.undo_view, "import_undo"),
        ]
        return [
            path(
                address,
                self.admin_site.admin_view(view),
                name=f"{opts.app_label}_{opts.model_name}_{name}",
            )
            for address, view, name in pages
        ] + super().get_urls()

    def page(self, name: str, *arguments) -> str:
        opts = self.model._meta
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=arguments)

    # The kinds of files whose pages are here

    def run_kinds(self) -> dict[str, str]:
        """{kind: its label}"""
        return {self.resource.slug: str(self.resource.label)}

    def may_open_run(self, request, kind: str) -> bool:
        return self.has_import_permission(request)

    def run_page(self, run: ImportRun, page: str) -> str:
        return self.page(page, run.pk)

    def check_import_permission(self, request):
        if not self.has_import_permission(request):
            raise PermissionDenied

    # Out

    def export_action(self, request):
        """The list as the filters of the changelist leave it."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        resource, format = self.resource(), request.GET.get("format")
        queryset = self.exported(request, resource)
        if format == "csv":
            headers = {"Content-Disposition": f'attachment; filename="{resource.slug}.csv"'}
            lines = files.as_csv(resource, queryset)
            return StreamingHttpResponse(lines, content_type=CSV_TYPE, headers=headers)
        return workbook(files.as_xlsx(resource, queryset), f"{resource.slug}.xlsx")

    def exported(self, request, resource):
        """In the order of the resource, whatever the changelist is sorted by."""
        parameters = request.GET.copy()
        parameters.pop("format", None)
        request.GET = parameters
        chosen = self.get_export_queryset(request).order_by().values("pk")
        return resource.get_queryset().filter(pk__in=chosen)

    def template_view(self, request):
        self.check_import_permission(request)
        resource = self.resource()
        return workbook(files.template(resource), f"{resource.slug}-template.xlsx")

    # In

    def import_action(self, request, **kwargs):
        self.check_import_permission(request)
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(*sent)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                run = workflow.receive(
                    self.resource, file.read(), file_name=file.name, by=request.user
                )
            except SheetError as error:
                form.add_error("file", str(error))
            else:
                return redirect(self.page("import_run", run.pk))
        context = {"form": form, "columns": self.resource().columns}
        return self.answer(request, "upload", _("Import a list"), **context)

    def process_import(self, request, **kwargs):
        """The library's second step; here the preview has an address of its own."""
        return redirect(self.page("import"))

    def run_view(self, request, run_id):
        run = self.get_run(request, run_id)
        if request.method == "POST" and run.state == ImportRun.State.PREVIEWED:
            return self.answer_run(request, run)
        if run.state != ImportRun.State.PREVIEWED:
            return self.answer(request, "result", _("Import"), run=run, left=run.sheet["rows"])
        plan = workflow.plan_of(run, self.resource())
        self.before_preview(request, plan)
        preview = make_preview(
            plan, show=request.GET.get("show", ""), page=request.GET.get("page", "1")
        )
        return self.answer(request, "preview", _("Preview of the import"), run=run, preview=preview)

    def before_preview(self, request, plan):
        """A list whose former values are private notes who is about to read them."""

    def answer_run(self, request, run):
        if self.decided(request, run):
            messages.success(request, _("Your answers are remembered. This is the new preview."))
            return redirect(self.page("import_run", run.pk))
        if "confirm" not in request.POST:
            return redirect(self.page("import_run", run.pk))
        try:
            done = workflow.confirm(
                run,
                self.resource(),
                fingerprint=request.POST.get("fingerprint", ""),
                made_by=lambda: request.user,
            )
        except workflow.ImportRefusedError as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, imported_sentence(done))
        return redirect(self.page("import_run", run.pk))

    def decided(self, request, run) -> int:
        """Answers count whichever button was pressed."""
        found = ((ANSWER.fullmatch(name), value) for name, value in request.POST.items())
        answers = {
            int(row[1]): value.removeprefix("record-")
            for row, value in found
            if row and value.startswith("record-")
        }
        if not answers:
            return 0
        plan = workflow.plan_of(run, self.resource())
        return workflow.decide(run, plan, answers=answers, by=request.user)

    def rest_view(self, request, run_id):
        """The rows that are left out, as a file that says why."""
        run = self.get_run(request, run_id)
        if run.state == ImportRun.State.PREVIEWED:
            why = files.why_of(workflow.plan_of(run, self.resource()).of(*LEFT_OUT))
        else:
            why = {int(number): reasons for number, reasons in run.sheet["why"].items()}
        return workbook(files.left_out(run, why), f"{run.kind}-rest-{run.pk}.xlsx")

    def undo_view(self, request, run_id):
        run = self.get_run(request, run_id)
        if run.change_set is None:
            return redirect(self.page("import_run", run.pk))
        if request.method != "POST":
            undo = workflow.plan_undo_of(run)
            return self.answer(request, "undo", _("Take this import back"), run=run, undo=undo)
        try:
            done = workflow.undo_import(run, made_by=lambda: request.user)
        except workflow.ImportRefusedError as error:
            messages.warning(request, str(error))
            return redirect(self.page("import_run", run.pk))
        messages.success(request, undone_sentence(done))
        return self.answer(request, "undone", _("Import taken back"), run=run, undo=done)

    # Common

    def get_run(self, request, run_id) -> ImportRun:
        self.check_import_permission(request)
        runs = ImportRun.objects.select_related("change_set", "received_by")
        run = runs.filter(pk=run_id, kind=self.resource.slug).first()
        if run is None:
            raise Http404
        return run

    def answer(self, request, template, title, **context):
        opts = self.model._meta
        names = ["import", "import_template", "changelist"]
        own = {
            "opts": opts,
            "title": title,
            "addresses": {name: self.page(name) for name in names},
        }
        if "run" in context:
            run_pages = ["import_run", "import_rest", "import_undo"]
            own["addresses"] |= {name: self.page(name, context["run"].pk) for name in run_pages}
        context = {**self.admin_site.each_context(request), **own, **context}
        status = 400 if getattr(context.get("form"), "errors", None) else 200
        return render(request, f"admin/imports/{template}.html", context, status=status)


def workbook(file, name: str) -> FileResponse:
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)


def imported_sentence(done) -> str:
    sentence = _("Imported: %(added)s new, %(changed)s changed; %(left_out)s rows left out.")
    return sentence % {"added": done.added, "changed": done.changed, "left_out": done.left_out}


def undone_sentence(done) -> str:
    sentence = ngettext(
        "%(number)s record is as it was before the import.",
        "%(number)s records are as they were before the import.",
        done.removed + done.restored,
    )
    return sentence % {"number": done.removed + done.restored}
