"""The page of the latest changes. What the admin's frame needs comes with `context`."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from loei_coop.common.changes.forms import ChangesForm
from loei_coop.common.changes.lines import page_of
from loei_coop.common.changes.rights import seen_models


def latest_changes(request, context: dict) -> TemplateResponse:
    if not seen_models(request.user):
        raise PermissionDenied
    form = ChangesForm(request.GET, user=request.user)
    page = None
    if form.is_valid():
        page = page_of(request.user, form.wanted(), number=page_number(request))
    own = {
        "title": _("Latest changes"),
        "form": form,
        "page": page,
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return TemplateResponse(request, "admin/changes/latest.html", {**context, **own})


def page_number(request) -> int:
    """Of the address; 1 for what is no number."""
    text = request.GET.get("page", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
