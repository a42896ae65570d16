"""The photo of a presentation: written anew, told in words, kept below the uploads.

It goes out by a view that asks whether the award is announced; to the upload itself no address
leads.
"""

from functools import partial
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

from governance import permissions
from governance.models import Award
from governance.workflow import require
from loei_coop.common.errors import WorkflowError
from loei_coop.common.uploads import images, serving
from loei_coop.common.uploads.names import stored_name


@transaction.atomic
def put(award: Award, upload, *, text: str, text_en: str = "", by) -> None:
    """In the place of an earlier one, which is removed. Raises WorkflowError or UploadError."""
    require(permissions.may_change_award(by, award))
    if not text.strip():
        raise WorkflowError(_("Say what the photo shows, for those who cannot see it."))
    photo = images.as_photo(upload)
    name = PurePath(stored_name("awards", photo.suffix)).name
    row = locked(award)
    former = row.photo.name
    row.photo_text, row.photo_text_en = text, text_en
    row.photo.save(name, ContentFile(photo.content), save=False)
    row.save()
    remove_file(row, former)
    award.refresh_from_db()


@transaction.atomic
def take_off(award: Award, *, by) -> None:
    """The file goes too: it shows people."""
    require(permissions.may_change_award(by, award))
    row = locked(award)
    former = row.photo.name
    row.photo, row.photo_text, row.photo_text_en = "", "", ""
    row.save()
    remove_file(row, former)
    award.refresh_from_db()


def locked(award: Award) -> Award:
    return Award.objects.select_for_update().get(pk=award.pk)


def remove_file(award: Award, name: str) -> None:
    """Once the change is stored."""
    if name:
        transaction.on_commit(partial(award.photo.storage.delete, name))


def response(award: Award) -> FileResponse:
    """For whoever may see the award, which the caller has asked."""
    try:
        return serving.picture(award.photo.open("rb"), media_type="image/jpeg")
    except (FileNotFoundError, ValueError) as error:  # none is there, or none is recorded
        raise Http404 from error
