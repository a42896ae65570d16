"""Evidence of an item, or of the whole form: looked at, added, replaced, removed and downloaded by
whoever works at the desk."""

from pathlib import PurePath

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance import evidence
from governance.forms import EvidenceForm
from loei_coop.common.errors import NotFound, WorkflowError
from loei_coop.common.typed import account_key
from loei_coop.common.uploads.errors import UploadError
from loei_coop.common.uploads.names import shown_name
from loei_coop.common.uploads.serving import attachment
from loei_coop.desk.assessment.guards import assessment_page
from loei_coop.desk.guards import row_of
from loei_coop.desk.views.assessment.choice import item_or_404


@assessment_page
def of_item(request, desk, assessment, item_code):
    return pieces(request, desk, assessment, item_or_404(assessment, item_code))


@assessment_page
def of_the_whole(request, desk, assessment):
    """The signed page of the board."""
    return pieces(request, desk, assessment, None)


@assessment_page
def replace(request, desk, assessment, evidence_id):
    """The earlier version stays to be looked at."""
    row = row_of(assessment.evidence.current().select_related("item__category"), evidence_id)
    return pieces(request, desk, assessment, row.item, replaces=row)


def pieces(request, desk, assessment, item, replaces=None):
    form = form_of(request, replaces)
    if form.is_valid() and added(desk, assessment, item, form, replaces):
        messages.success(request, _("The evidence is saved."))
        return back(desk, assessment, item)
    context = {
        "desk": desk,
        "assessment": assessment,
        "item": item,
        "replaces": replaces,
        "shown": evidence.by_item(assessment).get(item and item.pk, []),
        "form": form,
        "why_closed": evidence.why_closed(assessment, item, by=desk.actor),
        "page_account": account_key(request),
    }
    status = 400 if form.errors else 200
    return render(request, "desk/assessment/evidence_page.html", context, status=status)


def form_of(request, replaces) -> EvidenceForm:
    if request.method == "POST":
        return EvidenceForm(request.POST, request.FILES)
    return EvidenceForm(initial={"title": replaces.title} if replaces else None)


def added(desk, assessment, item, form, replaces) -> bool:
    try:
        evidence.add(assessment, item, replaces=replaces, **form.cleaned_data, **desk.authors)
    except UploadError as error:
        form.add_error("upload", str(error))
    except WorkflowError as error:
        form.add_error(None, str(error))
    return form.is_valid()


@assessment_page
@require_POST
def remove(request, desk, assessment, evidence_id):
    rows = assessment.evidence.filter(removed_at=None).select_related("item", "assessment")
    row = row_of(rows, evidence_id)
    try:
        evidence.remove(row, **desk.authors)
    except WorkflowError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The evidence is removed."))
    return back(desk, assessment, row.item)


@assessment_page
@require_safe
def file(request, desk, assessment, evidence_id):
    """Also of an earlier version; who reads it is noted."""
    row = row_of(assessment.evidence.filter(removed_at=None).exclude(file=""), evidence_id)
    try:
        content = row.file.open()
    except FileNotFoundError as error:
        raise NotFound(_("This file is not kept any more.")) from error
    evidence.note_reading(row, by=desk.actor)
    name = shown_name(row.title, PurePath(row.file.name).suffix)
    return attachment(content, name=name, media_type=row.content_type)


def back(desk, assessment, item):
    address = [desk.organization.code, assessment.round_id]
    if item is None:
        return redirect("desk:assessment-evidence", *address)
    return redirect("desk:assessment-evidence-item", *address, item.code)
