"""The desk of the chair and the secretary of the provincial committee."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from loei_coop.desk.guards import committee_page
from networks.committee import committee_on


@committee_page
@require_safe
def committee(request, term):
    context = {"term": term, "committee": committee_on(timezone.localdate())}
    return render(request, "desk/committee.html", context)
