import datetime

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import ListView

from loei_coop.common.errors import NotFound
from loei_coop.thai.django.dates import problem_sentence
from loei_coop.thai.parsing import DateError, parse_date
from networks.committee import committee_on
from networks.models import Organization
from networks.overview import network_rows
from networks.tables import OrganizationTable


def network_list(request):
    rows = network_rows()
    totals = Organization.objects.counted().totals()
    return render(request, "networks/areanetwork_list.html", {"rows": rows, "totals": totals})


class OrganizationList(ListView):
    """All that counts, in dictionary order."""

    template_name = "networks/organization_list.html"
    paginate_by = 25

    def get_queryset(self):
        return Organization.objects.counted().with_place().in_thai_order()

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
        return {
            **context,
            "table": OrganizationTable(rows),
            "has_samples": any(row.is_sample for row in rows),
        }


def committee(request):
    """As of today, or of the day in `?on=`; a day that cannot be read keeps what was typed."""
    typed = request.GET.get("on", "")
    try:
        day = read_day(typed)
    except DateError as error:
        context = {"typed": typed[:60], "problem": problem_sentence(error)}
        return render(request, "networks/committee.html", context, status=400)
    context = {"committee": committee_on(day), "typed": typed, "day": day}
    return render(request, "networks/committee.html", context)


def read_day(typed: str) -> datetime.date:
    return parse_date(typed) if typed.strip() else timezone.localdate()
