"""The desk of one cooperative or farmer group."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from loei_coop.desk.guards import desk_page


@require_safe
@desk_page
def organization(request, desk):
    return render(request, "desk/organization.html", {"desk": desk})
