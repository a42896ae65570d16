"""What the organization has to do with the others' learning, on one page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.models import Forum
from loei_coop.desk.guards import desk_page

# Of forums that were held the latest are enough.
LATEST = 5


@desk_page
@require_safe
def overview(request, desk):
    organization = desk.organization
    forums = Forum.objects.with_names().prefetch_related("hosts__topic").latest_first()
    context = {
        "desk": desk,
        "practices": organization.practices.with_names().with_authors().latest_first(),
        "to_come": forums.to_come(),
        "held": forums.held()[:LATEST],
        "promises": organization.forum_promises.with_names().in_order(),
    }
    return render(request, "desk/exchange/overview.html", context)
