"""An officer ends acting for a caller."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from loei_coop.desk.guards import private
from networks import on_behalf
from networks.models import Organization


@private
@require_POST
def end(request):
    """Back to the record; to the beginning if it had ended already."""
    organization = Organization.objects.filter(code=on_behalf.end(request)).first()
    if organization is None:
        messages.info(request, _("It had ended already."))
        return redirect("desk:home")
    messages.success(request, _("You act for nobody any more."))
    return redirect(record_page(organization), organization.pk)


def record_page(organization: Organization) -> str:
    model = "cooperative" if organization.is_cooperative else "farmergroup"
    return f"admin:networks_{model}_change"
