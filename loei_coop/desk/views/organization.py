"""The desk of one cooperative or farmer group."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from loei_coop.desk.cards import cards_of
from loei_coop.desk.guards import desk_page
from loei_coop.desk.parties import parties_of

# So many of the latest proposals stand on the first page.
LATEST = 3


@desk_page
@require_safe
def organization(request, desk):
    proposals = desk.organization.proposals.with_names().latest_first()
    context = {
        "desk": desk,
        "parties": parties_of(desk.organization),
        "cards": cards_of(desk),
        "proposals": proposals[:LATEST],
    }
    return render(request, "desk/organization.html", context)
