from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _

from loei_coop.common.errors import NotFound
from networks.changes import last_change_of, latest_changes
from networks.committee import seats_on
from networks.models import Agency, AreaNetwork, Organization, Source
from networks.organization_page import names_of, office_holders, successions_of
from networks.overview import NOTHING, network_rows, recorded_totals


def health(request):
    return HttpResponse("ok", content_type="text/plain")


def favicon(request):
    """For what asks without reading the page's own link."""
    return redirect(static("img/mark.svg"))


def home(request):
    organizations = Organization.objects.counted()
    rows = network_rows()
    context = {
        "totals": organizations.totals(),
        "rows": rows,
        "network_count": sum(row.network is not None for row in rows),
        "district_count": sum(len(row.districts) for row in rows),
        "recorded_totals": recorded_totals(),
        "changes": latest_changes(),
        "has_samples": organizations.filter(is_sample=True).exists(),
    }
    return render(request, "site/home.html", context)


def network_detail(request, number):
    network = AreaNetwork.objects.select_related("source").filter(number=number).first()
    if network is None:
        raise NotFound(_("There are five area networks, 1 to 5."))
    organizations = Organization.objects.counted().in_network(network)
    totals_by_district = organizations.totals_by_district()
    (seats,) = seats_on(timezone.localdate(), network)
    context = {
        "network": network,
        "districts": [
            (district, totals_by_district.get(district.code, NOTHING))
            for district in network.districts.in_source_order()
        ],
        "totals": organizations.totals(),
        "organizations": organizations.with_place().in_thai_order(),
        "seats": seats.seats,
        "today": timezone.localdate(),
    }
    return render(request, "site/network.html", context)


def organization_detail(request, code):
    organization = (
        Organization.objects.with_place()
        .select_related("subdistrict", "source", "joined_into")
        .filter(code=code)
        .first()
    )
    if organization is None:
        raise NotFound(_("No cooperative or farmer group has this address."))
    if organization.joined_into:
        return redirect(organization.joined_into, permanent=True)
    context = {
        "organization": organization,
        "names": names_of(organization),
        "successions": successions_of(organization),
        "holders": office_holders(organization, timezone.localdate()),
        "changed_at": last_change_of(organization),
    }
    return render(request, "site/organization.html", context)


def about(request):
    return render(request, "site/about.html", {"sources": Source.objects.order_by("pk")})


def contact(request):
    return render(request, "site/contact.html", {"office": Agency.objects.office()})
