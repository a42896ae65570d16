"""The criteria of an edition out as a workbook, and back: a file, what it would do, only then the
draft."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from governance.criteria_file import loading
from governance.criteria_file.columns import all_columns
from governance.criteria_file.writing import FEWEST_STEPS, workbook
from governance.forms.criteria import CriteriaFileForm
from governance.models import Edition
from loei_coop.common.admin.frozen import frozen_reason
from loei_coop.common.frozen import FrozenError
from loei_coop.common.imports.workflow import ImportRefusedError, plan_undo_of, undo_import
from loei_coop.common.middleware import signed_in_user
from loei_coop.common.models import ImportRun
from loei_coop.common.sheets.errors import SheetError
from loei_coop.common.sheets.writing import XLSX_TYPE


def may_import(request) -> bool:
    return request.user.has_perm("governance.import_edition")


def may_export(request) -> bool:
    return request.user.has_perm("governance.export_edition")


def address_of(name: str, *arguments) -> str:
    return reverse(f"admin:governance_edition_{name}", args=arguments)


class CriteriaFilesAdmin:
    """The list of the editions with the pages of their files."""

    def get_urls(self):
        pages = [
            ("<path:object_id>/export/", self.export_view, "export"),
            ("<path:object_id>/import/", self.import_view, "import"),
            ("import/<int:run_id>/", self.run_view, "import_run"),
            ("import/<int:run_id>/undo/", self.undo_view, "import_undo"),
        ]
        return [
            path(address, self.admin_site.admin_view(view), name=f"governance_edition_{name}")
            for address, view, name in pages
        ] + super().get_urls()

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is not None and may_export(request):
            buttons.append((address_of("export", row.pk), _("Criteria as an Excel workbook")))
        if row is not None and may_import(request) and not frozen_reason(row):
            buttons.append((address_of("import", row.pk), _("Import criteria")))
        return buttons

    # The kinds of files whose pages are here

    def run_kinds(self) -> dict[str, str]:
        return {loading.KIND: _("Criteria of an edition")}

    def may_open_run(self, request, kind: str) -> bool:
        return may_import(request)

    def run_page(self, run: ImportRun, page: str) -> str:
        return address_of(page, run.pk)

    # Out

    def export_view(self, request, object_id):
        if not may_export(request):
            raise PermissionDenied
        edition = self.edition(request, object_id)
        return FileResponse(
            workbook(edition),
            as_attachment=True,
            filename=f"{edition.code}.xlsx",
            content_type=XLSX_TYPE,
        )

    # In

    def import_view(self, request, object_id):
        if not may_import(request):
            raise PermissionDenied
        edition = self.edition(request, object_id)
        if reason := frozen_reason(edition):
            messages.error(request, reason)
            return redirect(address_of("change", edition.pk))
        if request.method != "POST":
            return self.upload(request, edition, CriteriaFileForm())
        form = CriteriaFileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.upload(request, edition, form)
        return self.receive(request, edition, form)

    def receive(self, request, edition, form):
        file = form.cleaned_data["file"]
        by = signed_in_user(request)
        try:
            run = loading.receive(edition, file.read(), file_name=file.name, by=by)
        except SheetError as error:
            form.add_error("file", str(error))
        except FrozenError as error:
            form.add_error(None, error)
        except loading.FaultyFileError as error:
            return self.upload(request, edition, form, faults=error.faults)
        else:
            return redirect(address_of("import_run", run.pk))
        return self.upload(request, edition, form)

    def upload(self, request, edition, form, faults=()):
        return self.criteria_page(
            request,
            "upload",
            _("Import criteria"),
            edition,
            status=400 if faults or form.errors else 200,
            form=form,
            faults=faults,
            columns=all_columns(FEWEST_STEPS),
        )

    def run_view(self, request, run_id):
        run, edition = self.run_and_edition(request, run_id)
        if run.state != ImportRun.State.PREVIEWED:
            return self.criteria_page(request, "result", _("Import"), edition, run=run)
        if request.method != "POST":
            return self.preview(request, run, edition)
        seen = request.POST.get("seen", "")
        try:
            done = loading.load(run, seen=seen, made_by=lambda: signed_in_user(request))
        except ImportRefusedError as error:
            messages.warning(request, str(error))
            return redirect(address_of("import_run", run.pk))
        messages.success(request, loaded_sentence(done))
        return redirect(address_of("change", edition.pk))

    def preview(self, request, run, edition):
        plan = loading.plan_of(run, edition)
        title = _("Preview of the import")
        reason = frozen_reason(edition)
        return self.criteria_page(
            request, "preview", title, edition, run=run, plan=plan, frozen_reason=reason
        )

    def undo_view(self, request, run_id):
        run, edition = self.run_and_edition(request, run_id)
        if run.change_set is None:
            return redirect(address_of("import_run", run.pk))
        if request.method != "POST":
            title, undo = _("Take this import back"), plan_undo_of(run)
            return self.criteria_page(request, "undo", title, edition, run=run, undo=undo)
        try:
            undo_import(run, made_by=lambda: signed_in_user(request))
        except ImportRefusedError as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, _("The edition is as it was before this file."))
        return redirect(address_of("change", edition.pk))

    # Common

    def edition(self, request, object_id) -> Edition:
        edition = self.get_object(request, unquote(object_id))
        if edition is None:
            raise Http404
        return edition

    def run_and_edition(self, request, run_id) -> tuple[ImportRun, Edition]:
        if not may_import(request):
            raise PermissionDenied
        runs = ImportRun.objects.select_related("change_set__made_by")
        run = runs.filter(pk=run_id, kind=loading.KIND).first()
        edition = run and loading.edition_of(run)
        if edition is None:
            raise Http404
        return run, edition

    def criteria_page(self, request, template, title, edition, *, status=200, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": edition,
            "back": address_of("change", edition.pk),
            **context,
        }
        request.current_app = self.admin_site.name
        name = f"admin/governance/criteria/{template}.html"
        return render(request, name, context, status=status)


def loaded_sentence(plan) -> str:
    sentence = _("Imported: %(added)s items new, %(changed)s changed, %(removed)s removed.")
    return sentence % {
        "added": len(plan.added),
        "changed": len(plan.changed),
        "removed": len(plan.removed),
    }
