from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from governance import award_pages, exchange_pages
from loei_coop.common.backup import retention
from loei_coop.common.client import address_key
from loei_coop.common.errors import NotFound
from loei_coop.common.imports.workflow import KEPT_DAYS
from loei_coop.news.models import PressRelease
from loei_coop.site import inbox
from loei_coop.site.forms import DataRequestForm, ErrorReportForm, local_page
from loei_coop.site.search import search
from loei_coop.site.structured_data import of_organization
from networks.changes import last_change_of, latest_changes
from networks.committee import seats_on
from networks.models import Agency, AreaNetwork, Organization, Source
from networks.organization_page import names_of, office_holders, successions_of
from networks.overview import NOTHING, network_rows, recorded_totals
from networks.province_map import province_map

SECONDS_OF_A_DAY = 24 * 60 * 60
NEWS_ON_A_PAGE = 3


@require_safe
def health(request):
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def favicon(request):
    """For what asks without reading the page's own link."""
    return redirect(static("img/mark.svg"))


@require_safe
def robots(request):
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /en/admin/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def security(request):
    """Where to report a hole (RFC 9116): on the page of the office, in Thai or English."""
    contact_pages = [in_language(language, "site:contact") for language in ("th", "en")]
    expires = timezone.now().replace(microsecond=0) + timedelta(days=180)
    lines = [
        *(f"Contact: {request.build_absolute_uri(page)}" for page in contact_pages),
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: th, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def in_language(language, name):
    with translation.override(language):
        return reverse(name)


def latest_news():
    return PressRelease.objects.public().for_lists().latest_first()


@require_safe
def home(request):
    organizations = Organization.objects.counted()
    rows = network_rows()
    context = {
        "totals": organizations.totals(),
        "rows": rows,
        "network_count": sum(row.network is not None for row in rows),
        "district_count": sum(len(row.districts) for row in rows),
        "map": province_map(organizations),
        "news": latest_news()[:NEWS_ON_A_PAGE],
        "recorded_totals": recorded_totals(),
        "awards": award_pages.latest(),
        "learning": exchange_pages.latest(),
        "changes": latest_changes(),
        "has_samples": organizations.with_samples(),
    }
    return render(request, "site/home.html", context)


@require_safe
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
        "has_samples": organizations.with_samples(),
        "map": province_map(Organization.objects.counted(), only=network),
        "seats": seats.seats,
        "awards": award_pages.in_network(network),
        "news": latest_news().naming_network(network.number)[:NEWS_ON_A_PAGE],
        "today": timezone.localdate(),
    }
    return render(request, "site/network.html", context)


@require_safe
def search_page(request):
    results = search(request.GET.get("q", ""))
    return render(request, "site/search.html", {"results": results})


@require_safe
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
        "events": organization.events.all(),
        "holders": office_holders(organization, timezone.localdate()),
        "honours": award_pages.honours_of(organization),
        "news": latest_news().naming(organization)[:NEWS_ON_A_PAGE],
        "told": exchange_pages.told_by(organization),
        "changed_at": last_change_of(organization),
    }
    if not organization.is_sample:
        url = request.build_absolute_uri()
        context["structured_data"] = of_organization(organization, context["names"], url)
    return render(request, "site/organization.html", context)


@require_safe
def about(request):
    return render(request, "site/about.html", {"sources": Source.objects.order_by("pk")})


@require_safe
def contact(request):
    return render(request, "site/contact.html", {"office": Agency.objects.office()})


@require_safe
def forgotten_password(request):
    """Most have no e-mail: the office gives a new password."""
    context = {"office": Agency.objects.office()}
    return render(request, "site/forgotten_password.html", context)


@require_safe
def help_page(request):
    return render(request, "site/help.html")


@require_safe
def privacy(request):
    """The notice says what the portal does: its numbers are those that the portal uses."""
    context = {
        "office": Agency.objects.office(),
        "session_days": settings.SESSION_COOKIE_AGE // SECONDS_OF_A_DAY,
        "contact_days": settings.FORMER_CONTACT_DAYS,
        "file_days": KEPT_DAYS,
        "backup_days": retention.KEEP_DAYS,
        "backup_months": retention.KEEP_MONTHLY,
    }
    return render(request, "site/privacy.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request):
    """A form for what is wrong on the page in `?page=`."""
    page = local_page(request.GET.get("page", ""))
    form = ErrorReportForm(request.POST or None, initial={"page": page})
    return take_in(request, form, template="site/report.html", thanks="site:report-thanks")


@require_safe
def report_thanks(request):
    return render(request, "site/report_thanks.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def data_request(request):
    form = DataRequestForm(request.POST or None)
    thanks = "site:data-request-thanks"
    return take_in(request, form, template="site/data_request.html", thanks=thanks)


@require_safe
def data_request_thanks(request):
    return render(request, "site/data_request_thanks.html", {"office": Agency.objects.office()})


def take_in(request, form, *, template, thanks):
    """A form by which somebody writes to the office; five an hour from one address."""
    if request.method == "POST" and form.is_valid():
        try:
            inbox.take_in(form.save(commit=False), address_key=address_key(request))
        except inbox.TooManyError:
            form.add_error(None, form.too_many)
            return render(request, template, {"form": form}, status=429)
        return redirect(thanks)
    return render(request, template, {"form": form}, status=400 if form.errors else 200)


@require_safe
def styleguide(request):
    """Every component on one page, for whoever builds the portal."""
    if not settings.LOCAL:
        raise NotFound
    context = {
        "form": ErrorReportForm(),
        "broken_form": ErrorReportForm({"message": ""}),
        "map": province_map(Organization.objects.counted()),
        "organizations": Organization.objects.counted().with_place().in_thai_order()[:3],
    }
    return render(request, "site/styleguide.html", context)
