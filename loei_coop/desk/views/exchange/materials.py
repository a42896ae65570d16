"""Documents, pictures and links that go with a practice."""

from functools import partial

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance import materials
from governance.models import PracticeMaterial
from loei_coop.desk.forms.exchange import MaterialForm
from loei_coop.desk.guards import desk_page, row_of
from loei_coop.desk.sending import attempt, done, form_page
from loei_coop.desk.views.exchange.practices import METHODS, own_practice


@desk_page
@require_http_methods(METHODS)
def add(request, desk, number):
    practice = own_practice(desk, number)
    form = MaterialForm(request.POST, request.FILES) if is_sent(request) else MaterialForm()
    if form.is_valid() and form.store(practice, desk):
        address = ["desk:practice", desk.organization.code, practice.pk]
        return done(request, _("The material is saved."), *address)
    return form_page(request, "desk/exchange/material.html", desk, form, practice=practice)


def is_sent(request) -> bool:
    return request.method == "POST"


def own_material(desk, number, material_number) -> PracticeMaterial:
    rows = PracticeMaterial.objects.filter(practice__organization=desk.organization)
    rows = rows.filter(practice=number).select_related("practice__organization")
    return row_of(rows, material_number)


@desk_page
@require_safe
def file(request, desk, number, material_number):
    row = own_material(desk, number, material_number)
    return materials.response(row) if row.file else redirect(row.url)


@desk_page
@require_POST
def remove(request, desk, number, material_number):
    row = own_material(desk, number, material_number)
    act = partial(materials.remove, row, **desk.authors)
    attempt(request, act, _("The material is removed."))
    return redirect("desk:practice", desk.organization.code, number)
