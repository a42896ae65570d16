"""The desk of a representative: the area network."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from loei_coop.desk.guards import network_page
from networks.committee import seats_on
from networks.models import Organization


@network_page
@require_safe
def network(request, network):
    (seats,) = seats_on(timezone.localdate(), network)
    organizations = Organization.objects.counted().in_network(network)
    context = {
        "network": network,
        "seats": seats.seats,
        "organizations": organizations.with_place().in_thai_order(),
    }
    return render(request, "desk/network.html", context)
