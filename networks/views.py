import datetime

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from loei_coop.common.errors import NotFound
from loei_coop.common.pagination import page_links
from loei_coop.thai.django.dates import problem_sentence
from loei_coop.thai.parsing import DateError, parse_date
from networks.committee import committee_on
from networks.filters import OrganizationFilter, loosenings, selects
from networks.held_data import collect
from networks.held_data.files import FORMATS, download
from networks.models import Organization, Person
from networks.overview import network_rows
from networks.province_map import province_map
from networks.tables import OrganizationTable


@require_safe
def network_list(request):
    organizations = Organization.objects.counted()
    context = {
        "rows": network_rows(),
        "totals": organizations.totals(),
        "map": province_map(organizations),
        "has_samples": organizations.with_samples(),
    }
    return render(request, "networks/areanetwork_list.html", context)


class OrganizationList(ListView):
    """The register in dictionary order; the address is the state of its filters."""

    http_method_names = ["get", "head"]
    template_name = "networks/organization_list.html"
    paginate_by = 25

    def get_queryset(self):
        self.filterset = OrganizationFilter(self.request.GET, Organization.objects.standing())
        # A value that is not offered is left out, so that an old address still finds something.
        self.filterset.form.is_valid()
        return self.filterset.qs.with_place().in_thai_order()

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404 as error:
            raise NotFound(
                _("The list of cooperatives and farmer groups has no page of this number.")
            ) from error

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        is_filtered = any(self.filterset.form.cleaned_data.values())
        return {
            **context,
            "filter": self.filterset,
            "selects": selects(self.filterset),
            "totals": self.filterset.qs.totals(),
            "map": province_map(self.filterset.qs, address=self.address_of_place),
            "loosenings": [] if rows else self.loosenings(),
            "page_links": page_links(
                context["page_obj"], lambda page: self.address_with(page=page)
            ),
            "ignored": [self.filterset.filters[name].label for name in self.filterset.form.errors],
            "address": self.address_with() if is_filtered else "",
            "is_filtered": is_filtered,
            "table": OrganizationTable(rows),
            "has_samples": any(row.is_sample for row in rows),
        }

    def address_with(self, **changed) -> str:
        """This list with other values of some filters; an empty one is taken away."""
        kept = {name: v for name, v in self.filterset.form.cleaned_data.items() if v}
        parameters = {name: value for name, value in {**kept, **changed}.items() if value}
        return f"?{urlencode(parameters)}"

    def address_of_place(self, *, district="", network="") -> str:
        """A district and a network would contradict each other: one takes the other's place."""
        return self.address_with(district=district, network=network)

    def loosenings(self):
        return [
            (loosening, self.address_with(**{loosening.name: ""}))
            for loosening in loosenings(self.filterset)
        ]


@require_safe
def committee(request):
    """As of today, or of the day in `?on=`; a day that cannot be read keeps what was typed."""
    typed = request.GET.get("on", "")
    try:
        day = read_day(typed)
    except DateError as error:
        context = {"typed": typed[:60], "problem": problem_sentence(error)}
        return render(request, "networks/committee.html", context, status=400)
    is_to_come = day > timezone.localdate()
    context = {
        "committee": committee_on(day),
        "typed": typed,
        "day": day,
        "is_to_come": is_to_come,
    }
    return render(request, "networks/committee.html", context)


def read_day(typed: str) -> datetime.date:
    return parse_date(typed) if typed.strip() else timezone.localdate()


@require_safe
@never_cache
@login_required
def my_data(request):
    """What the portal holds on whoever is signed in; with `?format=` as a file."""
    person = Person.objects.select_related("user", "source").filter(user=request.user).first()
    if person is None:
        raise NotFound(_("Your account belongs to no person of the register."))
    if request.GET.get("format") in FORMATS:
        return download(person, request.GET["format"])
    context = {"person": person, "held": collect(person)}
    return render(request, "networks/my_data.html", context)
