"""Evidence opened from the office: for who may look into the assessment; each opening is noted."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path

from governance import permissions
from governance.evidence import note_reading
from governance.models import Evidence
from loei_coop.common.uploads import serving

PAGE = "governance_assessment_evidence"


class EvidenceAdmin:
    def get_urls(self):
        view = self.admin_site.admin_view(self.evidence_view)
        address = "<path:object_id>/evidence/<int:evidence_id>/"
        return [path(address, view, name=PAGE), *super().get_urls()]

    def evidence_view(self, request, object_id, evidence_id):
        assessment = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, assessment):
            raise PermissionDenied
        if assessment is None:
            raise Http404
        if not permissions.may_open_evidence(request.user, assessment):
            raise PermissionDenied
        row = assessment.evidence.filter(pk=evidence_id, removed_at=None).exclude(file="").first()
        if row is None:
            raise Http404
        note_reading(row, by=request.user)
        return sent(row)


def sent(row: Evidence):
    """A photo is shown; anything else is a file to be kept."""
    file = opened(row)
    if row.kind == Evidence.Kind.PHOTO:
        return serving.picture(file, media_type=row.content_type)
    return serving.attachment(file, name=file_name(row), media_type=row.content_type)


def opened(row: Evidence):
    """A record may come back from a backup without its files."""
    try:
        return row.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error


def file_name(row: Evidence) -> str:
    suffix = row.file.name.rpartition(".")[2]
    return row.title if row.title.endswith(f".{suffix}") else f"{row.title}.{suffix}"
