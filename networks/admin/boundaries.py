"""The outlines of the districts in the admin: a file, a look at the map it makes, and only then
the register; and taking them away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from loei_coop.common.imports.workflow import ImportRefusedError, plan_undo_of, undo_import
from loei_coop.common.middleware import signed_in_user
from loei_coop.common.models import ImportRun
from loei_coop.common.outlines.errors import OutlinesRefusedError
from networks.action_forms.boundaries import BoundaryFileForm, BoundaryOriginForm
from networks.models import DistrictBoundary, Organization
from networks.province_map import province_map
from networks.register import boundaries

MAP = "includes/province_outlines.html"
PAGES_OF_A_RUN = {"import_run": "boundaries_run", "import_undo": "boundaries_undo"}


def may_load(request) -> bool:
    rights = ["networks.add_districtboundary", "networks.change_districtboundary"]
    return request.user.has_perms(rights)


def may_remove(request) -> bool:
    return request.user.has_perm("networks.delete_districtboundary")


def run_for(request, run_id) -> ImportRun:
    if not may_load(request):
        raise PermissionDenied
    runs = ImportRun.objects.select_related("change_set__made_by")
    return get_object_or_404(runs, pk=run_id, kind=boundaries.KIND)


class BoundariesAdmin:
    """The list of the districts with the pages of their outlines."""

    def get_urls(self):
        pages = [
            ("boundaries/", self.boundaries_view, "boundaries"),
            ("boundaries/remove/", self.remove_boundaries_view, "boundaries_remove"),
            ("boundaries/<int:run_id>/", self.boundaries_run_view, "boundaries_run"),
            ("boundaries/<int:run_id>/undo/", self.undo_boundaries_view, "boundaries_undo"),
        ]
        return [
            path(address, self.admin_site.admin_view(view), name=f"networks_district_{name}")
            for address, view, name in pages
        ] + super().get_urls()

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is None and (may_load(request) or may_remove(request)):
            buttons.append((address_of("boundaries"), _("Outlines of the districts")))
        return buttons

    def run_kinds(self):
        return {**super().run_kinds(), boundaries.KIND: _("Outlines of the districts")}

    def may_open_run(self, request, kind):
        return may_load(request) if kind == boundaries.KIND else super().may_open_run(request, kind)

    def run_page(self, run, page):
        if run.kind != boundaries.KIND:
            return super().run_page(run, page)
        return address_of(PAGES_OF_A_RUN[page], run.pk)

    def boundaries_view(self, request):
        if not (may_load(request) or may_remove(request)):
            raise PermissionDenied
        if request.method != "POST":
            return self.start(request, BoundaryFileForm())
        if not may_load(request):
            raise PermissionDenied
        form = BoundaryFileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.start(request, form)
        file = form.cleaned_data["file"]
        try:
            run = boundaries.receive(file.read(), file_name=file.name, by=signed_in_user(request))
        except OutlinesRefusedError as error:
            return self.start(request, form, faults=error.faults)
        return redirect(address_of("boundaries_run", run.pk))

    def start(self, request, form, faults=()):
        loaded = DistrictBoundary.objects.select_related("source").first()
        change_set = boundaries.latest_change() if loaded else None
        return boundaries_page(
            self,
            request,
            "upload",
            _("Outlines of the districts"),
            status=400 if faults or form.errors else 200,
            form=form,
            faults=faults,
            loaded=loaded,
            change_set=change_set,
            latest_run=getattr(change_set, "import_run", None),
            may_load=may_load(request),
            may_remove=may_remove(request),
        )

    def boundaries_run_view(self, request, run_id):
        run = run_for(request, run_id)
        if run.state != ImportRun.State.PREVIEWED:
            messages.info(request, _("This file was imported already."))
            return redirect(address_of("boundaries"))
        if request.method != "POST":
            return self.preview(request, run, BoundaryOriginForm())
        form = BoundaryOriginForm(request.POST)
        if not form.is_valid():
            return self.preview(request, run, form)
        return self.confirm(request, run, form)

    def confirm(self, request, run, form):
        seen = request.POST.get("seen", "")
        try:
            number = boundaries.load(
                run, **form.cleaned_data, seen=seen, made_by=lambda: signed_in_user(request)
            )
        except ImportRefusedError as error:
            messages.warning(request, str(error))
            run.refresh_from_db()
            if run.state == ImportRun.State.PREVIEWED:
                return self.preview(request, run, form)
        else:
            messages.success(request, loaded_sentence(number))
        return redirect(address_of("boundaries"))

    def preview(self, request, run, form):
        counted = Organization.objects.counted()
        picture = province_map(counted, outlines=boundaries.outlines_of(run))
        drawn = render_to_string(MAP, {"map": picture})
        return boundaries_page(
            self,
            request,
            "preview",
            _("Look at the map"),
            status=400 if form.errors else 200,
            form=form,
            run=run,
            drawn=drawn,
            kilobytes=len(drawn.encode()) / 1000,
            outside=boundaries.offices_outside(run),
            replaces=DistrictBoundary.objects.exists(),
            seen=boundaries.state_of_outlines(),
        )

    def undo_boundaries_view(self, request, run_id):
        """Back to what was drawn before this file."""
        run = run_for(request, run_id)
        if run.change_set is None:
            return redirect(address_of("boundaries_run", run.pk))
        if request.method == "POST":
            try:
                undo_import(run, made_by=lambda: signed_in_user(request))
            except ImportRefusedError as error:
                messages.warning(request, str(error))
            else:
                messages.success(request, _("The maps are as they were before this file."))
            return redirect(address_of("boundaries"))
        title = _("Take this import back")
        return boundaries_page(self, request, "undo", title, run=run, undo=plan_undo_of(run))

    def remove_boundaries_view(self, request):
        if not may_remove(request):
            raise PermissionDenied
        if request.method == "POST":
            number = boundaries.remove(made_by=lambda: signed_in_user(request))
            messages.success(request, removed_sentence(number))
            return redirect(address_of("boundaries"))
        number = DistrictBoundary.objects.count()
        title = _("Take the outlines away")
        return boundaries_page(self, request, "remove", title, number=number)


def address_of(name: str, *arguments) -> str:
    return reverse(f"admin:networks_district_{name}", args=arguments)


def boundaries_page(model_admin, request, template, title, *, status=200, **context):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "start": address_of("boundaries"),
        **context,
    }
    request.current_app = model_admin.admin_site.name
    return render(request, f"admin/networks/boundaries/{template}.html", context, status=status)


def loaded_sentence(number: int) -> str:
    sentence = ngettext(
        "All maps now draw the outline of %(number)s district.",
        "All maps now draw the outlines of %(number)s districts.",
        number,
    )
    return sentence % {"number": number}


def removed_sentence(number: int) -> str:
    if not number:
        return _("No outlines are loaded.")
    return _("The outlines are taken away. All maps show tiles again.")
